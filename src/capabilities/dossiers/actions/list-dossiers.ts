import { fold, type PlainDate } from '../../../kernel/index.ts'
import { seenBy, type Ctx, type Seen } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { findDossierType } from '../../../regulations/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { dossiersContract } from '../contract.ts'
import { completenessOf, heldPapers, isComplete, requirementsFor, stateOf, type Completeness } from '../model.ts'
import { placesOf, surveyBelow, unitsBelow, type Surveyed } from '../queries/survey.ts'
import { groupedBy } from '../grouped.ts'
import { organisationAsked } from './checks.ts'

type Input = Omit<InputOf<typeof dossiersContract.listDossiers>, 'page' | 'size'>
type Answer = AnswerOf<typeof dossiersContract.listDossiers>
type Unit = AnswerOf<typeof dossiersContract.listDossierFigures>['total']

/** A member whose dossier was held against what is required. `missing`: codes of types that are not there, lost or unreadable ones among them. */
export type Judged = { readonly about: Surveyed; readonly completeness: Completeness; readonly missing: readonly string[]; readonly complete: boolean }

/** Everybody below an organisation on a day, as known at a moment, each dossier held against what is required of that member. */
export async function judgeBelow(ctx: Ctx, organisationId: string, seen: Seen): Promise<Judged[]> {
  const requirements = requirementsFor(seen.on, await loadOverrides(ctx.db))
  return (await surveyBelow(ctx.db, organisationId, seen)).map((about) => {
    const required = requirements(about)
    const papers = heldPapers(about.papers)
    const completeness = completenessOf(required, papers)
    const open = completeness.present + completeness.absentWithReason < required.length
    const missing = open ? required.filter((each) => !['present', 'absentWithReason'].includes(stateOf(each, papers))).map(({ type }) => type.code) : []
    return { about, completeness, missing, complete: about.dossierId !== null && isComplete(completeness) }
  })
}

function fits({ about, complete, missing }: Judged, { state, missing: wanted, search }: Input): boolean {
  if (state === 'none' && about.dossierId) return false
  if (state === 'complete' && !complete) return false
  if (state === 'incomplete' && (complete || !about.dossierId)) return false
  if (wanted && !missing.includes(wanted)) return false
  return !search || fold(about.fullName).includes(fold(search))
}

const sumOf = (all: readonly Judged[]): Completeness => {
  const sum = { required: 0, present: 0, unreadable: 0, lost: 0, absentWithReason: 0, missing: 0 }
  for (const { completeness } of all) for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += completeness[name]
  return sum
}

const titleOf = (code: string) => findDossierType(code)?.title ?? code

/** Lines of a list with names of places; only the places of these lines are looked up. */
export async function shown(ctx: Ctx, judged: readonly Judged[], on: PlainDate): Promise<Answer['rows']> {
  const places = new Map((await placesOf(ctx.db, judged.map(({ about }) => about.cellId), on)).map((place) => [place.cellId, place]))
  return judged.map(({ about, completeness, missing, complete }) => ({
    personId: about.personId, fullName: about.fullName, bornOn: about.bornOn, cellId: about.cellId, cell: places.get(about.cellId)?.cell ?? '',
    organisation: places.get(about.cellId)?.organisation ?? null, status: about.status, dossierId: about.dossierId, place: about.place, completeness, isComplete: complete, missing: missing.map(titleOf),
  }))
}

/** The members that a list asks for, whoever was authorised. */
export async function judgedAsked(ctx: Ctx, organisationId: string | undefined, input: Input): Promise<Judged[]> {
  return organisationId ? (await judgeBelow(ctx, organisationId, seenBy(ctx, input))).filter((each) => fits(each, input)) : []
}

/** Members below an organisation with the completeness of their dossiers: one page in the order of names, the total, and the sums of the filter. */
export async function listDossiers(ctx: Ctx, input: InputOf<typeof dossiersContract.listDossiers>): Promise<Answer> {
  const on = input.asOf ?? ctx.today
  const organisationId = await organisationAsked(ctx, 'dossiers.read', input.organisationId)
  const all = await judgedAsked(ctx, organisationId, input)
  const { page, size } = input
  const rows = await shown(ctx, all.slice((page - 1) * size, page * size), on)
  return { asOf: on, rows, total: all.length, completeness: sumOf(all), opened: all.filter(({ about }) => about.dossierId).length, complete: all.filter(({ complete }) => complete).length }
}

function unitOf(place: Pick<Unit, 'organisationId' | 'name' | 'shortName'>, all: readonly Judged[]): Unit {
  const { required, present, absentWithReason } = sumOf(all)
  return { ...place, members: all.length, opened: all.filter(({ about }) => about.dossierId).length, complete: all.filter(({ complete }) => complete).length, required, present, absentWithReason }
}

/** Completeness for each organisation right below one, in the order of the tree; what has no members is left out. */
export async function listDossierFigures(ctx: Ctx, input: InputOf<typeof dossiersContract.listDossierFigures>): Promise<AnswerOf<typeof dossiersContract.listDossierFigures>> {
  const on = input.asOf ?? ctx.today
  const organisationId = (await organisationAsked(ctx, 'dossiers.read', input.organisationId)) ?? ''
  const all = organisationId ? await judgeBelow(ctx, organisationId, seenBy(ctx, input)) : []
  const units = organisationId ? await unitsBelow(ctx.db, organisationId, seenBy(ctx, input)) : []
  const unitOfCell = new Map(units.map((each) => [each.cellId, each.organisationId]))
  const byUnit = groupedBy(all, ({ about }) => unitOfCell.get(about.cellId))
  const rows = units.filter((each, i) => units.findIndex((other) => other.organisationId === each.organisationId) === i)
    .flatMap(({ organisationId: unit, name, shortName }) => (byUnit.has(unit) ? [unitOf({ organisationId: unit, name, shortName }, byUnit.get(unit)!)] : []))
  return { asOf: on, rows, total: unitOf({ organisationId: organisationId || '00000000-0000-0000-0000-000000000000', name: '', shortName: '' }, all) }
}
