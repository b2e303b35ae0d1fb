import type { Db } from '../../platform/action/index.ts'
import { roleNames } from '../access/index.ts'
import type { PlainDate } from '../../kernel/index.ts'
import type { Evaluation } from './evaluate.ts'
import { listHoldingsAt } from './queries/consequences.ts'

/** Roles that see no members by what they are. */
const blind = ['member', 'administrator']

/** Rights gained and lost by users whose role goes on where it is: what it reached before and reaches after, and whether its holder leaves the cell. */
export async function reachesOf(db: Db, { order, figures, seats }: Evaluation, on: PlainDate, nameOf: (id: string) => string) {
  const side = (counts: Evaluation['figures']['before'], id: string) => ({ cells: counts.get(id)?.cells ?? 0, members: counts.get(id)?.members ?? 0 })
  const differs = (id: string) => JSON.stringify(side(figures.before, id)) !== JSON.stringify(side(figures.after, id))
  const changed = [...order.before.keys()].filter((id) => order.after.has(id) && differs(id))
  const left = new Set(seats.filter(({ organisationId }) => order.after.has(organisationId)).map(({ personId, organisationId }) => `${personId} ${organisationId}`))
  const holdings = await listHoldingsAt(db, changed, on)
  return holdings.filter(({ role }) => !blind.includes(role)).map(({ holdingId, fullName, role, organisationId, personId }) => ({
    holdingId, fullName, roleName: roleNames[role as keyof typeof roleNames] ?? role, organisation: nameOf(organisationId),
    before: side(figures.before, organisationId), after: side(figures.after, organisationId), leaves: left.has(`${personId} ${organisationId}`),
  }))
}
