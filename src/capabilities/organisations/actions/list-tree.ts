import { seenBy, type Ctx, type Seen } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { organisationsContract } from '../contract.ts'
import { organisationNotFound } from '../errors.ts'
import { fewestFullMembers } from '../model.ts'
import type { PeopleCounts, PeopleOfOrganisations } from '../people.ts'
import { findOrganisation, findTop } from '../queries/organisations.ts'
import { countGrassroots, findInTree, listCellsBelow, listLevel, type TreeRow } from '../queries/tree.ts'

type Input = InputOf<typeof organisationsContract.listTree>
type Answer = AnswerOf<typeof organisationsContract.listTree>

const nobody: PeopleCounts = { members: 0, full: 0, probationary: 0, women: 0, ethnicMinority: 0 }

/** Counts of several cells together. */
export function sumOf(counts: readonly PeopleCounts[]): PeopleCounts {
  return counts.reduce((sum, each) => ({
    members: sum.members + each.members, full: sum.full + each.full, probationary: sum.probationary + each.probationary,
    women: sum.women + each.women, ethnicMinority: sum.ethnicMinority + each.ethnicMinority,
  }), nobody)
}

async function rootOf(ctx: Ctx, wanted: string | undefined, { on, knownAt }: Seen): Promise<string | undefined> {
  const id = wanted ?? ctx.actor.organisationId ?? (await findTop(ctx.db, on))?.id
  if (!id) {
    await ctx.authorise('organisations.read', 'own part')
    return undefined
  }
  await ctx.authorise('organisations.read', { organisationId: id })
  if (!(await findOrganisation(ctx.db, id, on, knownAt))) throw organisationNotFound()
  return id
}

/** Cells of each organisation, with the counts of each cell; no counts for roles that see no people. */
async function countsOf(ctx: Ctx, people: PeopleOfOrganisations, rootId: string, rows: readonly TreeRow[], seen: Seen) {
  const pairs = await listCellsBelow(ctx.db, [...new Set([rootId, ...rows.map((row) => row.id)])], seen)
  const cellsOf = new Map<string, string[]>()
  for (const { organisationId, cellId } of pairs) cellsOf.set(organisationId, [...(cellsOf.get(organisationId) ?? []), cellId])
  const seesPeople = await people.mayCount(ctx.db, rootId)
  const counted = seesPeople ? await people.countByCell(ctx.db, { organisationId: rootId, ...seen }) : []
  const byCell = new Map(counted.map((each) => [each.cellId, each]))
  // Before members are taken in, every cell is empty and none is worth an alert.
  const least = counted.length ? fewestFullMembers(seen.on) : 0
  return (organisationId: string) => {
    const cells = (cellsOf.get(organisationId) ?? []).map((cellId) => byCell.get(cellId) ?? nobody)
    return {
      cells: cells.length,
      counts: seesPeople ? sumOf(cells) : null,
      cellsTooSmall: seesPeople ? cells.filter((cell) => cell.full < least).length : null,
    }
  }
}

/**
 * An organisation with the level below it, or what a search finds below it with the line to it, on a day; numbers by the tree of that day.
 * Without `root` the organisation of the acting role. Refuses `organisations.notFound`.
 */
export const listTree = (people: PeopleOfOrganisations) => async (ctx: Ctx, input: Input): Promise<Answer> => {
  const seen = seenBy(ctx, input)
  const { on } = seen
  const rootId = await rootOf(ctx, input.root, seen)
  if (!rootId) return { asOf: on, rootId: null, rows: [], more: 0, totals: { grassroots: 0, cells: 0, counts: null } }
  const { rows, more } = input.search ? await findInTree(ctx.db, rootId, input.search, seen) : { rows: await listLevel(ctx.db, rootId, seen), more: 0 }
  const numbersOf = await countsOf(ctx, people, rootId, rows, seen)
  const { cells, counts } = numbersOf(rootId)
  return {
    asOf: on, rootId, more,
    rows: rows.map((row) => ({ ...row, ...numbersOf(row.id) })),
    totals: { grassroots: await countGrassroots(ctx.db, rootId, seen), cells, counts },
  }
}
