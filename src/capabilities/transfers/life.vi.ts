/** How the timeline of a person tells the letters of transfers; the move itself is told by the cells. */
export const lifeWords = {
  arrive: 'Đến với giấy giới thiệu của {fromName}', issueLetter: 'Cấp giấy giới thiệu sinh hoạt đảng đến {to}', voidLetter: 'Giấy giới thiệu đến {to} không còn dùng', present: 'Nộp giấy giới thiệu ở {to}', sendBack: '{to} trả lại giấy giới thiệu',
  confirmOutside: 'Phiếu báo đã tiếp nhận của {to}', extend: 'Gia hạn sinh hoạt tạm thời ở {to}', proposeRemoval: 'Đề nghị xóa tên do không nộp giấy giới thiệu', cancel: 'Dừng chuyển sinh hoạt đến {to}',
  number: 'Số {number}', issuer: '{issuer} cấp', presentBy: 'Nộp trước hết ngày {presentBy}', endsOn: 'Đến ngày {endsOn}',
} as const
