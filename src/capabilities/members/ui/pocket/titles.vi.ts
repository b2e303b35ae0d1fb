/** Titles of the pocket pages: all that the phone fetches of the words before a page is opened. */
export const titles = {
  members: 'Đảng viên chi bộ',
  member: 'Đảng viên',
  askAway: 'Hỏi lại người hết hạn được vắng',
  away: 'Ghi đi làm xa',
} as const
