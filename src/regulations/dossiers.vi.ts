/** Parts of a member's dossier, in the order in which the papers lie. */
export const dossierGroupNames = {
  applicant: 'Hồ sơ người xin vào Đảng',
  considered: 'Xét kết nạp và quyết định kết nạp',
  probation: 'Thời gian dự bị',
  official: 'Đảng viên chính thức, bổ sung hằng năm',
  events: 'Tài liệu theo việc phát sinh',
} as const

export type DossierGroup = keyof typeof dossierGroupNames

/** What happened to a member that asks for papers of its own. */
export const dossierEventNames = {
  readmitted: 'Được kết nạp lại',
  disciplined: 'Bị kỷ luật',
  commended: 'Được khen thưởng',
  badge: 'Được tặng Huy hiệu Đảng',
  transferred: 'Chuyển sinh hoạt đảng đến',
  exempt: 'Được miễn công tác và sinh hoạt đảng',
  suspended: 'Bị đình chỉ sinh hoạt đảng',
  nameChanged: 'Thay đổi họ tên',
  birthCorrected: 'Đính chính ngày sinh',
  ethnicityChanged: 'Xác định lại dân tộc',
  workedAbroad: 'Công tác, học tập ở nước ngoài',
  retired: 'Nghỉ hưu, nghỉ mất sức',
  demobilised: 'Phục viên, xuất ngũ',
  theoryDiploma: 'Có bằng lý luận chính trị',
  struckOff: 'Bị xóa tên',
  left: 'Được cho ra khỏi Đảng',
  died: 'Từ trần',
  paperLost: 'Bị mất hồ sơ',
} as const

export type DossierEvent = keyof typeof dossierEventNames

/** Why a dossier must hold a paper. */
export const dossierReasonNames = {
  everyMember: 'hồ sơ đảng viên nào cũng phải có',
  official: 'đã là đảng viên chính thức',
  joinedUnderPack: 'vào Đảng khi đã có bộ mẫu này',
  ofYouthUnionAge: 'vào Đảng trong độ tuổi Đoàn',
  officialUnderPack: 'được công nhận chính thức khi đã có bộ mẫu này',
  everyYear: 'bổ sung hằng năm',
  event: 'việc đã xảy ra',
} as const

export type DossierReason = keyof typeof dossierReasonNames
