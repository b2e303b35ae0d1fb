import { addMonths, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { describeValue, findRule, firstRuledDay, temporaryTransferMonths, type TemporaryMonths } from '../../../regulations/index.ts'
import { findTop } from '../../organisations/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { membersContract } from '../contract.ts'
import { countAwayByCell, listAwayBelow, type Away } from '../queries/away.ts'
import { countMembersByCell } from '../queries/rolls.ts'

type Contract = typeof membersContract
type Row = AnswerOf<Contract['listAway']>['rows'][number]

async function organisationAsked(ctx: Ctx, permission: 'members.list' | 'members.readAwayFigures', wanted: string | undefined): Promise<string | undefined> {
  if (wanted && wanted !== ctx.actor.organisationId) await ctx.authorise(permission, { organisationId: wanted })
  else await ctx.authorise(permission, 'own part')
  return wanted ?? ctx.actor.organisationId ?? (await findTop(ctx.db, ctx.today))?.id
}

/** Whether an excuse has lapsed on a day: its last day has passed, or none was given. */
export const isLapsed = ({ excusedUntil }: Pick<Away, 'excusedUntil'>, on: PlainDate): boolean => excusedUntil === null || excusedUntil < on

function shownAway(away: Away, on: PlainDate, { min, maxExclusive }: TemporaryMonths): Row {
  const shouldBeLasting = addMonths(away.from, maxExclusive) <= on
  return { ...away, isLapsed: isLapsed(away, on), shouldBeTemporary: !shouldBeLasting && addMonths(away.from, min) <= on, shouldBeLasting }
}

const isWanted = (which: InputOf<Contract['listAway']>['which'], row: Row): boolean => which === 'all' || row[which === 'lapsed' ? 'isLapsed' : which]

/**
 * Members away on a day, as known at a moment: all, those whose excuse has lapsed, those who by the rule of that day should move to temporary
 * activity because they are away as long as such a stay lasts at least, or those who are away longer than it may last and should move for good.
 */
export async function listAway(ctx: Ctx, { organisationId: wanted, which, asOf, knownAt, page, size }: InputOf<Contract['listAway']>): Promise<AnswerOf<Contract['listAway']>> {
  const organisationId = await organisationAsked(ctx, 'members.list', wanted)
  const on = asOf ?? ctx.today
  const rule = temporaryTransferMonths.usedOn(on < firstRuledDay ? firstRuledDay : on, await loadOverrides(ctx.db))
  const all = organisationId ? (await listAwayBelow(ctx.db, organisationId, { on, knownAt })).map((away) => shownAway(away, on, rule.value)) : []
  const rows = all.filter((row) => isWanted(which, row))
  return {
    asOf: on, rows: rows.slice((page - 1) * size, page * size), total: rows.length, away: all.length, lapsed: all.filter((row) => row.isLapsed).length, shouldBeTemporary: all.filter((row) => row.shouldBeTemporary).length,
    shouldBeLasting: all.filter((row) => row.shouldBeLasting).length,
    rule: { value: describeValue(findRule(rule.key)!, rule.value), source: rule.citation },
  }
}

/** How many members of each cell are away, the largest share first; cells in which nobody is away are left out, the total counts them. */
export async function listAwayFigures(ctx: Ctx, { organisationId: wanted, asOf, knownAt }: InputOf<Contract['listAwayFigures']>): Promise<AnswerOf<Contract['listAwayFigures']>> {
  const organisationId = await organisationAsked(ctx, 'members.readAwayFigures', wanted)
  const on = asOf ?? ctx.today
  if (!organisationId) return { asOf: on, rows: [], total: { members: 0, away: 0, lapsed: 0 } }
  const away = await countAwayByCell(ctx.db, organisationId, { on, knownAt })
  const members = new Map((await countMembersByCell(ctx.db, { organisationId, on, knownAt })).map((each) => [each.cellId, each.members]))
  const rows = away.map((each) => ({ ...each, members: members.get(each.cellId) ?? each.away })).sort((a, b) => b.away / b.members - a.away / a.members || a.cell.localeCompare(b.cell))
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  return { asOf: on, rows, total: { members: [...members.values()].reduce((total, n) => total + n, 0), away: sum((row) => row.away), lapsed: sum((row) => row.lapsed) } }
}
