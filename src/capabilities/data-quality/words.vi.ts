/** How the sheet writes the relations of parents. */
export const parentWords = ['Bố đẻ', 'Mẹ đẻ'] as const
