import type { RefusalWordsByCode } from '../../platform/words.ts'

export const membersRefusals: RefusalWordsByCode = {
  'members.personNotFound': { what: 'Không tìm thấy người này.', why: 'Địa chỉ không đúng, hoặc nằm ngoài phạm vi vai trò đang dùng.', todo: 'Tìm trong Danh sách đảng viên.' },
  'members.notACell': { what: '{organisation} không phải chi bộ.', why: 'Đảng viên sinh hoạt ở một chi bộ.', todo: 'Chọn chi bộ.' },
  'members.twoCellsSameDay': { what: 'Ngày {on} đảng viên này đã thuộc {cell}.', why: 'Mỗi đảng viên chỉ thuộc một chi bộ trong một ngày.', todo: 'Ghi ngày rời chi bộ cũ, hoặc chọn ngày khác.' },
  'members.twoCellsAtOnce': { what: 'Đảng viên này vừa được ghi vào một chi bộ khác trong khoảng ngày ấy.', why: 'Mỗi đảng viên chỉ thuộc một chi bộ trong một ngày.', todo: 'Tải lại trang rồi xem lại.' },
  'members.twoStatusesAtOnce': { what: 'Trạng thái của đảng viên này vừa được người khác ghi.', todo: 'Tải lại trang rồi xem lại.' },
  'members.postHeldAlready': { what: 'Người này đã giữ chức vụ ấy trong khoảng ngày đã ghi.', todo: 'Xem lại quá trình chức vụ.' },
  'members.alreadyMember': { what: '{name} đã là đảng viên từ {since}.', why: 'Một người chỉ được kết nạp khi không còn là đảng viên.', todo: 'Kiểm tra lại người, hoặc sửa hồ sơ đang có.' },
  'members.diedOn': { what: '{name} đã từ trần ngày {on}.', why: 'Người đã từ trần không được kết nạp.', todo: 'Kiểm tra lại người; nếu ghi nhầm, khôi phục tư cách đảng viên trước.' },
  'members.alreadyMemberAtOnce': { what: 'Người này vừa được ghi là đảng viên.', todo: 'Tải lại trang rồi xem lại.' },
  'members.notMemberOn': { what: 'Ngày {on} {name} không phải là đảng viên.', why: 'Việc này chỉ ghi cho người đang là đảng viên vào ngày ấy.', todo: 'Kiểm tra lại ngày, hoặc quá trình của người này.' },
  'members.notProbationaryOn': { what: 'Ngày {on} {name} không phải là đảng viên dự bị.', why: 'Chỉ đảng viên dự bị được công nhận chính thức.', todo: 'Kiểm tra lại ngày chính thức.' },
  'members.ceremonyBeforeDecision': { what: 'Lễ kết nạp {ceremonyOn} trước ngày quyết định kết nạp {decidedOn}.', why: 'Lễ kết nạp tổ chức sau khi có quyết định.', todo: 'Sửa một trong hai ngày.' },
  'members.ceremonyBeforeDecisionAtOnce': { what: 'Lễ kết nạp trước ngày quyết định kết nạp.', why: 'Lễ kết nạp tổ chức sau khi có quyết định.', todo: 'Sửa một trong hai ngày.' },
  'members.dayNotYet': { what: 'Ngày {on} chưa đến.', why: 'Chỉ ghi việc đã xảy ra; hôm nay là {today}.', todo: 'Sửa ngày, hoặc ghi khi việc đã xong.' },
  'members.confirmedBeforeAdmitted': { what: 'Ngày chính thức {confirmedOn} không sau ngày vào Đảng {admittedOn}.', why: 'Ngày chính thức tính khi hết thời gian dự bị.', todo: 'Sửa một trong hai ngày.' },
  'members.bornAfterAdmission': { what: 'Ngày sinh {bornOn} không trước ngày vào Đảng {admittedOn}.', todo: 'Sửa một trong hai ngày.' },
  'members.bornTooLongAgo': { what: 'Ngày sinh {born} đã hơn {years} năm.', todo: 'Kiểm tra lại năm sinh.' },
  'members.sameCell': { what: '{name} đang sinh hoạt ở {cell}.', todo: 'Chọn chi bộ khác.' },
  'members.otherOrganisation': { what: '{cell} không thuộc {organisation}.', why: 'Chuyển sinh hoạt nội bộ chỉ giữa các chi bộ của một đảng bộ cơ sở.', todo: 'Làm thủ tục chuyển sinh hoạt đảng.' },
  'members.laterFacts': { what: 'Quá trình của {name} đã có thay đổi ngày {later}, sau ngày {on}.', why: 'Việc ghi sau không được làm mất việc đã ghi cho ngày muộn hơn.', todo: 'Chọn ngày sau {later}, hoặc sửa việc đã ghi.' },
  'members.alreadyAway': { what: '{name} đã được ghi đi làm xa từ {since}.', todo: 'Ghi đã về trước, rồi ghi lần đi mới.' },
  'members.notAway': { what: 'Ngày {on} {name} không được ghi là đi làm xa.', todo: 'Kiểm tra lại ngày.' },
  'members.endsBeforeItBegins': { what: 'Ngày kết thúc {until} không sau ngày bắt đầu {from}.', todo: 'Sửa một trong hai ngày.' },
  'members.positionUnknown': { what: 'Không có chức vụ mã “{position}”.', todo: 'Chọn chức vụ trong danh mục.' },
  'members.positionDoesNotFit': { what: 'Chức vụ {position} không có ở {organisation}.', why: 'Mỗi loại cấp ủy có các chức vụ riêng.', todo: 'Chọn chức vụ khác.' },
  'members.postTaken': { what: '{position} của {organisation} đang là {holder}.', why: 'Trong một ngày chỉ có một người giữ chức vụ này.', todo: 'Ghi thôi giữ chức của người trước.' },
  'members.memberAgain': { what: '{name} đã là đảng viên trở lại sau ngày {endedOn}.', todo: 'Xem quá trình của người này; không khôi phục được lần trước.' },
  'members.notEnded': { what: 'Tư cách đảng viên của {name} không kết thúc ngày {endedOn}.', todo: 'Tải lại trang rồi xem quá trình của người này.' },
  'members.cellGone': { what: 'Chi bộ cũ của {name} ({cell}) không còn.', why: 'Khôi phục đảng tịch là về chi bộ đã sinh hoạt.', todo: 'Báo cấp trên quyết định chi bộ tiếp nhận; ghi chuyển đến sau khi chi bộ ấy được ghi nhận lại.' },
  'members.cardNumberTaken': { what: 'Số thẻ {number} đã có người mang.', why: 'Mỗi số thẻ chỉ cấp cho một người.', todo: 'Kiểm tra lại số; nếu sổ ghi sai số ở người kia thì đề nghị sửa trước.' },
  'members.cardNumberAtOnce': { what: 'Số thẻ của người này vừa được người khác ghi.', todo: 'Tải lại trang rồi xem lại.' },
  'members.postNotFound': { what: 'Không tìm thấy chức vụ này.', todo: 'Tải lại trang.' },
  'members.ownRecordMissing': { what: 'Tài khoản này chưa gắn với đảng viên nào.', todo: 'Báo người quản trị gắn tài khoản với hồ sơ.' },
}

export const statusNames = {
  probationary: 'Đảng viên dự bị', full: 'Đảng viên chính thức', exempt: 'Được miễn công tác và sinh hoạt đảng', suspended: 'Bị đình chỉ sinh hoạt đảng',
  lostContact: 'Mất liên lạc, chờ giải quyết',
} as const

/** A record that is closed says how. */
export const endNames = { death: 'Đã từ trần', strikeOff: 'Đã xóa tên', expulsion: 'Đã khai trừ', resignation: 'Đã cho ra khỏi Đảng', transferOut: 'Đã chuyển đi ngoài tỉnh' } as const

export const overlayNames = {
  away: 'Đi làm xa', temporaryElsewhere: 'Sinh hoạt tạm thời ở nơi khác', temporaryHere: 'Sinh hoạt tạm thời tại đây', prosecuted: 'Bị khởi tố, tạm giam',
  disciplined: 'Đang thi hành kỷ luật',
} as const

export const sexNames = { male: 'Nam', female: 'Nữ' } as const

/** Names of the fields of a person, as forms, corrections and lists call them. */
export const fieldNames = {
  fullName: 'Họ và tên', otherName: 'Tên gọi khác', sex: 'Giới tính', bornOn: 'Sinh ngày', ethnicity: 'Dân tộc', religion: 'Tôn giáo',
  identityNumber: 'Số định danh cá nhân', oldIdentityNumber: 'Số CMND cũ', phone: 'Điện thoại', nativePlace: 'Quê quán', residence: 'Nơi thường trú',
  generalEducation: 'Giáo dục phổ thông', profession: 'Chuyên môn', politicalTheory: 'Lý luận chính trị', occupation: 'Nghề nghiệp, nơi công tác', note: 'Ghi chú',
} as const

/** How the timeline of a person tells what happened. */
export const eventWords = {
  covered: 'Việc được che', card: 'Nhận thẻ đảng viên số {number}', decided: 'Quyết định kết nạp; tuổi Đảng tính từ ngày này', ceremony: 'Lễ kết nạp tại {cell}', ceremonyAnywhere: 'Lễ kết nạp', admitted: 'Vào Đảng (theo giấy tờ)',
  confirmed: 'Hết thời gian dự bị: ngày chính thức', signed: 'Ký quyết định công nhận chính thức', signedLate: 'Ký quyết định công nhận chính thức, chậm; ngày chính thức giữ {confirmedOn}',
  placed: 'Sinh hoạt tại {cell}', moved: 'Chuyển sinh hoạt: từ {from} về {cell}', postTaken: '{position} {organisation}', postEnded: 'Thôi giữ chức: {position} {organisation}',
  away: 'Đi làm xa: {place}', returned: 'Đã về', overlayBegan: '{kind}', overlayEnded: 'Hết: {kind}', status: '{status}', corrected: 'Sửa hồ sơ: {fields}',
  unknownPlace: 'chưa rõ nơi đến', year: 'năm {year}',
} as const

/** Reasons for opening what is covered. */
export const revealReasons = { dossier: 'Lập hồ sơ', comparing: 'Đối chiếu giấy tờ', superiorAsked: 'Theo yêu cầu của cấp trên', other: 'Lý do khác (ghi rõ)' } as const

/** What falls due in this room. */
export const dueWords = { ask: 'Hỏi lại: đang ở {place}, được vắng đến khi nào', askThrough: 'Hỏi qua {contact}: đang ở {place}, được vắng đến khi nào' } as const
