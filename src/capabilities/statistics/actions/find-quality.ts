import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { outlookContract } from '../outlook-contract.ts'
import { FEWEST_SHOWN } from '../codes.ts'
import { pyramidAges, qualityTraits, type QualityOf, type QualityTrait } from '../outlook-codes.ts'
import { findTerm, type Asked } from '../queries/figures.ts'
import { countQuality, listQualityNames, type QualityCount } from '../queries/outlook.ts'
import { placeAsked } from './place.ts'

type Contract = typeof outlookContract
type Quality = AnswerOf<Contract['findQuality']>
type Row = Quality['sections'][number]['rows'][number]

const FEW = 'few'

const countOf = (counts: readonly QualityCount[], among: QualityOf, trait: QualityTrait, value: string | null, sex: QualityCount['sex'] = null) =>
  counts.filter((each) => each.among === among && each.trait === trait && each.value === value && each.sex === sex).reduce((sum, { people }) => sum + people, 0)

/** Everybody: each trait sorts them all. */
const sumOf = (counts: readonly QualityCount[], among: QualityOf) => counts.filter((each) => each.among === among && each.trait === 'sex').reduce((sum, { people }) => sum + people, 0)

/** Values of a trait, the most frequent first, what is not known last. */
function rowsOf(counts: readonly QualityCount[], trait: QualityTrait): Row[] {
  const values = [...new Set(counts.filter((each) => each.trait === trait).map(({ value }) => value))]
  return values.map((value) => ({ value, members: countOf(counts, 'members', trait, value), admitted: countOf(counts, 'admitted', trait, value) }))
    .sort((a, b) => Number(a.value === null) - Number(b.value === null) || b.members - a.members || ((a.value ?? '') < (b.value ?? '') ? -1 : 1))
}

/** Values that so few have, among the members or the admitted, that a number would point at somebody: in one row. */
function withoutFew(rows: readonly Row[]): Row[] {
  const isFew = ({ value, members, admitted }: Row) => value !== null && (members < FEWEST_SHOWN || (admitted > 0 && admitted < FEWEST_SHOWN))
  const few = rows.filter(isFew)
  if (few.length === 0) return [...rows]
  const joined = { value: FEW, members: few.reduce((sum, row) => sum + row.members, 0), admitted: few.reduce((sum, row) => sum + row.admitted, 0) }
  return [...rows.filter((row) => !isFew(row)), joined]
}

function pyramidOf(counts: readonly QualityCount[]): Quality['pyramid'] {
  const bands = [...Array.from({ length: pyramidAges.length + 1 }, (_, i) => String(i)), null]
  return bands.map((band) => ({
    band: band === null ? null : Number(band),
    men: countOf(counts, 'members', 'age', band, 'male'), women: countOf(counts, 'members', 'age', band, 'female'), unknown: countOf(counts, 'members', 'age', band),
    admittedMen: countOf(counts, 'admitted', 'age', band, 'male'), admittedWomen: countOf(counts, 'admitted', 'age', band, 'female'), admittedUnknown: countOf(counts, 'admitted', 'age', band),
  })).filter(({ band, men, women, unknown, admittedMen, admittedWomen, admittedUnknown }) => (band !== null && band > 0) || men + women + unknown + admittedMen + admittedWomen + admittedUnknown > 0)
}

const ageRows = (pyramid: Quality['pyramid']): Quality['rows'] => pyramid.flatMap(({ band, ...n }) => {
  const value = band === null ? null : String(band)
  const unknown = n.unknown + n.admittedUnknown > 0 ? [{ trait: 'age' as const, value, sex: null, members: n.unknown, admitted: n.admittedUnknown }] : []
  return [{ trait: 'age' as const, value, sex: 'male' as const, members: n.men, admitted: n.admittedMen }, { trait: 'age' as const, value, sex: 'female' as const, members: n.women, admitted: n.admittedWomen }, ...unknown]
})

/** The day since when admissions are told: the first of the term. */
async function termStart(ctx: Ctx, asked: Asked): Promise<PlainDate | null> {
  return (await findTerm(ctx.db, asked)).term?.from ?? null
}

/** Where no term is known nobody counts as admitted in it. */
const NEVER = '9999-12-31' as PlainDate

/** What the members of a day and those admitted in the term are like. */
export async function findQuality(ctx: Ctx, input: InputOf<Contract['findQuality']>): Promise<Quality> {
  const on = input.asOf ?? ctx.today
  const place = await placeAsked(ctx, input, on)
  await ctx.authorise('statistics.readDashboard', { organisationId: place.id })
  const asked: Asked = { organisationId: place.id, on, knownAt: input.knownAt }
  const from = await termStart(ctx, asked)
  const counts = await countQuality(ctx.db, asked, from ?? NEVER)
  const covers = !(await ctx.may('members.readStrictClass', { organisationId: place.id }))
  const sections = qualityTraits.filter((trait) => trait !== 'age').map((trait) => {
    const namesCovered = covers && trait === 'ethnicity'
    const rows = rowsOf(counts, trait)
    return { trait, namesCovered, rows: namesCovered ? withoutFew(rows) : rows }
  })
  const pyramid = pyramidOf(counts)
  return {
    asOf: on, organisation: { id: place.id, shortName: place.shortName }, from, total: { members: sumOf(counts, 'members'), admitted: sumOf(counts, 'admitted') }, pyramid, sections,
    rows: [...sections.flatMap(({ trait, rows }) => rows.map((row) => ({ ...row, trait, sex: null }))), ...ageRows(pyramid)],
  }
}

/** The people behind one of these numbers; of the ethnic group only for who may read it. `total` is the number itself. */
export async function listQualityPeople(ctx: Ctx, input: InputOf<Contract['listQualityPeople']>): Promise<AnswerOf<Contract['listQualityPeople']>> {
  const on = input.asOf ?? ctx.today
  const place = await placeAsked(ctx, input, on)
  await ctx.authorise('statistics.readDashboard', { organisationId: place.id })
  if (input.trait === 'ethnicity') await ctx.authorise('members.readStrictClass', { organisationId: place.id })
  const asked: Asked = { organisationId: place.id, on, knownAt: input.knownAt }
  const from = (await termStart(ctx, asked)) ?? NEVER
  const { among, trait } = input
  const [value, sex] = [input.value ?? null, trait === 'age' ? (input.sex ?? null) : null]
  const counts = await countQuality(ctx.db, asked, from)
  const total = trait === 'all' ? sumOf(counts, among) : countOf(counts, among, trait, value, sex)
  const { rows, seen } = await listQualityNames(ctx.db, asked, from, { among, trait, value, sex }, input)
  return { rows, total, outsideReach: rows.length > 0 || input.page === 1 ? total - seen : 0 }
}
