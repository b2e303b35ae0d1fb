import type { AddressTable } from '../../platform/ui-kit/index.ts'

/**
 * English name of every page to its address, Vietnamese without accents: read aloud on the telephone, printed in page feet.
 * No personal name or number in an address, only opaque identifiers. A renamed slug moves to `formerAddresses` and redirects for ever.
 */
export const addresses = {
  signIn: '/dang-nhap',
  setUp: '/lan-dau',
  chooseRole: '/chon-vai-tro',
  ownAccount: '/tai-khoan',
  search: '/tim',
  work: '/viec-can-lam',
  term: '/tong-quan',
  organisations: '/to-chuc',
  organisation: '/to-chuc/{id}',
  reorganisations: '/sap-xep',
  reorganisation: '/sap-xep/{id}',
  members: '/dang-vien',
  member: '/dang-vien/{id}',
  sources: '/nguon',
  source: '/nguon/{id}',
  admissionCases: '/ket-nap',
  admissionCase: '/ket-nap/{id}',
  admissionOpen: '/ket-nap/lap-ho-so',
  admissionCircumstances: '/ket-nap/{id}/hoan-canh',
  admissionCellVote: '/ket-nap/{id}/bieu-quyet',
  admissionCommitteeVote: '/ket-nap/{id}/bieu-quyet-dang-uy',
  admissionDecision: '/ket-nap/{id}/quyet-dinh',
  admissionCeremony: '/ket-nap/{id}/le-ket-nap',
  recognitions: '/cong-nhan',
  recognition: '/cong-nhan/{id}',
  recognitionCellVote: '/cong-nhan/{id}/bieu-quyet',
  recognitionDecision: '/cong-nhan/{id}/quyet-dinh',
  targets: '/chi-tieu',
  massOrganisations: '/doan-the',
  imports: '/nhap',
  importNew: '/nhap/moi',
  import: '/nhap/{id}',
  reconciliations: '/doi-chieu',
  reconciliation: '/doi-chieu/{id}',
  statistics: '/thong-ke',
  statisticsTable: '/thong-ke/{table}',
  rules: '/quy-dinh',
  users: '/nguoi-dung',
  user: '/nguoi-dung/{id}',
  audit: '/nhat-ky',

  pocketSignIn: '/m/dang-nhap',
  pocketAccount: '/m/tai-khoan',
  pocketWork: '/m/',
  pocketOutbox: '/m/cho-gui',
  pocketAdmissionCases: '/m/ket-nap',
  pocketAdmissionVote: '/m/ket-nap/{id}/bieu-quyet',
  pocketAdmissionRemark: '/m/ket-nap/{id}/nhan-xet',
  pocketAdmissionCase: '/m/ket-nap/{id}',
  pocketMeetings: '/m/hop',
  pocketMeeting: '/m/hop/{id}',
  pocketAttendance: '/m/hop/{id}/diem-danh',
  pocketVote: '/m/hop/{id}/bieu-quyet/{item}',
  pocketConclusion: '/m/hop/{id}/ket-luan',
  pocketMembers: '/m/dang-vien',
  pocketMember: '/m/dang-vien/{id}',
  pocketAway: '/m/dang-vien/{id}/di-xa',
  pocketMe: '/m/cua-toi',
  pocketSupplement: '/m/cua-toi/bo-sung',
  pocketBallot: '/m/phieu/{id}',
} as const satisfies AddressTable

export type AddressName = keyof typeof addresses

/** Slugs that were once printed or bookmarked, to the name that serves them now. */
export const formerAddresses: Readonly<Record<string, AddressName>> = {}
