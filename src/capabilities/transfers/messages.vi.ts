import type { RefusalWordsByCode } from '../../platform/words.ts'
import type { LetterAttachment } from '../../regulations/index.ts'
import type { Act, Cause, Direction, PaperKind, Stage, TransferKind, VoidReason } from './codes.ts'
import type { Result } from './transitions.ts'

const reload = 'Tải lại trang rồi xem lại.'
const outside = 'Địa chỉ không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.'

export const transfersRefusals: RefusalWordsByCode = {
  'transfers.transferNotFound': { what: 'Không tìm thấy việc chuyển sinh hoạt này.', why: outside, todo: 'Tìm trong Chuyển sinh hoạt.' },
  'transfers.addressNotFound': { what: 'Không có nơi này trong sổ địa chỉ.', todo: 'Thêm nơi đến vào sổ địa chỉ, rồi chọn lại.' },
  'transfers.receiverNotFound': { what: 'Không tìm thấy đảng bộ, chi bộ cơ sở này.', todo: 'Tìm lại theo tên.' },
  'transfers.receiverNotGiven': { what: 'Chưa rõ nơi đến.', why: 'Giấy giới thiệu gửi một nơi: một tổ chức trong đảng bộ, hoặc một nơi trong sổ địa chỉ; chuyển nội bộ thì chọn chi bộ.', todo: 'Chọn một nơi đến.' },
  'transfers.notThisKind': { what: '“{kind}” phải gửi một nơi ở ngoài đảng bộ.', todo: 'Chọn nơi đến trong sổ địa chỉ, hoặc đổi loại.' },
  'transfers.alreadyOpen': { what: '{name} đang chuyển sinh hoạt đến {toName}.', why: 'Mỗi đảng viên chỉ có một việc chuyển sinh hoạt đang làm.', todo: 'Làm xong, hoặc dừng việc đang có.' },
  'transfers.openedAtOnce': { what: 'Đảng viên này vừa được người khác lập việc chuyển sinh hoạt.', todo: reload },
  'transfers.sameOrganisation': { what: 'Đảng viên đang sinh hoạt ở {organisation}.', why: 'Chuyển giữa các chi bộ của một cơ sở là chuyển nội bộ.', todo: 'Chọn loại chuyển nội bộ.' },
  'transfers.otherOrganisation': { what: '{cell} không phải một chi bộ khác của cùng cơ sở.', why: 'Chuyển nội bộ chỉ giữa các chi bộ của một đảng bộ cơ sở.', todo: 'Chọn chi bộ khác, hoặc lập giấy giới thiệu chính thức.' },
  'transfers.notAtThisStage': { what: 'Không làm được việc “{act}” khi đang ở bước “{stage}”.', todo: 'Xem việc tiếp theo trên trang này.' },
  'transfers.dayNotYet': { what: 'Ngày {on} chưa đến.', why: 'Chỉ ghi việc đã xảy ra; hôm nay là {today}.', todo: 'Sửa ngày.' },
  'transfers.beforeFormerStep': { what: 'Ngày {on} trước bước liền trước, ngày {former}.', todo: 'Sửa ngày.' },
  'transfers.waitsForDiscipline': { what: '{name} đang bị đình chỉ sinh hoạt hoặc bị khởi tố.', why: 'Chưa giới thiệu chuyển sinh hoạt khi chưa có kết luận, trừ khi cấp trên đồng ý.', todo: 'Chờ kết luận, hoặc ghi văn bản đồng ý của cấp trên.' },
  'transfers.stillMember': { what: 'Ngày {on} {name} đang là đảng viên ở đây.', why: 'Chỉ người đã chuyển đi mới từ ngoài đến.', todo: 'Chọn đúng người; nếu chuyển trong đảng bộ thì lập đề nghị chuyển sinh hoạt.' },
  'transfers.notMemberOn': { what: 'Ngày {on} {name} không sinh hoạt ở chi bộ nào của đảng bộ.', todo: 'Kiểm tra lại ngày, hoặc quá trình của người này.' },
  'transfers.notCompetent': { what: '{issuer} cấp giấy giới thiệu này.', todo: 'Gửi lên cấp ấy.' },
  'transfers.attachmentsMissing': { what: 'Còn thiếu giấy tờ đi kèm: {missing}.', todo: 'Bổ sung rồi cấp giấy giới thiệu.' },
  'transfers.duesUntilMissing': { what: 'Chưa ghi đảng phí đóng đến tháng nào.', todo: 'Ghi tháng đã đóng.' },
  'transfers.endNotGiven': { what: 'Chuyển tạm thời phải có ngày hết hạn; loại khác thì không.', todo: 'Ghi ngày cuối cùng, hoặc đổi loại.' },
  'transfers.stayTooShort': { what: 'Thời gian ngắn hơn {months} tháng.', why: 'Dưới mức ấy thì không chuyển sinh hoạt tạm thời.', todo: 'Sửa ngày hết hạn, hoặc ghi đi làm xa.' },
  'transfers.stayTooLong': { what: 'Thời gian dài hơn {months} tháng.', why: 'Quá mức ấy thì chuyển chính thức.', todo: 'Sửa ngày hết hạn, hoặc chuyển chính thức.' },
  'transfers.stayOver': { what: 'Thời gian tạm thời đã hết ngày {endsOn}.', why: 'Tiếp nhận sau ngày ấy thì không còn ngày nào sinh hoạt tạm thời.', todo: 'Kiểm tra lại ngày tiếp nhận, hoặc dừng việc này rồi đề nghị lại.' },
  'transfers.notBelowReceiver': { what: '{cell} không phải chi bộ thuộc {receiver}.', todo: 'Chọn chi bộ của nơi nhận.' },
  'transfers.cellNotAssigned': { what: 'Chưa giao chi bộ nào tiếp nhận.', todo: 'Đảng ủy cơ sở giao chi bộ trước.' },
  'transfers.tooEarlyForRemoval': { what: 'Chỉ đề nghị xóa tên từ ngày {from}.', todo: 'Hỏi lý do, cấp lại giấy giới thiệu, hoặc chờ đến ngày ấy.' },
  'transfers.newcomerNotTold': { what: 'Chưa rõ ai đến.', why: 'Ghi một người mới theo giấy tờ, hoặc chọn người từng sinh hoạt ở đây; không cả hai.', todo: 'Ghi người đến.' },
  'transfers.numberUsed': { what: 'Số giấy giới thiệu này đã dùng trong năm.', why: 'Mỗi cấp ủy đánh số giấy giới thiệu một lần trong năm.', todo: 'Ghi số khác.' },
  'transfers.addressKnown': { what: 'Sổ địa chỉ đã có nơi này.', todo: 'Chọn nơi đang có.' },
}

export const kindNames: Readonly<Record<TransferKind, string>> = {
  official: 'Chính thức', temporary: 'Tạm thời', internal: 'Nội bộ', abroad: 'Ra ngoài nước', fromAbroad: 'Từ ngoài nước về', joint: 'Theo quyết định chung',
}
export const directionNames: Readonly<Record<Direction, string>> = { within: 'Trong đảng bộ', out: 'Ra ngoài đảng bộ', in: 'Từ ngoài đến' }

export const stageNames: Readonly<Record<Stage, string>> = {
  requested: 'Đảng viên đề nghị', atGrassroots: 'Ở đảng ủy cơ sở', atSuperior: 'Ở cấp trên', letterIssued: 'Đã cấp giấy giới thiệu', handedOver: 'Đảng viên giữ giấy', presented: 'Đã nộp giấy, chờ tiếp nhận',
  letterVoid: 'Giấy không còn dùng', removalProposed: 'Đã đề nghị xóa tên', hosted: 'Đang sinh hoạt tạm thời', accepted: 'Đã tiếp nhận', completed: 'Hết sinh hoạt tạm thời', cancelled: 'Đã dừng', struckOff: 'Đã xóa tên',
}

/** What is done, as buttons and the history call it. */
export const actNames: Readonly<Record<Act, string>> = {
  open: 'Đề nghị chuyển sinh hoạt', sendUp: 'Gửi lên cấp trên', issueLetter: 'Cấp giấy giới thiệu', handOver: 'Giao giấy cho đảng viên', reportNotCome: 'Báo chưa đến', voidLetter: 'Hủy giấy giới thiệu',
  present: 'Ghi nộp giấy', assignCell: 'Giao chi bộ tiếp nhận', sendBack: 'Trả lại giấy', accept: 'Tiếp nhận', confirmOutside: 'Ghi phiếu báo đã tiếp nhận', extend: 'Gia hạn', recordReturn: 'Ghi hết thời gian tạm thời',
  proposeRemoval: 'Đề nghị xóa tên', recordRemoval: 'Ghi quyết định xóa tên', cancel: 'Dừng chuyển sinh hoạt',
}

/** The next act as a sentence; `{from}`, `{to}`, `{cell}` name the sides. */
export const nextActSentences: Readonly<Record<Act, string>> = {
  open: 'Lập đề nghị', sendUp: 'Xác nhận, gửi đề nghị lên cấp trên', issueLetter: 'Cấp giấy giới thiệu đến {to}', handOver: 'Giao giấy giới thiệu cho đảng viên', reportNotCome: 'Báo đảng viên chưa đến',
  voidLetter: 'Hỏi lý do chưa nộp giấy ở {to}; hủy hoặc cấp lại', present: 'Đảng viên nộp giấy ở {to}', assignCell: '{to} giao chi bộ tiếp nhận', sendBack: 'Trả lại giấy', accept: '{cell} ghi tiếp nhận',
  confirmOutside: 'Phiếu báo đã tiếp nhận của {to}', extend: 'Gia hạn', recordReturn: 'Hết hạn ở {to}: ghi đã về, gia hạn hoặc chuyển chính thức', proposeRemoval: 'Chi bộ xét, đề nghị xóa tên',
  recordRemoval: 'Cấp có thẩm quyền quyết định xóa tên', cancel: 'Dừng',
}
export const internalAccept = 'Đảng ủy cơ sở quyết định, ghi chuyển đến {cell}'

export const causeNames: Readonly<Record<Cause, string>> = {
  work: 'Chuyển nơi công tác', retirement: 'Nghỉ hưu, thôi việc', residence: 'Chuyển nơi cư trú', study: 'Đi học tập trung', demobilised: 'Phục viên, xuất ngũ', abroad: 'Ra ngoài nước', restructuring: 'Sắp xếp tổ chức', other: 'Lý do khác',
}
export const voidReasonNames: Readonly<Record<VoidReason, string>> = { lost: 'Mất giấy', expired: 'Quá hạn nộp', sentBack: 'Nơi đến trả lại', changed: 'Thay bằng giấy khác' }
export const attachmentNames: Readonly<Record<LetterAttachment, string>> = { sealedDossier: 'Hồ sơ đảng viên niêm phong', selfReview: 'Bản tự kiểm điểm', duesPaid: 'Đảng phí đã đóng' }
export const paperNames: Readonly<Record<PaperKind, string>> = {
  letter: 'Giấy giới thiệu', reminderSender: 'Công văn nhắc nơi đi', reminderReceiver: 'Công văn hỏi nơi đến', notice: 'Phiếu báo đã chuyển sinh hoạt', removal: 'Tờ trình đề nghị xóa tên',
}
export const formNames: Readonly<Record<string, string>> = {
  'DM-54': 'Giấy giới thiệu sinh hoạt đảng chính thức', 'DM-55': 'Giấy giới thiệu sinh hoạt đảng tạm thời', 'DM-56': 'Giấy giới thiệu sinh hoạt đảng ra ngoài nước', 'DM-59': 'Giấy giới thiệu sinh hoạt đảng nội bộ',
}
/** Results that part the ways out of a stage, for the diagram. */
export const resultNames: Readonly<Record<Result, string>> = { grassroots: 'lên cơ sở', superior: 'chi bộ cơ sở', lasting: 'chính thức', forATime: 'tạm thời' }

/** How one step is told in the history; `{…}` are its facts. */
export const stepWords = { note: 'Ghi chú: {note}', number: 'Số {number}', cell: 'Chi bộ {cell}', reason: 'Lý do: {reason}', endsOn: 'Đến ngày {endsOn}', late: 'Quá hạn {dueOn}', presentBy: 'Nộp trước hết ngày {presentBy}', files: 'Chuyển theo {files} hồ sơ đang làm' } as const

export const handingWords = { sealed: 'Hồ sơ niêm phong, giao theo giấy giới thiệu' } as const
