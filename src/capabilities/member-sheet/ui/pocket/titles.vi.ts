/** Titles of the pocket pages: all that the phone fetches of the words before a page is opened. */
export const titles = {
  me: 'Hồ sơ của tôi',
  supplements: 'Bổ sung hồ sơ',
  report: 'Báo sai sót',
} as const
