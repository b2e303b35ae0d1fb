import type { RefusalWordsByCode } from '../../platform/words.ts'
import type { CandidateGroup, KeptGround } from './codes.ts'

const outside = 'Địa chỉ không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.'
const reload = 'Tải lại trang rồi xem lại.'

export const lifecycleRefusals: RefusalWordsByCode = {
  'lifecycle.notAnAwardDay': { what: 'Ngày {awardOn} không phải ngày của đợt tặng Huy hiệu Đảng.', todo: 'Chọn một đợt; đợt tới là {next}.' },
  'lifecycle.noSuchBadge': { what: 'Không có Huy hiệu {years} năm tuổi Đảng.', why: 'Các loại: {known}.', todo: 'Chọn lại số năm.' },
  'lifecycle.partyAgeUnknown': { what: 'Chưa tính được tuổi Đảng của {name}.', why: 'Sổ chưa có ngày quyết định kết nạp hoặc ngày vào Đảng.', todo: 'Bổ sung ngày vào Đảng theo hồ sơ rồi đề nghị lại.' },
  'lifecycle.notReached': { what: '{name} chưa đủ {years} năm tuổi Đảng vào đợt {awardOn}.', why: 'Đến {reachedOn} mới đủ. Quy định: {rule}.', todo: 'Để đợt sau; nếu bệnh nặng thì đề nghị xét sớm và ghi lý do.' },
  'lifecycle.underDiscipline': { what: '{name} đang trong thời gian thi hành kỷ luật vào đợt {awardOn}, chưa xét tặng Huy hiệu.', todo: 'Đề nghị ở đợt sau khi hết thời hạn kỷ luật.' },
  'lifecycle.illnessNeedsReason': { what: 'Đề nghị xét sớm cho {name} mà chưa ghi tình trạng bệnh.', why: 'Chỉ xét sớm cho người bị bệnh nặng.', todo: 'Ghi bệnh và giấy tờ kèm theo.' },
  'lifecycle.alreadyHeld': { what: '{name} đã có Huy hiệu {years} năm ở đợt {awardOn}, hoặc đang được đề nghị.', todo: 'Xem trang Tuổi Đảng của người này.' },
  'lifecycle.heldAtOnce': { what: 'Người này vừa được người khác đưa vào danh sách.', todo: reload },
  'lifecycle.noLongerMember': { what: '{name} không còn là đảng viên.', todo: 'Chỉ đề nghị cho đảng viên, hoặc truy tặng người đã từ trần.' },
  'lifecycle.badgeNotFound': { what: 'Không tìm thấy Huy hiệu này.', why: outside, todo: reload },
  'lifecycle.notProposed': { what: 'Huy hiệu này không còn trong danh sách đề nghị.', todo: reload },
  'lifecycle.notAwarded': { what: 'Chỉ hủy được Huy hiệu đã ghi là đã tặng.', todo: reload },
  'lifecycle.nothingProposed': { what: 'Danh sách đề nghị đợt {awardOn} chưa có ai.', todo: 'Đưa người vào danh sách trước, rồi ghi quyết định.' },
  'lifecycle.reachedNoMore': { what: 'Tuổi Đảng đã thay đổi sau khi đề nghị, nay chưa đủ: {names}.', todo: 'Rút những người này khỏi danh sách, rồi ghi quyết định.' },
  'lifecycle.dayNotYet': { what: 'Ngày {on} chưa đến.', why: 'Chỉ ghi việc đã xảy ra; hôm nay là {today}.', todo: 'Sửa ngày.' },
  'lifecycle.daysOutOfOrder': { what: 'Ngày {until} không sau ngày {from}.', todo: 'Sửa một trong hai ngày.' },
  'lifecycle.onlyInterruptionsEnd': { what: 'Ngày tính lại tuổi Đảng chỉ có một ngày bắt đầu.', todo: 'Bỏ ô đến ngày, hoặc chọn loại gián đoạn.' },
  'lifecycle.neverMember': { what: '{name} chưa từng là đảng viên.', todo: 'Chỉ ghi quyết định về tuổi Đảng cho đảng viên.' },
  'lifecycle.outsideMembership': { what: 'Ngày {on} nằm ngoài thời gian {name} là đảng viên.', todo: 'Sửa ngày theo quyết định.' },
  'lifecycle.ruledAlready': { what: '{name} đã có quyết định {decisionNumber} về tuổi Đảng trong thời gian này.', todo: 'Bỏ quyết định cũ trước, nếu quyết định mới thay nó.' },
  'lifecycle.ruledAtOnce': { what: 'Vừa có người khác ghi quyết định về tuổi Đảng của người này.', todo: reload },
  'lifecycle.rulingNotFound': { what: 'Không tìm thấy quyết định này.', why: outside, todo: reload },
  'lifecycle.exportTooLarge': { what: 'Danh sách có {total} người, nhiều hơn {most} dòng một tệp.', todo: 'Tải theo từng đảng bộ.' },
}

export const groupNames: Readonly<Record<CandidateGroup, string>> = { due: 'Đủ trong đợt này', missed: 'Đủ từ trước, chưa tặng', early: 'Có thể xét sớm', posthumous: 'Truy tặng' }
export const groundNames: Readonly<Record<KeptGround, string>> = { reached: 'Đủ tuổi Đảng', early: 'Xét sớm, bệnh nặng', posthumous: 'Truy tặng', takenOver: 'Đã tặng trước đây' }

export const dueWords = { listBadges: 'Lập danh sách đề nghị tặng Huy hiệu Đảng đợt {day}: {n} người' }

export const exportWords = {
  sheet: 'Huy hiệu Đảng', title: 'DANH SÁCH ĐỀ NGHỊ TẶNG HUY HIỆU ĐẢNG', awardOn: 'Đợt {day}', total: 'Tổng số: {total} người', fileName: 'huy-hieu-dang-{day}.xlsx',
  by: 'Bản xuất số {number}, {name} xuất lúc {moment}. Lý do: {reason}',
  columns: {
    number: 'TT', name: 'Họ và tên', born: 'Sinh', cell: 'Chi bộ', organisation: 'Đảng bộ', decided: 'Quyết định kết nạp', admitted: 'Vào Đảng', confirmed: 'Chính thức', years: 'Huy hiệu (năm)', reached: 'Ngày đủ', ground: 'Diện', reason: 'Ghi chú', decision: 'Quyết định tặng',
  },
}
