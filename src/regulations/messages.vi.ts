/** Words of the rules. Pure data: it imports nothing, and the identifiers of rules, packs, units and days are its keys. */

export const packNames = {
  P2011: 'Bộ quy tắc 2011 (45-QĐ/TW)',
  P2016: 'Bộ quy tắc 2016 (29-QĐ/TW)',
  P2021: 'Bộ quy tắc 2021 (24-QĐ/TW)',
  P2025A: 'Bộ quy tắc 232 (từ 20/01/2025)',
  P2025B: 'Bộ quy tắc 294 (từ 01/7/2025)',
  P2026A: 'Bộ quy tắc 20 (từ 08/4/2026)',
  P2026B: 'Bộ quy tắc 208 (từ 26/7/2026)',
} as const

export const ruleTitles = {
  'admission.citizensOnly': 'Chỉ công dân Việt Nam được xét kết nạp',
  'admission.minAge': 'Tuổi thấp nhất khi chi bộ xét kết nạp',
  'admission.maxAge': 'Tuổi cao nhất khi chi bộ xét kết nạp',
  'admission.overMaxAgeNeedsConsent': 'Người quá tuổi chỉ được xét khi có văn bản đồng ý trước',
  'admission.ageCounting': 'Cách tính tuổi',
  'admission.uncertainBirth': 'Cách tính tuổi khi chỉ biết tháng hoặc năm sinh',
  'admission.education': 'Trình độ học vấn của người vào Đảng',
  'admission.educationInSpecialAreas': 'Học vấn ở miền núi, biên giới, hải đảo, vùng dân tộc thiểu số, ngư dân',
  'admission.educationOfPersonsOfStanding': 'Học vấn của già làng, trưởng bản, người có uy tín, ngư dân',
  'admission.certificateValidityMonths': 'Giấy chứng nhận lớp bồi dưỡng nhận thức về Đảng còn giá trị',
  'admission.fileFreshMonths': 'Hồ sơ chi bộ chưa xét phải làm lại sau',
  'admission.sponsorsMin': 'Số đảng viên giới thiệu',
  'admission.sponsorsBesideUnion': 'Số đảng viên giới thiệu khi đã có nghị quyết của Đoàn hoặc công đoàn',
  'admission.sponsorTogetherMonths': 'Người giới thiệu và người vào Đảng đã cùng đơn vị',
  'admission.sponsorRelation': 'Người giới thiệu cùng đơn vị về',
  'admission.sponsorFreeOfDiscipline': 'Người giới thiệu không đang bị kỷ luật, đình chỉ sinh hoạt',
  'admission.youthUnionIntroduces': 'Người trong độ tuổi Đoàn phải là đoàn viên và được Đoàn giới thiệu (nơi có tổ chức Đoàn)',
  'admission.youthUnionMaxAge': 'Tuổi đoàn viên cao nhất',
  'admission.tradeUnionIntroduces': 'Nơi không có Đoàn, đoàn viên công đoàn được công đoàn giới thiệu',
  'admission.backgroundReplyWorkingDays': 'Trả lời thẩm tra lý lịch ở trong nước',
  'admission.backgroundReplyAbroadWorkingDays': 'Trả lời thẩm tra lý lịch ở ngoài nước',
  'admission.politicalCheckNeedsConclusion': 'Có vấn đề về chính trị thì phải có kết luận bằng văn bản',
  'admission.populationPolicyWaitMonths': 'Thời gian chờ khi vi phạm chính sách dân số',
  'admission.religionNeedsApproval': 'Hồ sơ của người có đạo phải có văn bản cho phép riêng',
  'admission.foreignMarriageNeedsApproval': 'Hồ sơ của người có hôn nhân với người nước ngoài phải có văn bản cho phép riêng',
  'admission.backgroundScope': 'Những người phải thẩm tra lý lịch',
  'admission.decisionWorkingDays': 'Cấp ủy có thẩm quyền quyết định kết nạp',
  'admission.decisionExtensionWorkingDays': 'Gia hạn quyết định kết nạp nhiều nhất',
  'admission.decisionClockStart': 'Thời hạn quyết định tính từ',
  'admission.ceremonyWorkingDays': 'Tổ chức lễ kết nạp',
  'admission.ceremonyClockStart': 'Thời hạn tổ chức lễ kết nạp tính từ',
  'admission.decisionBodyGrassroots': 'Ở đảng bộ cơ sở được ủy quyền, ai quyết định kết nạp',
  'admission.decisionBodySuperior': 'Ở cấp trên, ai quyết định kết nạp',
  'admission.sendUpWorkingDays': 'Chi bộ gửi nghị quyết và hồ sơ lên cấp ủy cấp trên',
  'admission.returnedFileWorkingDays': 'Bổ sung hồ sơ bị trả lại',
  'admission.dossierOpeningWorkingDays': 'Lập lý lịch đảng viên và phiếu đảng viên sau lễ kết nạp',
  'readmission.waitMonths': 'Thời gian chờ từ khi ra khỏi Đảng',
  'readmission.waitMonthsAfterConviction': 'Thời gian chờ từ khi được xóa án tích (tội ít nghiêm trọng)',
  'readmission.times': 'Số lần được kết nạp lại',
  'readmission.needsConsent': 'Kết nạp lại phải có văn bản đồng ý trước của ban thường vụ tỉnh ủy',
  'readmission.barredReasons': 'Trường hợp không xét kết nạp lại',
  'votes.cell': 'Chi bộ biểu quyết kết nạp, công nhận chính thức',
  'votes.committee': 'Đảng ủy cơ sở biểu quyết kết nạp, công nhận chính thức',
  'votes.standingBoard': 'Ban thường vụ cấp có thẩm quyền quyết định',
  'votes.removal': 'Chi bộ biểu quyết xóa tên đảng viên dự bị',
  'votes.cellAgreement': 'Chi bộ đồng ý theo dõi, giúp đỡ người vào Đảng',
  'votes.unionResolution': 'Ban chấp hành Đoàn, công đoàn giới thiệu',
  'votes.notCounted': 'Không tính vào tổng số khi biểu quyết',
  'probation.months': 'Thời gian dự bị',
  'probation.mentorRemarkMonths': 'Nhận xét của đảng viên giúp đỡ, cứ',
  'probation.start': 'Thời gian dự bị tính từ',
  'probation.endOnLeapDay': 'Ngày hết dự bị khi lễ kết nạp vào 29/02',
  'probation.cellConsidersWorkingDays': 'Chi bộ xét công nhận chính thức sau khi hết dự bị',
  'probation.superiorDecidesWorkingDays': 'Cấp ủy có thẩm quyền quyết định công nhận chính thức',
  'probation.decisionExtensionWorkingDays': 'Gia hạn quyết định công nhận nhiều nhất',
  'probation.confirmationEffective': 'Ngày chính thức',
  'probation.maxVotesBeforeEscalation': 'Số lần biểu quyết trước khi báo cáo cấp trên',
  'probation.newMemberCertificateNeeded': 'Phải có giấy chứng nhận lớp đảng viên mới trước khi xét công nhận',
  'organisations.cellMinFullMembers': 'Đảng viên chính thức ít nhất của một chi bộ',
  'organisations.grassrootsMinFullMembers': 'Đảng viên chính thức ít nhất để lập tổ chức cơ sở đảng',
  'organisations.grassrootsOrganisationMinFullMembers': 'Đảng viên chính thức để lập đảng bộ cơ sở (ít hơn phải được cấp trên đồng ý)',
  'organisations.cellCommitteeMinFullMembers': 'Đảng viên chính thức để chi bộ bầu chi ủy',
  'organisations.standingBoardMinCommitteeMembers': 'Số đảng ủy viên để bầu ban thường vụ',
  'organisations.grassrootsTermMonths': 'Nhiệm kỳ của đảng ủy cơ sở',
  'organisations.grassrootsCellTermMonths': 'Nhiệm kỳ của chi bộ cơ sở',
  'organisations.sectionTermMonths': 'Nhiệm kỳ của đảng ủy bộ phận',
  'organisations.cellTermMonths': 'Nhiệm kỳ của chi bộ trực thuộc đảng ủy cơ sở',
  'documents.formMarks': 'Bộ mẫu giấy tờ kết nạp đảng viên',
  'dossiers.keeping': 'Nơi giữ hồ sơ đảng viên',
  'dossiers.supplementMonths': 'Bổ sung hồ sơ đảng viên, cứ',
  'dossiers.correctionWorkingDays': 'Cấp giữ hồ sơ trả lời đề nghị sửa phiếu đảng viên',
  'dossiers.lostIsRestored': 'Hồ sơ bị mất: đảng viên tường trình, cấp ủy xác nhận rồi khôi phục',
  'organisations.codeFormat': 'Mã tổ chức đảng',
  'calendar.holidays': 'Ngày nghỉ lễ, tết trong năm (không kể nghỉ bù)',
  'members.cardDigits': 'Số chữ số của số thẻ đảng viên',
  'members.membershipYearsStart': 'Tuổi Đảng tính từ',
  'badges.years': 'Số năm tuổi Đảng được tặng Huy hiệu Đảng',
  'badges.awardDays': 'Các đợt tặng Huy hiệu Đảng trong năm (tháng-ngày)',
  'badges.earlyMonths': 'Bị bệnh nặng: được xét tặng Huy hiệu sớm nhiều nhất',
  'badges.posthumousMonths': 'Từ trần: được xét truy tặng Huy hiệu khi còn thiếu nhiều nhất',
  'badges.notUnderDiscipline': 'Đang trong thời gian thi hành kỷ luật thì chưa xét tặng Huy hiệu',
  'badges.listDaysBefore': 'Lập danh sách đề nghị tặng Huy hiệu trước đợt trao',
  'discipline.measuresFull': 'Hình thức kỷ luật đối với đảng viên chính thức',
  'discipline.measuresProbationary': 'Hình thức kỷ luật đối với đảng viên dự bị',
  'discipline.measuresOfCells': 'Hình thức kỷ luật chi bộ được quyết định',
  'discipline.effectMonths': 'Quyết định kỷ luật hết hiệu lực sau',
  'discipline.complaintDays': 'Thời hạn khiếu nại kỷ luật kể từ ngày nhận quyết định',
  'discipline.suspensionTerm': 'Thời hạn đình chỉ sinh hoạt đảng',
  'discipline.suspendedWhileProsecuted': 'Bị khởi tố, tạm giam: đình chỉ theo thời hạn tố tụng',
  'exemptions.grounds': 'Lý do được miễn công tác và sinh hoạt đảng',
  'transfers.startWorkingDays': 'Làm thủ tục chuyển sinh hoạt đảng',
  'transfers.letterPresentWorkingDays': 'Nộp giấy giới thiệu ở nơi đến',
  'transfers.temporaryMonths': 'Thời gian sinh hoạt đảng tạm thời',
  'transfers.letterIssuers': 'Cấp ủy giới thiệu sinh hoạt đảng',
  'transfers.letterAttachments': 'Giấy tờ đi kèm giấy giới thiệu',
  'transfers.waitsForDiscipline': 'Đang xem xét kỷ luật, bị khởi tố thì chưa chuyển sinh hoạt, trừ khi cấp trên đồng ý',
  'transfers.inactiveMonthsBeforeRemoval': 'Không sinh hoạt mà không có lý do thì xét xóa tên, sau',
} as const

export type RuleKey = keyof typeof ruleTitles

export const units = {
  years: 'tuổi', days: 'ngày', months: 'tháng', workingDays: 'ngày làm việc', members: 'đảng viên', times: 'lần', digits: 'chữ số',
} as const

export type Unit = keyof typeof units

/** The day that decides which entry of a rule counts. */
export const pickedByNames = {
  cellMeeting: 'ngày chi bộ họp xét',
  committeeMeeting: 'ngày đảng ủy cơ sở họp xét',
  requestSent: 'ngày gửi yêu cầu thẩm tra',
  fileReturned: 'ngày trả lại hồ sơ',
  proposal: 'ngày đề nghị',
  decision: 'ngày ký quyết định',
  ceremony: 'ngày tổ chức lễ kết nạp',
  probationEnd: 'ngày hết thời gian dự bị',
  vote: 'ngày biểu quyết',
  founding: 'ngày thành lập',
  election: 'ngày đại hội bầu cấp ủy',
  asOf: 'ngày xem số liệu',
  cardIssue: 'ngày phát thẻ',
  transferCause: 'ngày có quyết định hoặc đổi nơi cư trú',
  letterIssued: 'ngày giới thiệu',
  badgeAward: 'ngày của đợt tặng',
  disciplineEffect: 'ngày kỷ luật có hiệu lực',
  decisionReceived: 'ngày nhận quyết định',
  suspensionBegin: 'ngày bắt đầu đình chỉ',
} as const

export type PickedBy = keyof typeof pickedByNames

/** Values that are words rather than numbers. */
export const valueWords: Readonly<Record<string, string>> = {
  unknown: 'chưa rõ (chưa có văn bản để đối chiếu)',
  true: 'có', false: 'không', atLeast: 'ít nhất', moreThan: 'quá',
  thirdChild: 'con thứ ba', fourthChild: 'con thứ tư', min: 'ít nhất', maxExclusive: 'dưới', studyMax: 'đi học, nhiều nhất',
  upTo65: 'loại 30 đến 65 năm', from70: 'loại 70 năm trở lên',
  reprimand: 'khiển trách', warning: 'cảnh cáo', removalFromOffice: 'cách chức', expulsion: 'khai trừ',
  first: 'lần đầu', most: 'kể cả gia hạn nhiều nhất', counting: 'cách tính', inWorkingDays: 'ngày làm việc', inDays: 'ngày',
  oldAge: 'tuổi cao', weakHealth: 'sức khỏe yếu', longTreatment: 'điều trị bệnh dài ngày', abroadAlone: 'ở nước ngoài đơn lẻ, việc riêng', itinerantWork: 'việc làm lưu động dưới một năm', maternity: 'nghỉ thai sản',
  newYear: 'Tết Dương lịch', lunarNewYear: 'Tết Âm lịch', hungKings: 'Giỗ Tổ Hùng Vương', victory: 'Ngày Chiến thắng', labour: 'Quốc tế Lao động', national: 'Quốc khánh',
  groups: 'nhóm chữ số',
  digits: 'số chữ số',
  fullMonthsAtCellMeeting: 'tính đủ tháng, tại thời điểm chi bộ xét',
  lastPossibleMonth: 'lấy tháng muộn nhất có thể', ask: 'hỏi lại ngày sinh',
  lowerSecondaryOrEquivalent: 'trung học cơ sở hoặc tương đương trở lên',
  lowerSecondaryDiploma: 'có bằng tốt nghiệp trung học cơ sở trở lên',
  lowerSecondaryProgramme: 'hoàn thành chương trình trung học cơ sở trở lên',
  primary: 'ít nhất hoàn thành tiểu học',
  literateWithConsent: 'biết đọc, biết viết chữ quốc ngữ, có văn bản đồng ý của ban thường vụ tỉnh ủy',
  work: 'công tác, lao động', study: 'học tập', residence: 'nơi cư trú',
  cellResolution: 'ngày chi bộ ra nghị quyết', arrivalOfFile: 'ngày nhận đủ hồ sơ',
  receiptOfDecision: 'ngày nhận được quyết định', dateOfDecision: 'ngày ký quyết định',
  collectiveCommittee: 'tập thể đảng ủy cơ sở', grassrootsStandingBoard: 'ban thường vụ đảng ủy cơ sở',
  districtStandingBoard: 'ban thường vụ huyện ủy và tương đương (cấp trên trực tiếp của tổ chức cơ sở)',
  directSuperiorOrProvince: 'cấp trên trực tiếp của tổ chức cơ sở, nơi không có thì cấp tỉnh', province: 'cấp tỉnh',
  admissionCeremony: 'ngày tổ chức lễ kết nạp', admissionDecision: 'ngày ghi trên quyết định kết nạp',
  dayBefore: '28/02 năm sau', dayAfter: '01/3 năm sau',
  dayProbationEnds: 'ngày hết 12 tháng dự bị, dù xét muộn', none: 'chưa có quy định',
  probationary: 'đảng viên dự bị', hostedTemporarily: 'đảng viên nơi khác đến sinh hoạt tạm thời',
  temporarilyElsewhere: 'đảng viên đã chuyển sinh hoạt tạm thời đi nơi khác',
  exemptAndAbsent: 'đảng viên được miễn sinh hoạt, không dự họp',
  suspended: 'đảng viên bị đình chỉ sinh hoạt', prosecutedOrDetained: 'đảng viên bị khởi tố, truy tố, tạm giam',
  absentFromCongress: 'vắng mặt có lý do suốt thời gian đại hội',
  leftByOwnWill: 'tự bỏ sinh hoạt đảng', askedToLeave: 'xin ra khỏi Đảng (trừ gia đình đặc biệt khó khăn)',
  causedDisunity: 'gây mất đoàn kết nội bộ nghiêm trọng', convictedOfCorruption: 'bị kết án vì tham nhũng',
  keptByGrassroots: 'cấp ủy cơ sở giữ (nơi chưa đủ điều kiện thì cấp trên trực tiếp)',
  sixteenForms: 'CN-NTVĐ và các mẫu 1-KNĐ đến 16-KNĐ', extendedSet: 'bộ mẫu mở rộng (ký hiệu từng mẫu cần đối chiếu)',
  candidate: 'bản thân', father: 'cha', mother: 'mẹ', fosterer: 'người nuôi dưỡng', spouse: 'vợ hoặc chồng',
  spouseFather: 'cha của vợ hoặc chồng', spouseMother: 'mẹ của vợ hoặc chồng', child: 'con có năng lực hành vi dân sự đầy đủ',
  convictedOfSeriousCrime: 'bị kết án vì tội nghiêm trọng trở lên',
  withinGrassroots: 'trong một đảng bộ cơ sở', withinSuperior: 'giữa hai cơ sở cùng cấp trên', beyond: 'ra ngoài cấp trên trực tiếp',
  grassroots: 'cấp ủy cơ sở', superior: 'cấp trên trực tiếp của cơ sở',
  lasting: 'chuyển chính thức', temporary: 'chuyển tạm thời', sealedDossier: 'hồ sơ niêm phong', selfReview: 'bản tự kiểm điểm', duesPaid: 'đã đóng đảng phí',
}

export const certaintyNames = {
  verified: 'đã đối chiếu văn bản',
  secondary: 'qua bản sao, chưa đối chiếu',
  memory: 'theo trí nhớ, cần đối chiếu',
  inferred: 'quy ước của phần mềm',
} as const

export const stepTitles = {
  A01: 'Tạo nguồn, lập danh sách cảm tình Đảng',
  A02: 'Chi bộ đồng ý theo dõi và phân công đảng viên giúp đỡ',
  A03: 'Học lớp bồi dưỡng nhận thức về Đảng',
  A04: 'Viết đơn xin vào Đảng',
  A05: 'Khai lý lịch của người xin vào Đảng',
  A06: 'Thẩm tra, xác minh lý lịch',
  A07: 'Đảng viên và Đoàn, công đoàn giới thiệu',
  A08: 'Lấy ý kiến tổ chức chính trị - xã hội và chi ủy nơi cư trú',
  A09: 'Chi bộ họp xét, biểu quyết kết nạp',
  A10: 'Đảng ủy bộ phận thẩm định',
  A11: 'Đảng ủy cơ sở họp xét',
  A12: 'Cấp ủy có thẩm quyền quyết định và thông báo',
  A13: 'Tổ chức lễ kết nạp',
  A14: 'Phân công giúp đỡ đảng viên dự bị, lập hồ sơ đảng viên',
  P01: 'Chi bộ nhận xét đảng viên dự bị hằng tháng',
  P02: 'Học lớp bồi dưỡng đảng viên mới',
  P03: 'Đảng viên dự bị viết bản tự kiểm điểm',
  P04: 'Đảng viên được phân công giúp đỡ nhận xét',
  P05: 'Lấy ý kiến đoàn thể và chi ủy nơi cư trú',
  P06: 'Chi bộ họp xét, biểu quyết công nhận chính thức',
  P07: 'Đảng ủy bộ phận thẩm định',
  P08: 'Đảng ủy cơ sở họp xét',
  P09: 'Cấp ủy có thẩm quyền quyết định công nhận',
  P10: 'Xóa tên đảng viên dự bị không đủ tư cách',
  P11: 'Báo kết quả, phát thẻ, cập nhật hồ sơ',
} as const

export type StepCode = keyof typeof stepTitles

export const ownerNames = {
  cell: 'chi bộ',
  cellCommittee: 'chi ủy (bí thư chi bộ)',
  grassrootsCommittee: 'đảng ủy cơ sở',
  sectionCommittee: 'đảng ủy bộ phận',
  decidingCommittee: 'cấp ủy có thẩm quyền',
  candidate: 'người vào Đảng',
  probationaryMember: 'đảng viên dự bị',
  sponsors: 'người giới thiệu và Đoàn, công đoàn',
  mentor: 'đảng viên được phân công giúp đỡ',
  politicalCentre: 'trung tâm chính trị',
} as const

export type StepOwner = keyof typeof ownerNames

export const documentReasons = {
  always: 'hồ sơ nào cũng cần',
  youthUnionMember: 'người vào Đảng là đoàn viên',
  ofYouthUnionAge: 'người vào Đảng trong độ tuổi Đoàn, nơi có tổ chức Đoàn',
  noYouthUnion: 'nơi này không có tổ chức Đoàn',
  notOfYouthUnionAge: 'người vào Đảng không phải đoàn viên và đã quá tuổi Đoàn',
  tradeUnionMember: 'nơi không có tổ chức Đoàn, người vào Đảng là đoàn viên công đoàn',
  youthUnionExists: 'nơi có tổ chức Đoàn nên công đoàn không giới thiệu',
  notTradeUnionMember: 'người vào Đảng không phải đoàn viên công đoàn',
  sectionExists: 'chi bộ thuộc đảng bộ bộ phận',
  noSection: 'chi bộ không thuộc đảng bộ bộ phận',
  committeeAuthorised: 'đảng ủy cơ sở được ủy quyền quyết định',
  committeeNotAuthorised: 'cấp trên quyết định, đảng ủy cơ sở chỉ đề nghị',
  readmission: 'trường hợp kết nạp lại',
  notReadmission: 'không phải trường hợp kết nạp lại',
  needsConsent: 'quá tuổi, kết nạp lại hoặc xét theo ngoại lệ học vấn',
  noConsentNeeded: 'không thuộc trường hợp phải xin ý kiến trước',
  verifiedByLetter: 'có nơi trả lời thẩm tra bằng văn bản riêng',
  verifiedOnForm: 'nơi thẩm tra nhận xét ngay trong lý lịch',
  moved: 'người vào Đảng chuyển nơi khác ở giai đoạn này',
  notMoved: 'người vào Đảng không chuyển nơi khác ở giai đoạn này',
  redoOrdered: 'cấp trên yêu cầu làm lại thủ tục',
  redoNotOrdered: 'cấp trên không yêu cầu làm lại thủ tục',
  notQualified: 'đảng viên dự bị không đủ tư cách',
  qualified: 'đảng viên dự bị đủ tư cách',
} as const

export type DocumentReason = keyof typeof documentReasons

export const limitNames = {
  sendOn: 'Gửi hồ sơ lên đảng ủy cơ sở sau khi chi bộ xét',
  grassrootsCommittee: 'Đảng ủy cơ sở xét và gửi lên cấp có thẩm quyền',
  admissionDecision: 'Quyết định kết nạp',
  ceremony: 'Tổ chức lễ kết nạp',
  dossierOpening: 'Lập hồ sơ đảng viên',
  cellConsiders: 'Chi bộ xét công nhận chính thức',
  confirmationDecision: 'Quyết định công nhận chính thức',
  backgroundReply: 'Trả lời thẩm tra lý lịch',
} as const

export type LimitKind = keyof typeof limitNames

export const conditionTitles = {
  citizenship: 'Công dân Việt Nam',
  age: 'Tuổi đời',
  education: 'Trình độ học vấn',
  certificate: 'Giấy chứng nhận lớp bồi dưỡng nhận thức về Đảng',
  fileFreshness: 'Hồ sơ làm chưa quá hạn',
  sponsors: 'Đủ người giới thiệu',
  sponsor: 'Từng người giới thiệu',
  youthUnion: 'Đoàn viên và nghị quyết của Đoàn',
  backgroundCheck: 'Thẩm tra lý lịch',
  politicalCheck: 'Vấn đề chính trị',
  formerMember: 'Đã từng là đảng viên',
  readmissionBarred: 'Lý do ra khỏi Đảng',
  readmissionWait: 'Thời gian chờ kết nạp lại',
  readmissionTimes: 'Số lần kết nạp lại',
  readmissionConsent: 'Văn bản đồng ý cho xét kết nạp lại',
  populationPolicy: 'Chính sách dân số: văn bản cho phép',
  religion: 'Hồ sơ người có đạo: văn bản cho phép',
  foreignMarriage: 'Hôn nhân với người nước ngoài: văn bản cho phép',
} as const

export type Condition = keyof typeof conditionTitles

export const verdictNames = {
  met: 'đạt', notMet: 'chưa đạt', unknown: 'chưa đủ thông tin', exceptionByConsent: 'đạt theo văn bản đồng ý',
} as const

/** What a condition lacks to be judged. */
export const missingNames = {
  rule: 'quy định đang áp dụng chưa được đối chiếu',
  vietnameseCitizen: 'quốc tịch',
  birth: 'ngày sinh', birthDay: 'ngày, tháng sinh',
  consents: 'văn bản đồng ý của ban thường vụ tỉnh ủy',
  education: 'trình độ học vấn', educationEvidence: 'văn bằng hoặc giấy xác nhận học vấn',
  livesInSpecialArea: 'nơi cư trú có thuộc vùng được áp dụng ngoại lệ không',
  personOfStanding: 'có phải già làng, trưởng bản, người có uy tín, ngư dân không',
  certificate: 'giấy chứng nhận lớp nhận thức về Đảng',
  fileMadeOn: 'ngày làm giấy giới thiệu, nghị quyết, ý kiến nhận xét',
  sponsors: 'người giới thiệu', fullMember: 'người giới thiệu đã chính thức chưa', relation: 'quan hệ với người giới thiệu',
  togetherSince: 'cùng đơn vị từ ngày nào', underDiscipline: 'người giới thiệu có đang bị kỷ luật, đình chỉ không',
  youthUnionExists: 'nơi này có tổ chức Đoàn không', youthUnionMember: 'có phải đoàn viên không', unionResolution: 'nghị quyết giới thiệu của Đoàn hoặc công đoàn',
  background: 'kết quả thẩm tra lý lịch', politicalMatter: 'có vấn đề chính trị cần kết luận không', politicalConclusion: 'kết luận của cấp ủy có thẩm quyền',
  formerMember: 'đã từng là đảng viên chưa', reason: 'lý do ra khỏi Đảng', leftOn: 'ngày ra khỏi Đảng',
  convictionClearedOn: 'ngày được xóa án tích', specialHardship: 'gia đình có đặc biệt khó khăn không', timesReadmitted: 'đã kết nạp lại mấy lần',
  specialBranch: 'có thuộc trường hợp này không', approval: 'văn bản cho phép',
} as const

export type Missing = keyof typeof missingNames

/** Why a sponsor's introduction does not count. */
export const sponsorFaults = {
  notFullMember: 'chưa phải đảng viên chính thức',
  relationNotAllowed: 'không cùng đơn vị theo quy định',
  togetherTooShort: 'cùng đơn vị chưa đủ thời gian',
  underDiscipline: 'đang bị kỷ luật hoặc đình chỉ sinh hoạt',
} as const

export type SponsorFault = keyof typeof sponsorFaults

/** Words of the generated page of instruments. */
export const regulationsPage = {
  title: 'Văn bản và các giá trị phần mềm đang dùng',
  intro: 'Trang này do `npm run generate` viết ra từ `src/regulations`; không sửa bằng tay. Xếp theo văn bản, để người đọc luật đặt văn bản bên cạnh mà đối chiếu.',
  marks: 'Dấu tin cậy',
  marksNote: 'Giá trị chưa “đã đối chiếu văn bản” thì người quản trị thay được ở trang Quy định đang áp dụng, có ghi nguồn; màn hình đánh dấu giá trị đã thay.',
  packs: 'Bộ quy tắc theo thời gian',
  packColumns: ['Bộ quy tắc', 'Từ ngày', 'Văn bản', 'Độ tin cậy'],
  instrument: 'Văn bản',
  inForce: 'Hiệu lực', until: 'đến hết', still: 'đang áp dụng', unknownDay: 'không ghi ngày',
  valueColumns: ['Quy tắc', 'Giá trị', 'Từ ngày', 'Ngày quyết định giá trị nào áp dụng', 'Điều, điểm', 'Độ tin cậy'],
  noValues: 'Chưa có giá trị nào dẫn văn bản này.',
  steps: 'Các bước', stepColumns: ['Bước', 'Việc', 'Ai làm', 'Giấy tờ', 'Biểu quyết', 'Thời hạn'],
  localLimits: 'Thời hạn riêng của địa phương (chỉ áp dụng khi người quản trị nhận)', limitColumns: ['Việc', 'Thời hạn', 'Gia hạn', 'Nguồn', 'Độ tin cậy'],
} as const
