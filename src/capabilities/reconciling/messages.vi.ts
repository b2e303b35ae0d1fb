import { fillIn, type RefusalWordsByCode } from '../../platform/words.ts'
import type { ActKind, DifferenceKind, DifferenceState, Mark, Phase, Reason, SaidField, Side } from './codes.ts'

export const reconcilingRefusals: RefusalWordsByCode = {
  'reconciling.reconciliationNotFound': { what: 'Không có lần đối chiếu này trong phạm vi của đồng chí.', todo: 'Mở lại từ trang Đối chiếu danh sách.' },
  'reconciling.differenceNotFound': { what: 'Không có chênh lệch này trong phạm vi của đồng chí.', todo: 'Mở lại từ trang Đối chiếu danh sách.' },
  'reconciling.returnNotFound': { what: 'Không có bản đánh dấu này trong phạm vi của đồng chí.', todo: 'Mở lại từ trang Đối chiếu danh sách.' },
  'reconciling.lineNotFound': { what: 'Người này không có trong danh sách đối chiếu.', todo: 'Nếu danh sách còn thiếu người này, dùng “Thêm người còn thiếu”.' },
  'reconciling.dayNotYet': { what: 'Ngày chốt danh sách {on} sau hôm nay ({today}).', todo: 'Chọn hôm nay hoặc một ngày đã qua.' },
  'reconciling.dueBeforeToday': { what: 'Hạn {on} đã qua (hôm nay là {today}).', todo: 'Chọn hạn từ hôm nay trở đi.' },
  'reconciling.noGrassroots': { what: 'Không có tổ chức cơ sở đảng nào để đối chiếu vào ngày này.', todo: 'Chọn tổ chức cơ sở đảng thuộc đảng bộ của đồng chí, hoặc ngày khác.' },
  'reconciling.openedAlready': { what: 'Đã mở đối chiếu tính đến {asOf} cho {names}.', why: 'Mỗi tổ chức chỉ có một danh sách đối chiếu cho một ngày.', todo: 'Bỏ các tổ chức này khỏi lần mở, hoặc chọn ngày khác.' },
  'reconciling.openedAtOnce': { what: 'Vừa có người khác mở đối chiếu cho tổ chức này.', todo: 'Tải lại trang.' },
  'reconciling.markedAtOnce': { what: 'Vừa có người khác đánh dấu dòng này.', todo: 'Tải lại trang rồi đánh dấu lại.' },
  'reconciling.signedAlready': { what: 'Số liệu đã được ký chốt.', why: 'Danh sách đã ký không sửa được.', todo: 'Khi cấp trên chưa ký, cơ sở rút chữ ký rồi sửa. Khi cả hai cấp đã ký, thay đổi về sau hiện ở phần “Thay đổi sau khi ký”.' },
  'reconciling.fileUnreadable': { what: '{message}', todo: 'Gửi lại tệp danh sách đối chiếu đã đánh dấu.' },
  'reconciling.nobodyFound': { what: 'Không dòng nào trong tệp là người trong danh sách đối chiếu của {organisation}.', why: 'Có thể đây là danh sách của tổ chức khác.', todo: 'Kiểm tra lại tệp, rồi chọn đúng tổ chức.' },
  'reconciling.takenAlready': { what: 'Bản đánh dấu này đã được nhận.', why: 'Nhận lại cũng không thay đổi gì.', todo: 'Mở lần đối chiếu để xem chênh lệch.' },
  'reconciling.reasonMissing': { what: 'Chưa ghi lý do.', todo: 'Ghi rõ vì sao không chấp nhận, hoặc vì sao hai cấp còn khác nhau.' },
  'reconciling.decidedAlready': { what: 'Chênh lệch này đã có kết luận.', todo: 'Mở lại chênh lệch trước khi kết luận khác.' },
  'reconciling.nothingSettled': { what: 'Sổ chưa khớp với chênh lệch nào đang chờ giải quyết.', why: 'Chênh lệch chỉ được ghi là đã giải quyết khi sổ đã có việc tương ứng: sửa thông tin, chuyển sinh hoạt, kết nạp, ghi rời Đảng.', todo: 'Làm việc đó trong sổ trước, hoặc kết luận không chấp nhận, để ý kiến khác nhau.' },
  'reconciling.linesUnmarked': { what: 'Còn {count} dòng chưa đánh dấu.', todo: 'Đánh dấu hết các dòng, hoặc nhận bản đánh dấu từ tệp.' },
  'reconciling.differencesOpen': { what: 'Còn {count} chênh lệch chưa giải quyết: {names}.', todo: 'Giải quyết, không chấp nhận (ghi lý do), hoặc để thành ý kiến khác nhau trước khi ký.' },
  'reconciling.numberMoved': { what: 'Sổ hiện có {number} đảng viên, không còn là {seen}.', why: 'Vừa có thay đổi trong sổ.', todo: 'Xem lại số mới rồi ký.' },
  'reconciling.notSignedBelow': { what: 'Cơ sở chưa ký chốt số.', why: 'Cơ sở ký trước, cấp trên ký sau.', todo: 'Đợi cơ sở ký.' },
  'reconciling.listMoved': { what: 'Danh sách đã thay đổi sau khi cơ sở ký: {names}.', why: 'Hai cấp ký cùng một danh sách.', todo: 'Đề nghị cơ sở rút chữ ký, xem lại rồi ký lại.' },
  'reconciling.knownAlready': { what: '{name} đã có trong danh sách đối chiếu của chi bộ này.', todo: 'Đánh dấu dòng đang có của người này.' },
  'reconciling.cellElsewhere': { what: 'Chi bộ này không thuộc {organisation} vào ngày chốt danh sách.', todo: 'Chọn chi bộ khác.' },
  'reconciling.whatIsWrong': { what: 'Chưa ghi sai ở đâu.', todo: 'Chọn lý do, ghi họ tên hoặc ngày sinh đúng, hoặc ghi chú.' },
}

export const markNames: Readonly<Record<Mark, string>> = { right: 'Đúng', wrong: 'Sai', surplus: 'Thừa', missing: 'Thiếu', absent: 'Dòng bị xóa', unclear: 'Chưa rõ' }
export const reasonNames: Readonly<Record<Reason, string>> = { died: 'Từ trần', movedOut: 'Chuyển đi', movedIn: 'Chuyển đến', admitted: 'Mới kết nạp', nameCorrected: 'Sửa tên', otherCell: 'Ở chi bộ khác', unclear: 'Chưa rõ' }
export const kindNames: Readonly<Record<DifferenceKind, string>> = {
  died: 'Từ trần', movedOut: 'Chuyển đi', surplus: 'Sổ ghi thừa', absent: 'Dòng bị xóa', missing: 'Sổ ghi thiếu', admitted: 'Mới kết nạp', movedIn: 'Chuyển đến', name: 'Họ tên khác nhau', otherCell: 'Ở chi bộ khác', particulars: 'Thông tin khác nhau', unclear: 'Chưa rõ',
}
export const stateNames: Readonly<Record<DifferenceState, string>> = { open: 'Chờ giải quyết', settled: 'Đã giải quyết', rejected: 'Không chấp nhận', standing: 'Ý kiến khác nhau', withdrawn: 'Cơ sở không nêu nữa' }
export const phaseNames: Readonly<Record<Phase, string>> = { marking: 'Đang đánh dấu', settling: 'Đang giải quyết', toSign: 'Chờ ký', signedBelow: 'Cơ sở đã ký', agreed: 'Hai cấp đã ký' }
export const sideNames: Readonly<Record<Side, string>> = { grassroots: 'Cấp cơ sở', superior: 'Cấp trên' }
export const saidNames: Readonly<Record<SaidField, string>> = {
  fullName: 'Họ và tên', bornOn: 'Sinh ngày', sex: 'Giới tính', ethnicity: 'Dân tộc', identityNumber: 'Số định danh', cardNumber: 'Số thẻ đảng viên', admittedOn: 'Ngày vào Đảng', confirmedOn: 'Ngày chính thức', cellCode: 'Chi bộ',
}
export const sexNames: Readonly<Record<string, string>> = { male: 'Nam', female: 'Nữ' }
export const actNames: Readonly<Record<ActKind, string>> = {
  transfer: 'Chuyển sinh hoạt', departure: 'Ghi rời Đảng, từ trần', admission: 'Kết nạp', placement: 'Chuyển chi bộ, ghi nơi sinh hoạt', joining: 'Nhập hồ sơ trùng', correction: 'Sửa thông tin', status: 'Đổi tình trạng', membership: 'Sửa thông tin đảng tịch',
}

const endBases: Readonly<Record<string, string>> = { death: 'từ trần', strikeOff: 'xóa tên', resignation: 'xin ra khỏi Đảng', transferOut: 'chuyển ra ngoài đảng bộ', expulsion: 'khai trừ' }

/** By which act a difference was settled, in words. */
export const settledWords = ({ kind, on, basis }: { kind: ActKind; on: string | null; basis: string | null }): string => [actNames[kind], on ? fillIn('ngày {on}', { on }) : '', basis ? endBases[basis] ?? basis : ''].filter(Boolean).join(', ')

/** What is to be done about a difference; the next act of its task. */
export const askNames: Readonly<Record<DifferenceKind, string>> = {
  died: 'Ghi từ trần vào sổ', movedOut: 'Làm thủ tục chuyển sinh hoạt', surplus: 'Hỏi vì sao sổ ghi thừa', absent: 'Hỏi vì sao dòng bị xóa', missing: 'Hỏi vì sao sổ ghi thiếu', admitted: 'Kiểm tra hồ sơ kết nạp', movedIn: 'Làm thủ tục tiếp nhận', name: 'Sửa họ tên hoặc không chấp nhận',
  otherCell: 'Ghi chuyển chi bộ hoặc không chấp nhận', particulars: 'Sửa thông tin hoặc không chấp nhận', unclear: 'Hỏi lại cho rõ',
}
export const askDay = 'Hỏi ngày từ trần, chuyển đi'
export const taskWords = { mark: 'Đánh dấu danh sách đối chiếu', signBelow: 'Ký chốt số đối chiếu', signAbove: 'Ký chốt số sau cơ sở' } as const

export const questionWords = {
  markUnreadable: 'Không hiểu dấu “{text}”; dùng Đúng, Sai, Thừa hoặc Thiếu.', whoUnclear: 'Chưa rõ đây là ai trong danh sách.', surplusUnknown: 'Ghi Thừa nhưng danh sách không có người này.', missingKnown: 'Ghi Thiếu nhưng danh sách đã có người này.',
  rightButGone: 'Ghi Đúng nhưng phần thay đổi nói đã mất hoặc đã chuyển đi.', changeUnreadable: 'Không hiểu phần thay đổi “{text}”.', twice: 'Dòng {row} lại nói về {name}.',
} as const

/** Words of the workbook that goes out. */
export const listWords = {
  sheet: 'Đối chiếu', title: 'DANH SÁCH ĐẢNG VIÊN ĐỀ NGHỊ ĐỐI CHIẾU, TÍNH ĐẾN {day}', total: 'Số đảng viên trong sổ: {total}. Gửi lại trước hết ngày {due}.',
  how: 'Cách đánh dấu: Đúng (hoặc để trống), Sai, Thừa (không còn ở đây); người sổ còn thiếu thì thêm dòng, ghi Thiếu. Không sửa cột ID.', by: '{by}. Lý do: {reason}', fileName: 'doi-chieu-{code}-{day}.xlsx',
  columns: ['STT', 'Mã chi bộ', 'Chi bộ', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Dân tộc', 'Số CCCD', 'Số thẻ đảng viên', 'Ngày vào Đảng', 'Ngày chính thức', 'Đánh dấu (Đúng/Sai/Thừa/Thiếu)', 'Tình hình thay đổi', 'Ghi chú', 'ID (không sửa)'],
} as const
