import type { RefusalWordsByCode } from '../../platform/words.ts'
import type { DisciplineMeasure, ExemptionGround } from '../../regulations/index.ts'
import type { Authority, CandidateGroup, KeptGround, MeasureKind, MeasureState, SuspensionGround } from './codes.ts'

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
  'lifecycle.measureNotForMember': { what: 'Không kỷ luật {measure} {name} được.', why: 'Các hình thức áp dụng: {allowed}.', todo: 'Chọn lại hình thức, hoặc xem lại trạng thái đảng viên vào ngày có hiệu lực.' },
  'lifecycle.measureNotForCell': { what: 'Chi bộ không quyết định hình thức {measure}.', why: 'Chi bộ quyết định: {allowed}.', todo: 'Chọn cấp có thẩm quyền đã ký quyết định.' },
  'lifecycle.noPostNamed': { what: 'Cách chức {name} mà chưa chọn chức vụ nào.', why: 'Chỉ cách chức người đang giữ chức vụ trong Đảng.', todo: 'Chọn chức vụ bị cách; nếu sổ chưa có thì ghi chức vụ trước.' },
  'lifecycle.postsOnlyWithRemoval': { what: 'Chỉ hình thức cách chức mới kèm chức vụ.', todo: 'Bỏ chọn chức vụ, hoặc chọn hình thức cách chức.' },
  'lifecycle.decisionRecorded': { what: 'Quyết định {decisionNumber} kỷ luật {name} đã ghi rồi.', todo: 'Xem các quyết định đã ghi của người này.' },
  'lifecycle.measureAtOnce': { what: 'Vừa có người khác ghi việc này.', todo: reload },
  'lifecycle.measureNotFound': { what: 'Không tìm thấy việc này.', why: outside, todo: reload },
  'lifecycle.disciplineAnnulled': { what: 'Quyết định {decisionNumber} đã bị hủy.', todo: reload },
  'lifecycle.complaintTooLate': { what: 'Khiếu nại ngày {on} đã quá hạn.', why: 'Hạn khiếu nại là {dueOn}, {days} kể từ ngày nhận quyết định.', todo: 'Sửa ngày nhận đơn; nếu quá hạn thật thì trả lại đơn, nêu rõ lý do.' },
  'lifecycle.complainedAlready': { what: 'Khiếu nại đã ghi ngày {on}.', todo: reload },
  'lifecycle.noComplaint': { what: 'Chưa ghi khiếu nại nên không có gì để giữ nguyên.', todo: 'Ghi khiếu nại trước; nếu cấp trên tự hủy quyết định thì chọn hủy.' },
  'lifecycle.otherStatus': { what: 'Ngày {on}, {name} đang là: {status}.', todo: 'Xem lại ngày, hoặc kết thúc việc đang có hiệu lực trước.' },
  'lifecycle.lastDayMissing': { what: 'Chưa ghi ngày cuối của thời hạn đình chỉ.', why: 'Chỉ người bị khởi tố, tạm giam mới không có ngày cuối.', todo: 'Ghi ngày cuối, muộn nhất {latest}.' },
  'lifecycle.suspensionTooLong': { what: 'Thời hạn đình chỉ đến {lastDay} là quá dài.', why: 'Muộn nhất {latest}. Quy định: {rule}.', todo: 'Sửa ngày cuối.' },
  'lifecycle.noTermToExtend': { what: 'Đình chỉ theo thời hạn tố tụng thì không gia hạn.', todo: 'Khi có kết quả tố tụng thì ghi cho sinh hoạt trở lại.' },
  'lifecycle.measureEnded': { what: 'Việc này đã kết thúc ngày {on}.', todo: reload },
  'lifecycle.groundNotAllowed': { what: 'Không được miễn vì lý do: {ground}.', why: 'Các lý do: {allowed}.', todo: 'Chọn lại lý do, hoặc xem lại ngày chi bộ quyết định.' },
'lifecycle.endingNotFound': { what: 'Không tìm thấy việc này.', why: outside, todo: reload },
  'lifecycle.endingOpen': { what: '{name} đang có việc xóa tên hoặc xin ra khỏi Đảng, mở ngày {since}.', todo: 'Làm tiếp việc ấy, hoặc thôi xét rồi mở việc mới.' },
  'lifecycle.probationaryByFile': { what: '{name} là đảng viên dự bị.', why: 'Xóa tên đảng viên dự bị làm trong hồ sơ công nhận chính thức.', todo: 'Mở hồ sơ công nhận chính thức và ghi biểu quyết xóa tên ở đó.' },
  'lifecycle.neverMemberOn': { what: 'Ngày {on} {name} không phải là đảng viên.', todo: 'Kiểm tra lại ngày, hoặc quá trình của người này.' },
  'lifecycle.groundNotKnown': { what: 'Không xóa tên vì: {ground}.', why: 'Các trường hợp: {allowed}.', todo: 'Chọn lại trường hợp.' },
  'lifecycle.sinceMissing': { what: 'Chưa ghi từ ngày nào.', why: 'Trường hợp này phải kéo dài đủ thời gian mới được xét.', todo: 'Ghi ngày bắt đầu.' },
  'lifecycle.groundTooShort': { what: 'Chưa đủ thời gian để chi bộ xét xóa tên {name}.', why: 'Tính từ {since}, sớm nhất là {from}. Quy định: {rule}.', todo: 'Họp xét từ ngày {from}, hoặc sửa ngày bắt đầu.' },
  'lifecycle.notAtThisStage': { what: 'Không {act} được lúc này.', why: 'Việc này đang ở bước: {stage}.', todo: reload },
  'lifecycle.beforeFormerStep': { what: 'Ngày {on} trước bước liền trước, ngày {former}.', todo: 'Sửa ngày.' },
  'lifecycle.noCommittee': { what: 'Sổ chưa có cấp ủy của {organisation} vào ngày {on}.', why: 'Số cấp ủy viên là mẫu số của biểu quyết.', todo: 'Ghi cấp ủy ở trang tổ chức, rồi ghi biểu quyết.' },
  'lifecycle.notCompetent': { what: 'Vai trò đang dùng không quyết định được việc này.', why: 'Thẩm quyền thuộc {organisation}.', todo: 'Chuyển hồ sơ lên cấp có thẩm quyền.' },
  }

export const groupNames: Readonly<Record<CandidateGroup, string>> = { due: 'Đủ trong đợt này', missed: 'Đủ từ trước, chưa tặng', early: 'Có thể xét sớm', posthumous: 'Truy tặng' }
export const groundNames: Readonly<Record<KeptGround, string>> = { reached: 'Đủ tuổi Đảng', early: 'Xét sớm, bệnh nặng', posthumous: 'Truy tặng', takenOver: 'Đã tặng trước đây' }

/** In a sentence, in small letters. */
export const measureNames: Readonly<Record<DisciplineMeasure, string>> = { reprimand: 'khiển trách', warning: 'cảnh cáo', removalFromOffice: 'cách chức', expulsion: 'khai trừ' }
export const authorityNames: Readonly<Record<Authority, string>> = { cell: 'Chi bộ', grassroots: 'Đảng ủy cơ sở', superior: 'Cấp ủy cấp trên', inspection: 'Ủy ban kiểm tra' }
export const suspensionGroundNames: Readonly<Record<SuspensionGround, string>> = { inquiry: 'Đang xem xét kỷ luật', prosecuted: 'Bị khởi tố, truy tố, tạm giam' }
export const exemptionGroundNames: Readonly<Record<ExemptionGround, string>> = {
  oldAge: 'Tuổi cao', weakHealth: 'Sức khỏe yếu', longTreatment: 'Điều trị bệnh dài ngày', abroadAlone: 'Ở nước ngoài đơn lẻ, việc riêng', itinerantWork: 'Việc làm lưu động dưới một năm', maternity: 'Nghỉ thai sản',
}
export const measureKindNames: Readonly<Record<MeasureKind, string>> = { discipline: 'Kỷ luật', suspension: 'Đình chỉ sinh hoạt', exemption: 'Miễn sinh hoạt' }
export const measureStateNames: Readonly<Record<MeasureState, string>> = { running: 'Đang có hiệu lực', ended: 'Đã hết', annulled: 'Đã hủy' }

/** What a member's own record says of a measure. */
export const basisWords = { discipline: '{measure}, quyết định {number}', removed: 'Cách chức, quyết định {number}', suspended: 'Quyết định {number} về đình chỉ sinh hoạt đảng', lifted: 'Sinh hoạt trở lại sau đình chỉ', exempt: 'Nghị quyết {number}: {ground}', returned: 'Sinh hoạt trở lại: {reason}' }

export const dueWords = { suspensionEnd: 'Hết hạn đình chỉ sinh hoạt: kết luận, gia hạn hoặc cho sinh hoạt trở lại', listBadges: 'Lập danh sách đề nghị tặng Huy hiệu Đảng đợt {day}: {n} người' }
