import { range, type Chronicle } from './chronicle.ts'
import type { Posts } from './committees.ts'
import type { District } from './kinds.ts'
import type { Member } from './members.ts'
import type { People } from './people.ts'
import { HELD_SINCE, maySignIn, signIns, type SignIn } from './sign-ins.ts'
import { grantedBy, signInWords } from './staged.vi.ts'

/** Who acts in the program: account and member by sign-in name. */
export type Accounts = ReadonlyMap<SignIn['signInName'], { readonly id: string; readonly member: Member }>

type Laying = { chronicle: Chronicle; district: District; people: People; members: readonly Member[]; posts: Posts; passwordHash: string }

/** One user for each role, each of them a member of the district, and one with two roles. */
export function layAccounts({ chronicle, district, people, members, posts, passwordHash }: Laying): Accounts {
  const places = new Map([...district.units, ...district.cells].map(({ code, id }) => [code, id]))
  const taken = new Set<Member>()
  const accounts = new Map<SignIn['signInName'], { id: string; member: Member }>()
  for (const signIn of signIns) {
    const member = whoSignsIn(signIn, members, posts, taken)
    const { fullName } = signInWords[signIn.signInName]
    taken.add(member)
    people.rename(member, fullName)
    const id = chronicle.add('access.account', { sign_in_name: signIn.signInName, full_name: fullName, password_hash: passwordHash, recorded_at: chronicle.known(HELD_SINCE) })
    for (const { role, at } of signIn.holdings) {
      chronicle.add('access.role_holding', { account_id: id, role, organisation_id: places.get(at) ?? district.id, held_during: range(HELD_SINCE), basis: grantedBy, recorded_at: chronicle.known(HELD_SINCE) })
    }
    chronicle.put('members.account_person', { account_id: id, person_id: member.id })
    accounts.set(signIn.signInName, { id, member })
  }
  return accounts
}

function whoSignsIn({ cell, as, sex }: SignIn, members: readonly Member[], posts: Posts, taken: ReadonlySet<Member>): Member {
  const secretary = posts.secretaryOf.get(cell)!
  if (as === 'secretary') return secretary
  const able = members.filter((member) => member.cell.code === cell && member !== secretary && !taken.has(member) && maySignIn(member, sex))
  return (as === 'boardMember' ? able.find((member) => posts.districtBoard.has(member)) : able.find((member) => !posts.districtBoard.has(member))) ?? able[0]!
}
