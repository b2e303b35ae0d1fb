import { addMonths, type PlainDate } from '../../kernel/index.ts'
import type { Level } from '../../capabilities/admission/codes.ts'
import type { Accounts } from './accounts.ts'
import type { Decision } from './admission-cases.ts'
import type { Desk } from './case-maker.ts'
import type { Posts } from './committees.ts'
import { stagedCells, type Cell } from './kinds.ts'
import type { Member } from './members.ts'
import { Rolls } from './rolls.ts'
import type { Prospect, Sourcing } from './sources.ts'

export type CaseLaying = Sourcing & { readonly leavers: readonly Member[]; readonly posts: Posts; readonly followed: readonly Prospect[]; readonly letGo: readonly Prospect[]; readonly helpers: ReadonlyMap<Cell, readonly Member[]> }

/** What all files are made with. */
export function deskOf({ chronicle, district, accounts, posts }: CaseLaying): Desk {
  return {
    chronicle, random: chronicle.branch('cases'), rolls: new Rolls(chronicle), actorOf: actors(accounts),
    seatsOf: (unit) => posts.seatsOf.get(unit.code)!, boardSeats: 13, districtId: district.id,
  }
}

/** Whoever of the sign-ins does the work of a level about a cell. */
function actors(accounts: Accounts): (level: Level, cell: Cell) => string | null {
  const id = (name: Parameters<Accounts['get']>[0]) => accounts.get(name)!.id
  return (level, cell) => {
    if (level === 'decidingOffice' || level === 'standingBoard') return cell.unit.mayDecideAdmission ? null : id('chuyenvien')
    if (cell.code === stagedCells.both) return id('kiemnhiem')
    if (level === 'cell') return cell.code === stagedCells.secretary ? id('bithu') : null
    return cell.unit.code === '02.034.013' ? id('dangvu-xa') : cell.unit.code === '02.034.028' ? id('kiemnhiem') : null
  }
}

/** Who may introduce a candidate whose file opens on the day: full members of more than a year in the cell, free of everything. */
export function sponsorsFor({ random, rolls }: Desk, helpers: readonly Member[], openedOn: PlainDate, meetsOn: PlainDate): Member[] {
  const long = helpers.filter((member) => member.inCellSince <= addMonths(openedOn, -14) && rolls.isFree(member.id, openedOn) && rolls.isFree(member.id, meetsOn))
  const able = long.length >= 2 ? long : helpers
  const start = random.int(0, able.length - 1)
  return [able[start]!, able[(start + 1) % able.length]!]
}

export function decisionOf({ districtId }: Desk, posts: Posts, cell: Cell, number: string): Decision {
  const { unit } = cell
  if (unit.mayDecideAdmission) return { number, decidedBy: unit.id, signatory: posts.unitSecretaryOf.get(unit.code)!.name }
  return { number, decidedBy: districtId, signatory: posts.districtSecretary.name }
}
