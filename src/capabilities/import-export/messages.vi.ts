import type { RefusalWordsByCode } from '../../platform/words.ts'

export const importExportRefusals: RefusalWordsByCode = {
  'importExport.importNotFound': { what: 'Không tìm thấy lần nhập này.', todo: 'Quay lại danh sách các lần nhập.' },
  'importExport.notInState': { what: 'Lần nhập này đang ở trạng thái “{state}” nên không làm được việc này.', why: 'Chỉ ghi khi đã đọc xong; chỉ rút lại khi đã ghi.', todo: 'Tải lại trang để xem trạng thái mới.' },
  'importExport.nothingToWrite': { what: 'Không có dòng nào để ghi.', why: '{same} dòng không đổi, {waiting} dòng còn chờ giải quyết.', todo: 'Trả lời các câu hỏi, nhận các đề nghị, hoặc sửa tệp rồi đọc lại.' },
  'importExport.registerHasChanged': { what: 'Sổ đã thay đổi từ lúc đọc thử: {rows} dòng không còn như đã xem.', why: 'Chỉ ghi đúng những gì đã xem trước.', todo: 'Đọc thử lại, xem khác biệt rồi ghi.' },
  'importExport.readingCancelled': { what: 'Đã dừng đọc tệp.', why: 'Có người bấm dừng.', todo: 'Chọn tệp và đọc lại khi cần.' },
}

/** States of an import on the screen. */
export const stateNames = {
  reading: 'Đang đọc', toSettle: 'Chờ giải quyết', refused: 'Không nhận', writing: 'Đang ghi', written: 'Đã nhập', undone: 'Đã rút lại', cancelled: 'Đã dừng',
} as const

/** Where a fact that came by an import comes from, in words. */
export const importBasis = 'Nhập từ danh sách {file}'
