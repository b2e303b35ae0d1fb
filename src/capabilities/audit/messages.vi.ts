import type { RefusalWordsByCode } from '../../platform/words.ts'

export const auditRefusals: RefusalWordsByCode = {
  'audit.exportTooLarge': { what: 'Danh sách có {total} dòng, nhiều hơn {most} dòng một tệp.', todo: 'Lọc bớt, ví dụ theo từng đảng bộ, rồi tải từng tệp.' },
  'audit.noSuchList': { what: 'Không có danh sách này.', todo: 'Mở lại trang rồi tải lại.' },
}

/** Words of every exported list. */
export const exportWords = {
  number: 'TT', asOf: 'Tính đến ngày {day}', total: 'Tổng số: {total} dòng', filter: 'Lọc theo: {filter}',
  by: 'Bản xuất số {number} · Người tải: {name} · lúc {moment}', reason: '{by} · lý do: {reason}', fileName: '{name}-{day}.xlsx', sheet: 'Danh sách',
} as const

/** What the facts of an entry are called. A fact without a word is not for reading: identifiers, inner codes. */
export const factNames: Readonly<Record<string, string>> = {
  reason: 'Lý do', signInName: 'Tên đăng nhập', fullName: 'Họ và tên', list: 'Danh sách', filter: 'Lọc theo', note: 'Ghi chú', paper: 'Giấy tờ', basis: 'Căn cứ', fields: 'Mục', items: 'Mục', documentType: 'Tài liệu', consentNumber: 'Văn bản đồng ý', consentOn: 'Ngày văn bản', rows: 'Số dòng', on: 'Ngày',
  decisionNumber: 'Số quyết định', members: 'Số đảng viên', file: 'Tệp', fileName: 'Tệp', occurredOn: 'Ngày', dueOn: 'Hạn', place: 'Nơi', exportNumber: 'Bản xuất số', takenBack: 'Đã rút lại', new: 'Thêm mới', changed: 'Thay đổi', waiting: 'Còn chờ',
}

/** An entry by the program itself, at no one's request. */
export const trailWords = { noRole: '', theProgram: 'Chương trình' } as const
