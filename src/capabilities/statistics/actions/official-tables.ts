import { addDays, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { tableSource } from '../../../regulations/index.ts'
import type { Organisation } from '../../organisations/index.ts'
import type { statisticsContract } from '../contract.ts'
import { countBalance, countTraits, listBalanceNames, listParts, listTraitNames, type TraitRow } from '../queries/tables.ts'
import { FEWEST_SHOWN, traitColumns, traits, type Trait } from '../codes.ts'
import { balanceChecks, balanceOf, traitChecks } from '../tables.ts'
import { placeOfTable } from './place.ts'

type Contract = typeof statisticsContract
type Asked = { from: PlainDate; until: PlainDate; knownAt?: string | undefined }

/** The balance of an organisation and of each part right below it: the parts of the last day, and those of the day before the period that are there no more. */
async function balanceLines(ctx: Ctx, place: Organisation, asked: Asked) {
  const now = await listParts(ctx.db, place.id, asked.until, asked.knownAt)
  const before = (await listParts(ctx.db, place.id, addDays(asked.from, -1), asked.knownAt)).filter(({ id }) => !now.some((part) => part.id === id))
  const parts = [...now, ...before]
  const counted = await countBalance(ctx.db, [place.id, ...parts.map(({ id }) => id)], place.id, asked)
  return { whole: balanceOf(counted.get(place.id)!), parts: parts.map(({ id, name }) => ({ organisationId: id, name, balance: balanceOf(counted.get(id)!) })) }
}

/** Table 1: who was there, who came and left by each way, who is there, for an organisation and each part; with its checks. */
export async function findBalance(ctx: Ctx, input: InputOf<Contract['findBalance']>): Promise<AnswerOf<Contract['findBalance']>> {
  const place = await placeOfTable(ctx, input)
  const { whole, parts } = await balanceLines(ctx, place, input)
  return {
    from: input.from, until: input.until, organisationId: place.id, name: place.name, source: tableSource('1', input.until), whole, parts,
    checks: balanceChecks(whole, parts, place.name).map(shownCheck),
  }
}

const shownCheck = <C extends { wrong: readonly object[] }>(check: C) => ({ ...check, wrong: check.wrong.map((each) => ({ ...each })) as never })

const bandLast = (trait: Trait) => trait === 'ageBand' || trait === 'partyAgeBand'

/** Bands by age; other values the most frequent first; what is not known last. */
const inOrder = (trait: Trait) => (a: TraitRow, b: TraitRow) =>
  Number(a.value === null) - Number(b.value === null) || (bandLast(trait) ? Number(a.value) - Number(b.value) : b.members - a.members || ((a.value ?? '') < (b.value ?? '') ? -1 : 1))

/** Ethnic group and religion are the strictest class of personal data: whoever may not read them of a person sees numbers that point at nobody. */
const strictTraits: readonly Trait[] = ['ethnicity', 'religion']

/** Values that fewer have than may be shown, in one row. */
function withoutFew(rows: readonly TraitRow[]): TraitRow[] {
  const few = rows.filter((row) => row.value !== null && row.members < FEWEST_SHOWN)
  if (few.length === 0) return [...rows]
  return [...rows.filter((row) => !few.includes(row)), { ...few[0]!, value: 'few', ...totalOf(few) }]
}

async function traitSections(ctx: Ctx, organisationId: string, on: PlainDate, knownAt: string | undefined) {
  const rows = await countTraits(ctx.db, organisationId, on, knownAt)
  const covers = !(await ctx.may('members.readStrictClass', { organisationId }))
  const of = (trait: Trait) => rows.filter((row) => row.trait === trait).sort(inOrder(trait))
  return new Map(traits.map((trait) => [trait, covers && strictTraits.includes(trait) ? withoutFew(of(trait)) : of(trait)]))
}

const totalOf = (rows: readonly TraitRow[]) => Object.fromEntries(traitColumns.map((column) => [column, rows.reduce((sum, row) => sum + row[column], 0)])) as Record<(typeof traitColumns)[number], number>

/** Table 3: the members of the last day by what is known of them; with its checks. */
export async function findComposition(ctx: Ctx, input: InputOf<Contract['findComposition']>): Promise<AnswerOf<Contract['findComposition']>> {
  const place = await placeOfTable(ctx, { ...input, from: input.until })
  const byTrait = await traitSections(ctx, place.id, input.until, input.knownAt)
  const total = totalOf(byTrait.get('status')!)
  const covers = !(await ctx.may('members.readStrictClass', { organisationId: place.id }))
  return {
    until: input.until, organisationId: place.id, name: place.name, source: tableSource('3', input.until), total,
    sections: [...byTrait].map(([trait, rows]) => ({ trait, namesCovered: covers && strictTraits.includes(trait), rows: rows.map(({ trait: _t, ...row }) => row) })), checks: traitChecks(total.members, byTrait).map(shownCheck),
  }
}

/** The people behind a number of table 1. `total` is the number itself; who has left the reader's part since is in `outsideReach`. */
export async function listBalancePeople(ctx: Ctx, input: InputOf<Contract['listBalancePeople']>): Promise<AnswerOf<Contract['listBalancePeople']>> {
  const place = await placeOfTable(ctx, input)
  const partId = input.partId ?? place.id
  const total = balanceOf((await countBalance(ctx.db, [partId], place.id, input)).get(partId)!)[input.item]
  const { rows, seen } = await listBalanceNames(ctx.db, partId, place.id, input, input.item, input)
  return { rows, total, outsideReach: rows.length > 0 || input.page === 1 ? total - seen : 0 }
}

/** The people behind a number of table 3; of ethnic group and religion only for who may read them. */
export async function listCompositionPeople(ctx: Ctx, input: InputOf<Contract['listCompositionPeople']>): Promise<AnswerOf<Contract['listCompositionPeople']>> {
  const place = await placeOfTable(ctx, { ...input, from: input.until })
  if (strictTraits.includes(input.trait as Trait)) await ctx.authorise('members.readStrictClass', { organisationId: place.id })
  const counted = await countTraits(ctx.db, place.id, input.until, input.knownAt)
  const value = input.value ?? null
  const total = totalOf(counted.filter((row) => (input.trait === 'all' ? row.trait === 'status' : row.trait === input.trait && row.value === value)))[input.among]
  const { rows, seen } = await listTraitNames(ctx.db, place.id, input.until, input.knownAt, { trait: input.trait, value, among: input.among }, input)
  return { rows, total, outsideReach: rows.length > 0 || input.page === 1 ? total - seen : 0 }
}
