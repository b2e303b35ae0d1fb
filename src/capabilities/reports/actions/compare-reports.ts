import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { coversStrictClass, figuresOf, isStrict, type Figures } from '../../statistics/index.ts'
import { loadOrganisation } from '../../organisations/index.ts'
import type { reportsContract } from '../contract.ts'
import { saidBy } from '../fact-words.ts'
import { inFormOrder, standsInATable } from '../form-place.ts'
import { sideWords } from '../messages.vi.ts'
import { causeOf } from '../model.ts'
import { listDifferingCells, listDifferingNames, listToldFacts, type DifferingCell, type TakenSide, type ToldFact } from '../queries/differences.ts'
import { loadPeriod } from '../queries/periods.ts'
import { listFigures, listParts, loadSubmission, type Frozen } from '../queries/reports.ts'
import { sideOf } from '../sides.ts'
import { countedFigures } from './counted.ts'
import { frozenAs, sumOf } from './find-report.ts'
import { findBelow, missingOf } from './levels.ts'

type Contract = typeof reportsContract
type Comparison = AnswerOf<Contract['compareReports']>
type Opened = { readonly taken: TakenSide; readonly shown: Comparison['a']; readonly organisationId: string; readonly isMadeOfParts: boolean; figures(): Promise<Figures> }

/** One side of a comparison, within the reader's part. Refuses what the reports themselves would. */
async function open(ctx: Ctx, text: string): Promise<Opened> {
  const side = sideOf(text)
  const submission = side.kind === 'submission' ? await loadSubmission(ctx.db, side.id) : undefined
  const period = await loadPeriod(ctx.db, submission?.periodId ?? (side as { periodId: string }).periodId)
  const organisationId = submission?.organisationId ?? (side.kind === 'now' ? side.organisationId : period.organisationId)
  await ctx.authorise('reports.read', { organisationId })
  const { from, until } = period
  const name = side.kind === 'sum' ? sideWords.sum : fillIn(sideWords[side.kind], { name: (await loadOrganisation(ctx.db, organisationId, until)).shortName, ordinal: submission?.ordinal ?? '' })
  const missing = side.kind === 'sum' ? missingOf(await findBelow(ctx, organisationId, period)).map((each) => each.name) : []
  const shown = { name, missing, ordinal: submission?.ordinal ?? null, outcome: submission?.outcome ?? null, kind: side.kind, from, until, at: submission?.submittedAt ?? null }
  if (side.kind === 'now') return { taken: { submissions: [], own: null, organisation: organisationId, from, until }, shown, organisationId, isMadeOfParts: false, figures: () => countedFigures(ctx, organisationId, period) }
  const frozen: Frozen = submission ? frozenAs(submission.id, period) : await sumOf(ctx, period)
  const isMadeOfParts = !submission || (await listParts(ctx.db, [submission.id])).length > 0
  return { taken: { ...frozen, organisation: null }, shown, organisationId, isMadeOfParts, figures: async () => figuresOf(await listFigures(ctx.db, frozen)) }
}

/** Whether the reader sees nothing of the strictest class of either side. */
const covered = async (ctx: Ctx, sides: readonly Opened[]): Promise<boolean> => (await Promise.all(sides.map(({ organisationId }) => coversStrictClass(ctx, organisationId)))).some(Boolean)

const numberOf = ({ base, trait, value, mark }: DifferingCell) => ({ base, by: trait, value, column: mark })

/** Every number of the tables in which two reports differ, as they stand in them, with how many names stand on one side only: their difference is that of the numbers. */
export async function compareReports(ctx: Ctx, input: InputOf<Contract['compareReports']>): Promise<Comparison> {
  const [a, b] = [await open(ctx, input.a), await open(ctx, input.b)]
  // One side is enough: the other is that and the difference of the names. A frozen side is at hand, a counted one is not.
  const fromB = a.shown.kind === 'now' && b.shown.kind !== 'now'
  const known = await (fromB ? b : a).figures()
  const covers = await covered(ctx, [a, b])
  const cells = await listDifferingCells(ctx.db, a.taken, b.taken)
  // Rare ethnic groups and religions would point at somebody.
  const shown = cells.filter((cell) => standsInATable(numberOf(cell)) && !(covers && (cell.trait === 'ethnicity' || cell.trait === 'religion'))).sort((x, y) => inFormOrder(numberOf(x), numberOf(y)))
  return {
    a: a.shown, b: b.shown,
    rows: shown.map(({ base, trait, value, mark, onlyA, onlyB }) => {
      const number = known.of(base, trait, [value], mark)
      const [ofA, ofB] = fromB ? [number + onlyA - onlyB, number] : [number, number + onlyB - onlyA]
      return { base, by: trait, value, column: mark, a: ofA, b: ofB, onlyA, onlyB, namesCovered: covers && isStrict(trait, [value]) }
    }),
  }
}

/** Facts that tell of discipline. */
const strictKinds: readonly string[] = ['discipline', 'suspension']

const shownFact = (fact: ToldFact) => ({
  kind: fact.kind, from: fact.from, until: fact.until, says: saidBy(fact), basis: fact.basis, recordedAt: fact.recordedAt, recordedBy: fact.recordedBy, event: fact.event, supersededAt: fact.supersededAt, supersededBy: fact.supersededBy,
})

/** The names behind a difference, by given name, each with the facts that only one side rests on: what was recorded, when, by whom, on which paper. */
export async function listDifferingPeople(ctx: Ctx, input: InputOf<Contract['listDifferingPeople']>): Promise<AnswerOf<Contract['listDifferingPeople']>> {
  const [a, b] = [await open(ctx, input.a), await open(ctx, input.b)]
  const { base, by, column } = input
  const cell = base && by && column ? { base, trait: by, value: input.value ?? null, mark: column } : undefined
  const covers = await covered(ctx, [a, b])
  if (covers && cell && isStrict(cell.trait, [cell.value])) await ctx.authorise('members.readStrictClass', { organisationId: a.organisationId })
  const { rows, total } = await listDifferingNames(ctx.db, a.taken, b.taken, cell, b.taken.until, input)
  const told = new Map((await listToldFacts(ctx.db, [...new Set(rows.flatMap(({ gone, come }) => [...gone, ...come]))])).map((fact) => [fact.fact, fact]))
  const factsOf = ({ gone, come }: (typeof rows)[number]) => [...gone, ...come].flatMap((fact) => told.get(fact) ?? []).filter(({ kind }) => !(covers && strictKinds.includes(kind)))
  // Among all acts of a period, a name with nothing else to tell would be one under discipline.
  const shown = rows.filter((row) => !(covers && row.base === 'acts' && factsOf(row).length === 0))
  const known = { sameDays: a.taken.from === b.taken.from && a.taken.until === b.taken.until, isMadeOfParts: a.isMadeOfParts || b.isMadeOfParts }
  return {
    total: total - (rows.length - shown.length),
    rows: shown.map((row) => { const { gone, come, ...about } = row; return { ...about, cause: causeOf({ base: row.base, gone, come }, known), facts: factsOf(row).map(shownFact) } }),
  }
}
