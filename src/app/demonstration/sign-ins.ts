import { plainDate } from '../../kernel/index.ts'
import { roleNames } from '../../capabilities/access/index.ts'
import { DISTRICT_CODE, stagedCells } from './kinds.ts'
import { isFullOn, type Member } from './members.ts'
import { ethnicitiesOfSignIns, signInWords } from './staged.vi.ts'

/** Password of every user of the demonstration. */
export const DEMONSTRATION_PASSWORD = 'BacQuang@2018'

/** First day on which the users hold their roles. */
export const HELD_SINCE = plainDate('2016-01-04')

export type Role = keyof typeof roleNames

export type SignIn = {
  readonly signInName: keyof typeof signInWords
  readonly sex: 'male' | 'female'
  /** Roles, each with the code of the organisation at which it is held. */
  readonly holdings: readonly { readonly role: Role; readonly at: string }[]
  /** The cell in which the user is a member, and as what. */
  readonly cell: string
  readonly as: 'secretary' | 'boardMember' | 'member'
}

/** The users of the demonstration, one for each role and one with two, in the order in which they are printed. */
export const signIns: readonly SignIn[] = [
  { signInName: 'chuyenvien', sex: 'female', holdings: [{ role: 'superiorOfficer', at: DISTRICT_CODE }], cell: '02.034.024.000.002', as: 'member' },
  { signInName: 'lanhdao', sex: 'male', holdings: [{ role: 'leader', at: DISTRICT_CODE }], cell: '02.034.024.000.001', as: 'boardMember' },
  { signInName: 'dangvu-xa', sex: 'female', holdings: [{ role: 'grassrootsOfficer', at: '02.034.013' }], cell: '02.034.013.000.019', as: 'member' },
  { signInName: 'bithu', sex: 'male', holdings: [{ role: 'cellSecretary', at: stagedCells.secretary }], cell: stagedCells.secretary, as: 'secretary' },
  { signInName: 'dangvien', sex: 'male', holdings: [{ role: 'member', at: stagedCells.secretary }], cell: stagedCells.secretary, as: 'member' },
  { signInName: 'kiemtra', sex: 'male', holdings: [{ role: 'inspector', at: DISTRICT_CODE }], cell: '02.034.024.000.005', as: 'member' },
  { signInName: 'quantri', sex: 'male', holdings: [{ role: 'administrator', at: DISTRICT_CODE }], cell: '02.034.024.000.001', as: 'member' },
  { signInName: 'kiemnhiem', sex: 'female', holdings: [{ role: 'grassrootsOfficer', at: '02.034.028' }, { role: 'cellSecretary', at: stagedCells.both }], cell: stagedCells.both, as: 'secretary' },
]

/** The users with their roles and places in words, for printing. All have the same password. */
export function demonstrationSignIns(): readonly { signInName: string; fullName: string; roleName: string; place: string }[] {
  return signIns.map(({ signInName, holdings }) => ({
    signInName, fullName: signInWords[signInName].fullName, roleName: holdings.map(({ role }) => roleNames[role]).join(', '), place: signInWords[signInName].place,
  }))
}

/** True when one of the fixed names would do for the member. */
export const maySignIn = (member: Member, sex: 'male' | 'female'): boolean =>
  member.sex === sex && member.status === 'full' && isFullOn(member, HELD_SINCE) && ethnicitiesOfSignIns.includes(member.ethnicity)
