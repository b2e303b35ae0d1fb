import { missingNames } from '../../regulations/messages.vi.ts'
import type { RefusalWordsByCode } from '../../platform/words.ts'
import type { ActKind, AdmissionStage, BoardColumn, CaseKind, ClockKind, CloseReason, ConfirmationStage, DocumentState, FaultKind, Level, Milestone, Stage } from './codes.ts'
import type { Result } from './transitions.ts'

export const kindNames: Readonly<Record<CaseKind, string>> = { admission: 'Kết nạp', readmission: 'Kết nạp lại', confirmation: 'Công nhận chính thức' }

export const admissionStageNames: Readonly<Record<AdmissionStage, string>> = {
  fileOpen: 'Đang làm hồ sơ', verifying: 'Đang thẩm tra lý lịch', readyForCell: 'Chờ chi bộ xét',
  cellPassed: 'Chi bộ đã thông qua', cellRejected: 'Chi bộ không thông qua', appraised: 'Đảng ủy bộ phận đã thẩm định',
  committeePassed: 'Đảng ủy cơ sở đã thông qua', committeeRejected: 'Đảng ủy cơ sở không thông qua',
  decided: 'Đã có quyết định kết nạp', declined: 'Cấp có thẩm quyền không kết nạp', ceremonyHeld: 'Đã tổ chức lễ kết nạp',
  completed: 'Đã xong', closed: 'Đã dừng xét',
}

export const confirmationStageNames: Readonly<Record<ConfirmationStage, string>> = {
  running: 'Đang dự bị', cellPassed: 'Chi bộ đã thông qua', appraised: 'Đảng ủy bộ phận đã thẩm định', committeePassed: 'Chờ quyết định công nhận',
  deadlocked: 'Biểu quyết hết số lần, chưa đạt 2/3', reported: 'Đã báo cáo cấp trên, chờ quyết định',
  confirmed: 'Đã công nhận chính thức', struckOff: 'Đã xóa tên', completed: 'Đã xong', closed: 'Đã dừng xét',
}

export const stageNames = (kind: CaseKind, stage: Stage): string =>
  kind === 'confirmation' ? confirmationStageNames[stage as ConfirmationStage] : admissionStageNames[stage as AdmissionStage]

export const columnNames: Readonly<Record<BoardColumn, string>> = {
  fileOpen: 'Đang làm hồ sơ', verifying: 'Đang thẩm tra lý lịch', readyForCell: 'Chờ chi bộ xét', committee: 'Chờ đảng ủy cơ sở xét',
  decision: 'Chờ quyết định', ceremony: 'Chờ lễ kết nạp', after: 'Sau lễ kết nạp', ended: 'Không được kết nạp, chờ báo kết quả',
}

/** The limit that rules in a column; `{days}`, `{months}` from the rule of today. */
export const columnLimits: Readonly<Record<BoardColumn, string>> = {
  fileOpen: 'tài liệu không quá {months} tháng', verifying: '{days} ngày làm việc, trả lời', readyForCell: 'tài liệu không quá {months} tháng',
  committee: '{days} ngày làm việc từ nghị quyết chi bộ đến quyết định', decision: '{days} ngày làm việc từ nghị quyết chi bộ', ceremony: '{days} ngày làm việc',
  after: '{days} ngày làm việc, lập hồ sơ đảng viên', ended: '',
}

export const milestoneNames: Readonly<Record<Milestone, string>> = {
  file: 'Lập hồ sơ', verification: 'Thẩm tra', cell: 'Chi bộ', committee: 'Đảng ủy cơ sở', office: 'Ban Tổ chức', decision: 'Quyết định', ceremony: 'Lễ kết nạp',
  probation: 'Dự bị', report: 'Báo kết quả',
}

export const levelNames: Readonly<Record<Level, string>> = {
  cell: 'chi bộ', sectionCommittee: 'đảng ủy bộ phận', grassrootsCommittee: 'đảng ủy cơ sở', decidingOffice: 'Ban Tổ chức', standingBoard: 'ban thường vụ',
}

/** Acts as buttons name them. */
export const actWords: Readonly<Record<ActKind, string>> = {
  openCase: 'Lập hồ sơ kết nạp', recordCircumstances: 'Khai điều kiện', recordDocument: 'Ghi tài liệu đã có', replaceDocument: 'Thay tài liệu',
  checkDocument: 'Kiểm tra tài liệu', acceptDocuments: 'Ghi các tài liệu đạt', attachScan: 'Thêm bản chụp', requestVerification: 'Gửi thẩm tra lý lịch',
  recordVerificationReply: 'Ghi trả lời thẩm tra', markReadyForCell: 'Trình chi bộ xét', recordCellVote: 'Ghi biểu quyết của chi bộ', sendUp: 'Gửi lên đảng ủy',
  recordSectionAppraisal: 'Ghi thẩm định của đảng ủy bộ phận', recordCommitteeVote: 'Ghi biểu quyết của đảng ủy', sendToDeciding: 'Gửi lên Ban Tổ chức',
  returnCase: 'Trả lại hồ sơ', withdrawReturn: 'Rút lại việc trả hồ sơ', resend: 'Gửi lại hồ sơ', submitForDecision: 'Trình ban thường vụ', extendDecision: 'Gia hạn xem xét',
  recordDecision: 'Ghi quyết định kết nạp', recordReceipt: 'Ghi ngày nhận quyết định', recordCeremony: 'Ghi lễ kết nạp', assignMentor: 'Phân công giúp đỡ',
  recordDossierOpened: 'Ghi đã lập hồ sơ', closeCase: 'Dừng xét hồ sơ', moveCase: 'Chuyển hồ sơ', openConfirmation: 'Lập hồ sơ công nhận',
  recordMentorRemark: 'Ghi nhận xét tháng', recordClassCertificate: 'Ghi chứng nhận lớp đảng viên mới', recordConfirmationVote: 'Ghi biểu quyết công nhận',
  reportDeadlock: 'Báo cáo cấp trên', recordConfirmationDecision: 'Ghi quyết định công nhận', recordResultReported: 'Ghi đã báo kết quả',
}

/** The next act in one sentence; `{document}`, `{condition}`, `{count}` are filled in where the act has them. */
export const nextActSentences: Readonly<Partial<Record<ActKind | 'notifyCandidate' | 'notifyCell' | 'lookAtCovered', string>>> = {
  recordDocument: 'Bổ sung {document}', replaceDocument: 'Làm lại {document}', recordCircumstances: 'Khai điều kiện: {condition}', checkDocument: 'Kiểm tra hồ sơ',
  requestVerification: 'Gửi thẩm tra lý lịch', recordVerificationReply: 'Đôn đốc trả lời thẩm tra lý lịch', markReadyForCell: 'Trình chi bộ xét', recordCellVote: 'Chi bộ họp xét, biểu quyết',
  returnCase: 'Hồ sơ có {count} điểm cần bổ sung: trả lại', resend: 'Bổ sung {count} điểm rồi gửi lại', recordCommitteeVote: 'Đảng ủy họp xét, biểu quyết',
  recordSectionAppraisal: 'Đảng ủy bộ phận thẩm định', recordDecision: 'Quyết định kết nạp', recordReceipt: 'Nhận quyết định kết nạp', recordCeremony: 'Tổ chức lễ kết nạp',
  assignMentor: 'Phân công đảng viên giúp đỡ', recordDossierOpened: 'Lập lý lịch đảng viên và phiếu đảng viên', recordMentorRemark: 'Nhận xét đảng viên dự bị trong tháng',
  recordClassCertificate: 'Cử đi học lớp đảng viên mới', recordConfirmationVote: 'Chi bộ họp xét công nhận chính thức', openConfirmation: 'Lập hồ sơ xét công nhận',
  reportDeadlock: 'Báo cáo cấp ủy cấp trên trực tiếp', recordConfirmationDecision: 'Quyết định công nhận hoặc xóa tên', recordResultReported: 'Báo kết quả, cập nhật hồ sơ',
  notifyCandidate: 'Báo cho người xin vào Đảng', notifyCell: 'Báo kết quả cho chi bộ', lookAtCovered: 'Xem lại điều kiện được che',
}

export const coveredConditions = 'Điều kiện thuộc phần được che'
export const coveredConditionsMissing = 'mở phần được che để biết điều nào'
export const coveredReasonWhat = 'Nội dung được che'
export const coveredReasonTodo = 'Mở phần được che để biết phải bổ sung gì'

export const clockNames: Readonly<Record<ClockKind, string>> = {
  verification: 'Trả lời thẩm tra lý lịch', freshness: 'Tài liệu còn giá trị', certificate: 'Giấy chứng nhận lớp nhận thức về Đảng', sendUp: 'Gửi nghị quyết lên',
  decision: 'Quyết định kết nạp', ceremony: 'Lễ kết nạp', dossierOpening: 'Lập hồ sơ đảng viên', returned: 'Bổ sung hồ sơ', probation: 'Thời gian dự bị',
  cellConsiders: 'Chi bộ xét công nhận', confirmationDecision: 'Quyết định công nhận',
}

export const faultNames: Readonly<Record<FaultKind, string>> = {
  missing: 'Không có trong hồ sơ', stale: 'Quá thời hạn', unsigned: 'Thiếu chữ ký, con dấu', wrongForm: 'Sai mẫu', contradiction: 'Nội dung không khớp',
  illegible: 'Mờ, không đọc được', procedure: 'Sai thủ tục', other: 'Lý do khác',
}

export const closeReasonNames: Readonly<Record<CloseReason, string>> = {
  withdrawn: 'Người xin vào Đảng rút đơn', stale: 'Hồ sơ quá hạn, không tiếp tục', unsuitable: 'Không đủ điều kiện', cellRejected: 'Chi bộ không thông qua',
  committeeRejected: 'Đảng ủy cơ sở không thông qua', declined: 'Cấp có thẩm quyền không kết nạp', movedAway: 'Đã chuyển đi nơi khác', died: 'Đã từ trần', enteredInError: 'Lập nhầm hồ sơ',
}

export const documentStateNames: Readonly<Record<DocumentState, string>> = {
  missing: 'Chưa có', toCheck: 'Chờ kiểm tra', valid: 'Đạt', needsWork: 'Cần bổ sung', expired: 'Hết giá trị', notRequired: 'Không yêu cầu', cannotTell: 'Chưa rõ có cần không', notYet: 'Chưa đến bước',
}

export const questionNames = { admit: 'kết nạp', confirm: 'công nhận chính thức', strikeOff: 'xóa tên' } as const

/** What an act ended in. */
export const resultNames: Readonly<Record<Result, string>> = {
  carried: 'đạt', lost: 'không đạt', deadlocked: 'hết số lần, không đạt', admit: 'kết nạp', decline: 'không kết nạp', confirm: 'công nhận', strikeOff: 'xóa tên',
}

/** Facts that decide about a paper, by the names people use. */
export const missingFactNames: Readonly<Record<string, string>> = {
  youthUnionExists: missingNames.youthUnionExists, youthUnionMember: missingNames.youthUnionMember, ofYouthUnionAge: missingNames.birth, tradeUnionMember: 'có phải đoàn viên công đoàn không',
  overMaxAge: missingNames.birth, educationByConsent: missingNames.education, verifiedByLetter: missingNames.background,
}

/** A person whose name cannot be shown. */
export const unknownPerson = 'chưa rõ tên'

export const admissionRefusals: RefusalWordsByCode = {
  'admission.caseNotFound': { what: 'Không tìm thấy hồ sơ này.', why: 'Địa chỉ không đúng, hoặc hồ sơ nằm ngoài phạm vi vai trò đang dùng.', todo: 'Về danh sách hồ sơ.' },
  'admission.secondOpenFile': { what: '{name} đang có một hồ sơ chưa xong.', why: 'Mỗi người chỉ có một hồ sơ đang làm.', todo: 'Mở hồ sơ đang làm, hoặc dừng hồ sơ đó trước.' },
  'admission.secondOpenFileAtOnce': { what: 'Người này vừa có một hồ sơ khác được lập.', why: 'Mỗi người chỉ có một hồ sơ đang làm.', todo: 'Tải lại và mở hồ sơ đang làm.' },
  'admission.alreadyMember': { what: '{name} đang là đảng viên.', why: 'Chỉ lập hồ sơ kết nạp cho người chưa là đảng viên.', todo: 'Kiểm tra lại người được chọn.' },
  'admission.neverAMember': { what: '{name} chưa từng là đảng viên trong sổ.', why: 'Kết nạp lại chỉ dành cho người đã ra khỏi Đảng.', todo: 'Lập hồ sơ kết nạp, hoặc ghi lần là đảng viên trước đây.' },
  'admission.wasAMember': { what: '{name} đã từng là đảng viên.', why: 'Trường hợp này xét theo quy định về kết nạp lại.', todo: 'Lập hồ sơ kết nạp lại.' },
  'admission.personKnown': { what: 'Trong sổ đã có {name}, sinh {born}, {cell}.', why: 'Cùng họ tên và ngày sinh thường là một người.', todo: 'Chọn người đã có trong sổ; nếu là người khác, đánh dấu “Là người khác” rồi ghi lại.' },
  'admission.openedBeforeBirth': { what: 'Ngày lập hồ sơ {on} trước ngày sinh {born}.', todo: 'Sửa một trong hai ngày.' },
  'admission.personNotChosen': { what: 'Chưa rõ lập hồ sơ cho ai.', todo: 'Chọn một người đã có, hoặc khai một người mới.' },
  'admission.introducerNotFound': { what: 'Không tìm thấy người giới thiệu này.', why: 'Người giới thiệu phải là đảng viên của chính tổ chức cơ sở đảng mà chi bộ xét kết nạp trực thuộc.', todo: 'Chọn lại trong danh sách đảng viên.' },
  'admission.cellNotGiven': { what: 'Chưa chọn chi bộ xét kết nạp.', why: 'Người này chưa được chi bộ nào theo dõi.', todo: 'Chọn chi bộ.' },
  'admission.notACell': { what: '“{organisation}” không phải chi bộ.', why: 'Hồ sơ kết nạp do chi bộ xét.', todo: 'Chọn chi bộ.' },
  'admission.noSuperior': { what: 'Không xác định được cấp ủy có thẩm quyền của {cell} vào ngày {on}.', why: 'Chi bộ chưa thuộc tổ chức cơ sở đảng nào, hoặc tổ chức cơ sở không có cấp trên.', todo: 'Kiểm tra cây tổ chức vào ngày đó.' },
  'admission.actOfOtherRole': { what: 'Việc “{act}” không thuộc vai trò đang dùng.', why: 'Mỗi bước do một cấp ghi.', todo: 'Xem “Việc tiếp theo” của hồ sơ để biết đang chờ ai.' },
  'admission.notAtThisStage': { what: 'Chưa làm được việc “{act}”: hồ sơ đang ở bước “{stage}”.', why: 'Các bước phải làm theo thứ tự.', todo: 'Làm việc tiếp theo ghi ở đầu hồ sơ.' },
  'admission.fileIsReturned': { what: 'Hồ sơ đang trả lại cho {holder} để bổ sung.', why: 'Khi hồ sơ bị trả lại, các bước sau phải chờ.', todo: 'Bổ sung rồi gửi lại hồ sơ.' },
  'admission.fileElsewhere': { what: 'Hồ sơ đang ở {holder}.', why: 'Người đang giữ hồ sơ mới sửa được giấy tờ trong đó.', todo: 'Đề nghị nơi đang giữ trả lại hồ sơ để bổ sung.' },
  'admission.notReturned': { what: 'Hồ sơ không ở tình trạng bị trả lại.', todo: 'Tải lại để xem tình trạng mới nhất.' },
  'admission.alreadyDone': { what: 'Việc “{act}” đã ghi ngày {on}.', why: 'Mỗi bước chỉ ghi một lần.', todo: 'Xem mục Quá trình của hồ sơ.' },
  'admission.notYetSentUp': { what: '{cell} chưa gửi hồ sơ lên.', why: 'Cấp trên xét hồ sơ sau khi chi bộ gửi.', todo: 'Chi bộ gửi hồ sơ lên trước.' },
  'admission.noCommittee': { what: '{grassroots} là chi bộ cơ sở, không có đảng ủy cơ sở.', why: 'Nghị quyết của chi bộ cơ sở gửi thẳng lên cấp ủy cấp trên.', todo: 'Gửi hồ sơ lên Ban Tổ chức.' },
  'admission.committeeDecidesItself': { what: '{grassroots} được ủy quyền quyết định kết nạp.', why: 'Nơi được ủy quyền thì không gửi lên cấp trên quyết định.', todo: 'Ghi quyết định kết nạp.' },
  'admission.appraisalMissing': { what: '{section} chưa thẩm định.', why: 'Chi bộ thuộc đảng bộ bộ phận thì nghị quyết phải qua thẩm định.', todo: 'Ghi thẩm định của đảng ủy bộ phận trước.' },
  'admission.noSection': { what: '{cell} không thuộc đảng bộ bộ phận.', why: 'Chỉ nơi có đảng bộ bộ phận mới có bước thẩm định này.', todo: 'Ghi biểu quyết của đảng ủy.' },
  'admission.dayNotYet': { what: 'Ngày {on} chưa đến.', why: 'Chỉ ghi việc đã làm; hôm nay là {today}.', todo: 'Sửa ngày.' },
  'admission.dayBeforeRules': { what: 'Ngày {on} trước ngày phần mềm biết quy định.', why: 'Các bước được xét theo quy định có từ {first}.', todo: 'Sửa ngày, hoặc nhập kết quả cũ từ danh sách.' },
  'admission.beforeFormerStep': { what: 'Ngày {on} trước bước “{former}” ({formerOn}).', why: 'Các bước phải theo thứ tự thời gian.', todo: 'Sửa ngày.' },

  'admission.documentTypeUnknown': { what: 'Không có loại giấy tờ mang mã {code} trong hồ sơ này.', todo: 'Chọn giấy tờ trong danh mục của hồ sơ.' },
  'admission.factBeforeBirth': { what: 'Ngày {on} trước ngày sinh {born}.', why: 'Điều khai về người xin vào Đảng không thể có trước khi sinh.', todo: 'Sửa một trong hai ngày.' },
  'admission.paperBeforeBirth': { what: 'Ngày ký {datedOn} trước ngày sinh {born}.', todo: 'Sửa ngày ký; nếu ngày sinh sai, sửa ngày sinh.' },
  'admission.receivedBeforeSigned': { what: 'Ngày nhận {receivedOn} trước ngày ký {datedOn}.', why: 'Giấy ký rồi mới nhận được.', todo: 'Sửa một trong hai ngày.' },
  'admission.documentNotFound': { what: 'Không tìm thấy tài liệu này trong hồ sơ.', why: 'Có thể tài liệu vừa được thay.', todo: 'Tải lại hồ sơ.' },
  'admission.documentTooMany': { what: '“{title}” đã có trong hồ sơ.', why: 'Giấy này chỉ có một bản.', todo: 'Thay tài liệu nếu có bản mới.' },
  'admission.faultMissing': { what: 'Chưa ghi tài liệu cần bổ sung điều gì.', why: 'Chi bộ phải biết cần sửa chỗ nào.', todo: 'Chọn lỗi và ghi rõ.' },
  'admission.scanNotFound': { what: 'Không tìm thấy bản chụp này.', todo: 'Tải lại hồ sơ.' },
  'admission.scanKindUnknown': { what: 'Tệp “{fileName}” không phải ảnh hoặc PDF.', why: 'Nhận ảnh JPG, PNG, WEBP, HEIC và tệp PDF; loại tệp xét theo nội dung, không theo tên.', todo: 'Chụp hoặc quét lại.' },
  'admission.scanTooLarge': { what: 'Tệp nặng {megabytes} MB.', why: 'Mỗi bản chụp tối đa {limit} MB.', todo: 'Giảm độ phân giải hoặc chia thành nhiều tệp.' },
  'admission.scanEmpty': { what: 'Tệp “{fileName}” rỗng.', todo: 'Chọn lại tệp.' },
  'admission.documentMissing': { what: 'Chưa có {paper}.', why: 'Hồ sơ phải có giấy này đến bước đang xét.', todo: 'Bổ sung giấy này.' },
  'admission.documentUndecided': { what: 'Chưa biết có cần {paper} không.', why: 'Còn thiếu: {missing}.', todo: 'Khai điều kiện còn thiếu.' },
  'admission.documentNeedsWork': { what: '{paper} cần bổ sung: {remark}.', why: 'Giấy này đã được kiểm tra và chưa đạt.', todo: 'Thay giấy này.' },
  'admission.documentNotChecked': { what: '{paper} chưa được kiểm tra.', why: 'Trước khi trình, mọi giấy tờ phải được kiểm tra.', todo: 'Kiểm tra giấy này.' },
  'admission.paperAfterDay': { what: '{paper} ký {datedOn}, sau ngày {on}.', why: 'Chi bộ chỉ xét giấy đã có vào ngày ấy.', todo: 'Sửa ngày họp, hoặc ngày ký của giấy.' },
  'admission.paperStale': { what: '{paper} ký {datedOn}, đến ngày chi bộ họp {on} đã hơn {months} tháng.', why: 'Quá {limit} tháng phải làm lại.', todo: 'Đề nghị người viết làm lại.' },

  'admission.verificationNotFound': { what: 'Không tìm thấy lần thẩm tra này trong hồ sơ.', todo: 'Tải lại hồ sơ.' },
  'admission.verificationNotAsked': { what: 'Chưa thẩm tra lý lịch người xin vào Đảng.', why: 'Phải có đủ trả lời thẩm tra trước khi chi bộ xét.', todo: 'Đề nghị đảng ủy cơ sở gửi thẩm tra, rồi ghi trả lời.' },
  'admission.verificationAnswered': { what: '{place} đã trả lời ngày {on}.', why: 'Mỗi lần thẩm tra ghi một trả lời.', todo: 'Gửi thẩm tra lần nữa nếu cần.' },
  'admission.verificationAwaited': { what: '{place} chưa trả lời thẩm tra gửi ngày {askedOn}.', why: 'Phải có đủ trả lời thẩm tra trước khi chi bộ xét.', todo: 'Đôn đốc nơi thẩm tra rồi ghi trả lời.' },

  'admission.notOldEnough': { what: 'Người xin vào Đảng {years} tuổi {months} tháng vào ngày chi bộ họp {on}.', why: 'Tuổi tính đủ tháng vào ngày chi bộ họp.', todo: 'Đưa vào buổi họp từ {from}.' },
  'admission.tooOld': { what: 'Người xin vào Đảng {years} tuổi {months} tháng vào ngày chi bộ họp {on}.', why: 'Quá {limit} tuổi phải có văn bản đồng ý trước của cấp có thẩm quyền.', todo: 'Ghi số, ngày văn bản đồng ý.' },
  'admission.certificateMissing': { what: 'Chưa có giấy chứng nhận lớp bồi dưỡng nhận thức về Đảng.', why: 'Phải có giấy chứng nhận còn giá trị vào ngày chi bộ họp.', todo: 'Ghi giấy chứng nhận, hoặc cử đi học.' },
  'admission.certificateNotYet': { what: 'Giấy chứng nhận cấp {issuedOn}, sau ngày chi bộ họp {on}.', why: 'Phải có giấy chứng nhận còn giá trị vào ngày chi bộ họp.', todo: 'Sửa ngày họp, hoặc ngày cấp giấy.' },
  'admission.certificateExpired': { what: 'Giấy chứng nhận cấp {issuedOn} hết giá trị trước ngày chi bộ họp {on}.', why: 'Có giá trị {months} tháng, đến {validUntil}.', todo: 'Cử đi học lại lớp nhận thức về Đảng.' },
  'admission.tooFewSponsors': { what: 'Có {counted} người giới thiệu đủ điều kiện, cần {needed}.', why: 'Người giới thiệu phải là đảng viên chính thức, cùng đơn vị đủ thời gian, không đang bị kỷ luật.', todo: 'Bổ sung người giới thiệu.' },
  'admission.sponsorNotFull': { what: 'Người giới thiệu {sponsor} chưa phải đảng viên chính thức.', why: 'Người giới thiệu phải là đảng viên chính thức.', todo: 'Chọn người giới thiệu khác.' },
  'admission.sponsorDoesNotFit': { what: 'Người giới thiệu {sponsor} chưa đủ điều kiện: {faults}.', why: 'Mỗi người giới thiệu phải đủ điều kiện vào ngày chi bộ họp.', todo: 'Chọn người giới thiệu khác.' },
  'admission.conditionNotMet': { what: 'Chưa đạt điều kiện: {condition}.', why: 'Điều kiện xét vào ngày chi bộ họp.', todo: 'Bổ sung: {missing}.' },
  'admission.coveredNotMet': { what: 'Có điều kiện thuộc phần được che chưa đạt hoặc chưa đủ giấy tờ.', why: 'Điều kiện nào cũng phải đạt vào ngày chi bộ họp.', todo: 'Ở mục Điều kiện của hồ sơ, mở phần được che (ghi lý do) để biết điều nào, rồi khai bổ sung.' },
  'admission.conditionUnknown': { what: 'Chưa đủ thông tin về: {condition}.', why: 'Điều kiện nào cũng phải rõ trước khi chi bộ xét.', todo: 'Khai: {missing}.' },

  'admission.rollTooSmall': { what: 'Chi bộ còn {full} đảng viên chính thức, chưa đủ để xét.', why: 'Chi bộ phải có ít nhất {needed} đảng viên chính thức.', todo: 'Báo cáo đảng ủy cơ sở.' },
  'admission.tallyExceedsPresent': { what: 'Tổng số phiếu là {cast}, nhiều hơn {present} người có mặt.', why: 'Mỗi người được biểu quyết có mặt một phiếu; đảng viên dự bị không biểu quyết.', todo: 'Kiểm tra lại số phiếu hoặc điểm danh.' },
  'admission.presentExceedsDenominator': { what: 'Có mặt {present} người, nhiều hơn {denominator} người được biểu quyết.', why: 'Người không tính vào mẫu số không biểu quyết; trong chi bộ, người được miễn mà dự họp thì tính vào mẫu số.', todo: 'Kiểm tra lại điểm danh và mẫu số.' },
  'admission.nobodyPresent': { what: 'Chưa ghi số người có mặt.', todo: 'Ghi số người có mặt và số phiếu.' },
  'admission.notExempt': { what: 'Có người được ghi là miễn sinh hoạt mà dự họp, nhưng không thuộc diện miễn vào ngày đó.', todo: 'Xem lại danh sách người được miễn.' },
  'admission.noCommitteeOn': { what: 'Chưa có cấp ủy của {organisation} vào ngày {on}.', why: 'Mẫu số là số cấp ủy viên của nhiệm kỳ có ngày họp.', todo: 'Ghi nhiệm kỳ và số cấp ủy viên trong Tổ chức đảng.' },
  'admission.questionDoesNotFit': { what: 'Chi bộ đã biểu quyết đề nghị {carried}.', why: 'Đảng ủy xét theo nghị quyết của chi bộ; chỉ biểu quyết nội dung khác khi nội dung ấy không đạt.', todo: 'Chọn đúng nội dung biểu quyết.' },
  'admission.voteRecordedAtOnce': { what: 'Biểu quyết này vừa được người khác ghi.', todo: 'Tải lại hồ sơ.' },

  'admission.noReturnReason': { what: 'Chưa có lý do trả lại.', why: 'Mỗi lần trả lại phải nêu ít nhất một lý do gắn với giấy tờ hoặc điều kiện.', todo: 'Thêm lý do.' },
  'admission.reasonNamesNothing': { what: 'Lý do “{what}” chưa gắn với giấy tờ hoặc điều kiện nào.', why: 'Chi bộ phải thấy đúng chỗ cần sửa.', todo: 'Chọn giấy tờ hoặc điều kiện cho lý do này.' },
  'admission.returnGoesNowhere': { what: 'Hồ sơ đang ở {holder}, không trả lại được.', why: 'Chỉ nơi đang xét hồ sơ mới trả lại cho cấp dưới.', todo: 'Tải lại để xem hồ sơ đang ở đâu.' },
  'admission.returnDueTooEarly': { what: 'Hạn bổ sung {dueOn} không sau ngày trả lại {on}.', todo: 'Chọn hạn muộn hơn.' },
  'admission.returnReasonOpen': { what: 'Chưa bổ sung: {what}.', why: 'Lý do trả lại gắn với {title}.', todo: 'Thay hoặc bổ sung giấy ấy; nếu là điều kiện thì khai lại, hoặc ghi giải trình khi gửi lại.' },
  'admission.returnAlreadyWorkedOn': { what: 'Hồ sơ trả lại đã được bổ sung.', why: 'Chỉ rút lại được khi chưa ai làm gì sau lần trả lại.', todo: 'Chờ chi bộ gửi lại.' },

  'admission.decisionTooEarly': { what: 'Chưa ghi được quyết định: {voter} chưa biểu quyết.', why: 'Phải biểu quyết đạt tỷ lệ trước khi trình.', todo: 'Ghi biểu quyết trước.' },
  'admission.decisionBeforeVote': { what: 'Quyết định ký {decidedOn}, trước ngày {voter} biểu quyết {votedOn}.', why: 'Quyết định căn cứ vào biểu quyết.', todo: 'Sửa ngày ký.' },
  'admission.notSubmitted': { what: 'Hồ sơ chưa trình ban thường vụ.', why: 'Quyết định ghi sau khi hồ sơ đã kiểm tra và trình.', todo: 'Trình ban thường vụ trước.' },
  'admission.notCompetent': { what: 'Vai trò đang dùng không ghi được quyết định này.', why: 'Ngày {on}, thẩm quyền quyết định thuộc {deciding}.', todo: 'Gửi hồ sơ lên cấp có thẩm quyền; nếu ngày quyết định sai, sửa ngày.' },
  'admission.decisionNumberUsed': { what: 'Số {number} đã dùng cho quyết định ngày {usedOn} về {name}.', why: '{organisation} đánh số văn bản một lần trong nhiệm kỳ.', todo: 'Kiểm tra lại số quyết định.' },
  'admission.decisionNumberUsedAtOnce': { what: 'Số quyết định này vừa được dùng.', todo: 'Kiểm tra lại số quyết định.' },
  'admission.declineReasonMissing': { what: 'Chưa ghi lý do không kết nạp.', why: 'Kết quả phải báo cho chi bộ, dù kết nạp hay không.', todo: 'Ghi lý do.' },
  'admission.boardVoteLost': { what: 'Ban thường vụ {inFavour}/{denominator} tán thành, cần {required}.', why: 'Chưa đủ số phiếu để quyết định.', todo: 'Ghi quyết định không kết nạp, hoặc xem lại số phiếu.' },
  'admission.extensionTooLong': { what: 'Xin gia hạn {asked} ngày làm việc, chỉ còn được {left}.', why: 'Trường hợp đặc biệt được gia hạn nhiều nhất {limit} ngày làm việc, tính tất cả các lần.', todo: 'Giảm số ngày.' },

  'admission.receiptBeforeDecision': { what: 'Ngày nhận {receivedOn} trước ngày ký quyết định {decidedOn}.', todo: 'Sửa ngày nhận.' },
  'admission.ceremonyBeforeDecision': { what: 'Lễ kết nạp {heldOn} trước ngày quyết định {decidedOn}.', why: 'Chỉ tổ chức lễ khi đã có quyết định kết nạp.', todo: 'Sửa ngày lễ.' },
  'admission.ceremonyBeforeDecisionAtOnce': { what: 'Lễ kết nạp không được trước ngày quyết định.', todo: 'Sửa ngày lễ.' },
  'admission.ceremonyLateNoConsent': { what: 'Lễ kết nạp {heldOn} quá {days} ngày làm việc kể từ {startsOn} (hạn {dueOn}).', why: 'Quá hạn phải được cấp ủy cấp trên trực tiếp đồng ý.', todo: 'Ghi số, ngày văn bản đồng ý, hoặc sửa ngày lễ.' },
  'admission.consentAfterCeremony': { what: 'Văn bản đồng ý ngày {issuedOn} sau ngày lễ {heldOn}.', why: 'Phải được đồng ý trước khi tổ chức lễ.', todo: 'Sửa ngày văn bản.' },
  'admission.mentorNotFull': { what: '{name} chưa phải đảng viên chính thức.', why: 'Người giúp đỡ đảng viên dự bị phải là đảng viên chính thức.', todo: 'Chọn người khác.' },
  'admission.mentorMissing': { what: 'Chưa phân công đảng viên giúp đỡ.', why: 'Chi bộ phân công người giúp đỡ ngay sau lễ kết nạp.', todo: 'Phân công giúp đỡ trước.' },

  'admission.letterAfterMove': { what: 'Giấy giới thiệu ký {letterDatedOn}, sau ngày chuyển {movedOn}.', why: 'Có giấy giới thiệu rồi mới chuyển hồ sơ.', todo: 'Sửa một trong hai ngày.' },
  'admission.sameCell': { what: 'Hồ sơ đang ở chính chi bộ này.', todo: 'Chọn chi bộ nơi đến.' },
  'admission.fileFollowsMember': { what: '{name} đang sinh hoạt ở {cell}.', why: 'Hồ sơ của đảng viên dự bị tự đi theo nơi sinh hoạt đảng.', todo: 'Lập đề nghị chuyển sinh hoạt cho {name}; nơi đến tiếp nhận thì hồ sơ sang theo.' },
  'admission.memberNotInCell': { what: 'Ngày {on} {name} chưa sinh hoạt ở {cell}.', why: 'Hồ sơ của đảng viên dự bị đi theo nơi sinh hoạt đảng.', todo: 'Ghi chuyển sinh hoạt trước.' },
  'admission.closeReasonDoesNotFit': { what: 'Lý do “{reason}” không hợp với bước “{stage}”.', todo: 'Chọn lý do khác.' },

  'recognition.notProbationary': { what: '{name} không phải đảng viên dự bị.', why: 'Hồ sơ công nhận chỉ lập cho đảng viên dự bị.', todo: 'Kiểm tra lại người được chọn.' },
  'recognition.ceremonyKnownOtherwise': { what: 'Lễ kết nạp ghi trong sổ là {known}, không phải {ceremonyOn}.', why: 'Ngày lễ kết nạp không được sửa từ hồ sơ công nhận.', todo: 'Dùng ngày trong sổ, hoặc đề nghị sửa ở trang đảng viên.' },
  'recognition.confirmedOnNotEndOfProbation': { what: 'Ngày chính thức {given} chưa đúng.', why: 'Đảng viên được công nhận chính thức từ ngày hết 12 tháng dự bị, dù xét chậm (lễ kết nạp {ceremonyOn}).', todo: 'Ghi {until}, hoặc sửa ngày lễ kết nạp nếu ngày đó sai.' },
  'recognition.probationNotOver': { what: 'Ngày họp {heldOn} chưa hết thời gian dự bị ({until}).', why: 'Chi bộ xét công nhận khi đã hết 12 tháng dự bị.', todo: 'Đưa vào buổi họp từ {until}.' },
  'recognition.classCertificateMissing': { what: 'Chưa có giấy chứng nhận lớp bồi dưỡng đảng viên mới.', why: 'Phải học lớp đảng viên mới trước khi xét công nhận.', todo: 'Ghi giấy chứng nhận, hoặc cử đi học.' },
  'recognition.remarkBeforeProbation': { what: 'Nhận xét ngày {writtenOn} trước ngày lễ kết nạp {from}.', todo: 'Sửa ngày nhận xét.' },
  'recognition.outcomeNotVoted': { what: 'Biểu quyết đề nghị {carried}.', why: 'Quyết định căn cứ vào biểu quyết đã đạt tỷ lệ.', todo: 'Chọn đúng nội dung quyết định.' },
  'recognition.latenessReasonMissing': { what: 'Xét chậm {days} ngày làm việc, chưa ghi lý do.', why: 'Xét chậm phải ghi lý do và nơi chịu trách nhiệm.', todo: 'Ghi lý do chậm.' },
}
