/** Titles of the pocket pages: all that the phone fetches of the words before a page is opened. */
export const titles = {
  search: 'Tìm kiếm',
} as const
