/** Titles of the pages of this room, for the menu and while a page is being fetched. */
export const titles = {
  board: 'Hồ sơ kết nạp',
  opening: 'Lập hồ sơ kết nạp',
  file: 'Hồ sơ kết nạp',
  circumstances: 'Hoàn cảnh và người giới thiệu',
  cellVote: 'Ghi biểu quyết của chi bộ',
  committeeVote: 'Ghi biểu quyết của đảng ủy',
  decision: 'Ghi quyết định kết nạp',
  ceremony: 'Ghi lễ kết nạp',
  recognitions: 'Đảng viên dự bị và công nhận chính thức',
  recognition: 'Công nhận chính thức',
  recognitionVote: 'Ghi biểu quyết công nhận',
  recognitionDecision: 'Ghi quyết định công nhận',
  cellFiles: 'Hồ sơ của chi bộ',
  remark: 'Nhận xét hằng tháng',
} as const
