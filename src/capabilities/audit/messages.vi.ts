/** What the facts of an entry are called. A fact without a word is not for reading: identifiers, inner codes. */
export const factNames: Readonly<Record<string, string>> = {
  reason: 'Lý do', signInName: 'Tên đăng nhập', fullName: 'Họ và tên', note: 'Ghi chú', paper: 'Giấy tờ', basis: 'Căn cứ', fields: 'Mục', items: 'Mục', documentType: 'Tài liệu', consentNumber: 'Văn bản đồng ý', consentOn: 'Ngày văn bản', rows: 'Số dòng', on: 'Ngày',
  decisionNumber: 'Số quyết định', members: 'Số đảng viên', file: 'Tệp', fileName: 'Tệp', occurredOn: 'Ngày', dueOn: 'Hạn', place: 'Nơi', exportNumber: 'Bản xuất số', takenBack: 'Đã rút lại', new: 'Thêm mới', changed: 'Thay đổi', waiting: 'Còn chờ',
}

/** An entry by the program itself, at no one's request. */
export const trailWords = { noRole: '', theProgram: 'Chương trình' } as const
