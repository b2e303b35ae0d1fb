/** What stands for a fact that is not known. */
export const unknownValue = 'chưa rõ'
