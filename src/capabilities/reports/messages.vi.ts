import type { RefusalWordsByCode } from '../../platform/words.ts'
import type { Cause, FactKind, Outcome, PeriodKind, ReportState } from './codes.ts'

export const reportsRefusals: RefusalWordsByCode = {
  'reports.periodNotFound': { what: 'Không tìm thấy kỳ báo cáo này.', why: 'Địa chỉ không đúng, hoặc kỳ báo cáo ngoài phạm vi vai trò.', todo: 'Chọn kỳ trong Báo cáo thống kê.' },
  'reports.reportNotFound': { what: 'Không tìm thấy báo cáo này.', why: 'Địa chỉ không đúng, hoặc báo cáo ngoài phạm vi vai trò.', todo: 'Chọn báo cáo trong Báo cáo thống kê.' },
  'reports.periodNotEnded': { what: 'Kỳ báo cáo chưa kết thúc: ngày cuối {until}, hôm nay {today}.', todo: 'Nộp sau ngày cuối kỳ.' },
  'reports.dueBeforeEnd': { what: 'Hạn nộp {dueOn} không sau ngày cuối kỳ {until}.', todo: 'Chọn hạn sau ngày cuối kỳ.' },
  'reports.alreadyOpened': { what: 'Kỳ báo cáo đến {until} đã mở.', todo: 'Chọn kỳ ấy trong danh sách; có thể đổi hạn nộp.' },
  'reports.notExpected': { what: '“{name}” không phải tổ chức nộp báo cáo của kỳ này.', why: 'Báo cáo nộp theo tổ chức trực thuộc ngay dưới cấp mở kỳ, có vào ngày cuối kỳ.', todo: 'Chọn tổ chức trong danh sách của kỳ.' },
  'reports.otherLevel': { what: 'Việc này là của “{name}”.', why: 'Mỗi cấp mở kỳ, duyệt và nộp báo cáo của mình; không làm thay cấp dưới.', todo: 'Đề nghị cấp ấy làm.' },
  'reports.nobodyReports': { what: '“{name}” không có tổ chức nào nộp báo cáo lên.', why: 'Báo cáo nộp từ tổ chức cơ sở đảng trở lên, mỗi cấp nộp cho cấp trên trực tiếp.', todo: 'Mở kỳ ở cấp trên của tổ chức cơ sở đảng.' },
  'reports.partsMissing': { what: 'Còn {n} tổ chức chưa có báo cáo được duyệt: {names}.', why: 'Số của những tổ chức này sẽ lấy theo sổ của cấp nộp, phải nêu lý do.', todo: 'Duyệt đủ báo cáo, hoặc ghi lý do rồi nộp.' },
  'reports.waitsAlready': { what: 'Báo cáo đã nộp, đang chờ duyệt.', todo: 'Chờ cấp trên duyệt hoặc trả lại.' },
  'reports.reasonMissing': { what: 'Chưa ghi lý do.', why: 'Trả lại, hoặc nộp bản thay bản trước, phải nêu lý do.', todo: 'Ghi lý do.' },
  'reports.doesNotAddUp': { what: 'Biểu {table} chưa khớp: {check}.', why: 'Biểu không khớp thì không nộp.', todo: 'Xem phần kiểm tra dưới biểu, sửa số liệu gốc rồi nộp.' },
  'reports.nothingWaits': { what: 'Báo cáo không có bản nào chờ duyệt.', todo: 'Tải lại trang.' },
  'reports.staleVersion': { what: 'Báo cáo vừa có thay đổi (lần {latest}, đang xem lần {seen}).', todo: 'Tải lại trang rồi làm lại.' },
}

export const stateNames: Readonly<Record<ReportState, string>> = { missing: 'Chưa nộp', submitted: 'Chờ duyệt', returned: 'Bị trả lại', approved: 'Đã duyệt' }
export const outcomeNames: Readonly<Record<Outcome, string>> = { waiting: 'Chờ duyệt', returned: 'Trả lại', approved: 'Đã duyệt, đã khóa', replaced: 'Đã duyệt, có bản thay' }
export const kindNames: Readonly<Record<PeriodKind, string>> = { half: '6 tháng đầu năm {year}', year: 'Năm {year}' }
export const checkNames: Readonly<Record<string, string>> = {
  balances: 'đầu kỳ + tăng − giảm khác cuối kỳ', partsAddUp: 'cộng các phần khác tổng số', traitsAddUp: 'có cách chia cộng lại khác tổng số', admittedMatch: 'tổng số khác số kết nạp mới ở Biểu 1', closingMatch: 'tổng số khác số cuối kỳ ở Biểu 1',
}
export const causeNames: Readonly<Record<Cause, string>> = {
  facts: 'Dữ kiện khác nhau', reorganised: 'Tổ chức chuyển về hoặc chuyển đi trong kỳ, mỗi cấp tính theo phạm vi của mình', sizeChanged: 'Số đảng viên của tổ chức thay đổi: xem Biểu 1', timePassed: 'Thời gian trôi qua: tuổi đời, tuổi Đảng tăng', unexplained: 'Chưa rõ nguyên nhân',
}
export const factNames: Readonly<Record<FactKind, string>> = {
  placement: 'Sinh hoạt tại {cell}', tree: '{organisation} trực thuộc {parent}', status: 'Tình trạng: {status}', membership: 'Đảng tịch {ended}', ruling: 'Quyết định về tuổi Đảng', post: '{position}, {organisation}', person: 'Hồ sơ cá nhân {fields}',
  organisation: 'Tên, loại hình: {organisation}', badge: 'Huy hiệu {years} năm tuổi Đảng', discipline: 'Quyết định kỷ luật', suspension: 'Đình chỉ sinh hoạt', exemption: 'Miễn công tác và sinh hoạt', card: 'Thẻ đảng viên', letter: 'Giấy giới thiệu sinh hoạt đảng', step: 'Tiếp nhận sinh hoạt đảng',
}
/** Words within the sentences above. */
export const factWords = { ended: 'đã kết thúc: {kind}', corrected: 'sửa: {fields}. {reason}', firstRecorded: 'như ghi trước đó' } as const

export const dueWords = { submit: 'Nộp báo cáo thống kê, {period}', mend: 'Sửa và nộp lại báo cáo thống kê, {period}: {reason}' } as const
export const sideWords = { sum: 'Tổng các báo cáo đã duyệt', now: '{name}, tính lại hôm nay', submission: '{name}, bản nộp lần {ordinal}' } as const
export const bookWords = {
  fileName: 'bao-cao-thong-ke-{day}.xlsx', sheet: 'Biểu {table}', title: 'BIỂU {table}: {title}', period: 'Từ {from} đến {until}', source: 'Theo {title}', version: 'Bản nộp lần {ordinal}, {moment}. {outcome}', counted: 'Số tính ngày {day}, chưa nộp', sum: 'Tổng của {n} báo cáo đã duyệt',
  by: 'Bản xuất số {number}, {name} xuất ngày {day}. Lý do: {reason}', outside: 'Số dưới 5 được ẩn; số ghi “ẩn” từ 5 trở lên, ẩn để không tính ngược ra số dưới 5', maker: 'NGƯỜI LẬP BIỂU', signer: 'T/M BAN THƯỜNG VỤ',
} as const
/** Of a text that names no side of a comparison. */
export const notAReport = 'không phải một báo cáo'
