export type Owner = 'cell' | 'grassrootsCommittee' | 'sectionCommittee' | 'decidingOffice' | 'standingBoard' | 'candidate' | 'politicalCentre' | 'member' | 'outsideOrganisation'
export const ownerNames: Readonly<Record<Owner, string>> = {
  cell: 'Bí thư chi bộ', grassrootsCommittee: 'Đảng ủy cơ sở', sectionCommittee: 'Đảng ủy bộ phận', decidingOffice: 'Ban Tổ chức', standingBoard: 'Ban thường vụ',
  candidate: 'Người xin vào Đảng', politicalCentre: 'Trung tâm chính trị', member: 'Đảng viên', outsideOrganisation: 'Nơi đến ngoài đảng bộ',
}

export const relativeNames: Readonly<Record<string, string>> = {
  candidate: 'bản thân', father: 'cha', mother: 'mẹ', fosterer: 'người nuôi dưỡng', spouse: 'vợ hoặc chồng', spouseFather: 'cha của vợ hoặc chồng', spouseMother: 'mẹ của vợ hoặc chồng', child: 'con',
}

export const relationNames = { work: 'công tác, lao động', study: 'học tập', residence: 'nơi cư trú' } as const
export const educationNames = {
  G00: 'chưa biết chữ', G01: 'biết đọc, biết viết', G10: 'hoàn thành tiểu học', G20: 'trung học cơ sở', G30: 'trung học phổ thông',
} as const
export const evidenceNames = { E1: 'bằng tốt nghiệp', E2: 'giấy xác nhận hoàn thành chương trình', E3: 'giấy xác nhận biết chữ' } as const
export const leavingReasonNames = {
  leftByOwnWill: 'tự bỏ sinh hoạt đảng', askedToLeave: 'xin ra khỏi Đảng', causedDisunity: 'gây mất đoàn kết nội bộ nghiêm trọng', convictedOfCorruption: 'bị kết án vì tham nhũng',
  convictedOfSeriousCrime: 'bị kết án vì tội nghiêm trọng trở lên', convictedOfLesserCrime: 'bị kết án vì tội ít nghiêm trọng', other: 'lý do khác',
} as const
