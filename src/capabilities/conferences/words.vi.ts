/** What is wrong with a field of a request. */
export const fieldWords = { empty: 'chưa điền' } as const
