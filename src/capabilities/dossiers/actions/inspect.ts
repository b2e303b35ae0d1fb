import { isPast, seenBy, type Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { findDossierType } from '../../../regulations/index.ts'
import { findPerson } from '../../members/index.ts'
import { findTop } from '../../organisations/index.ts'
import { findingKinds } from '../codes.ts'
import type { dossiersContract } from '../contract.ts'
import {
  findingMended, findingNotFound, inspectionClosed, inspectionNotFound, notExamined, notInSample, notOwnInspection, peopleNotChosen, sampleDrawn, sampleEmpty, sampleSizeNeeded,
} from '../errors.ts'
import {
  addToSample, close, countFindings, findFinding, findingsOf, findInspectionById, insertFinding, insertInspection, inspectedBefore, listInspectionsBelow, lockInspection, markExamined, mend, sampleOf,
  type Finding, type Inspection,
} from '../queries/inspections.ts'
import { surveyBelow } from '../queries/survey.ts'
import { draw } from '../sampling.ts'
import { organisationAsked, refuseOrder, refuseStale, refuseTomorrow, typeOf } from './checks.ts'

type Contract = typeof dossiersContract

const auditInspection = (ctx: Ctx, event: string, { id, organisationId }: Pick<Inspection, 'id' | 'organisationId'>, facts: Record<string, unknown> = {}, personId?: string) =>
  ctx.audit({ event: `dossiers.${event}`, subject: { type: 'inspection', id }, organisationId, personId, facts })

/** Plans an inspection by the committee of the acting role. */
export async function planInspection(ctx: Ctx, input: InputOf<Contract['planInspection']>) {
  await ctx.authorise('dossiers.inspect', { organisationId: input.organisationId })
  refuseTomorrow(ctx, input.decidedOn)
  refuseOrder(input.decidedOn, input.from)
  refuseOrder(input.from, input.until)
  if ((input.sampling === 'chosen') !== (input.sampleSize === undefined)) throw sampleSizeNeeded()
  const committeeId = ctx.actor.organisationId ?? (await findTop(ctx.db, ctx.today))?.id ?? input.organisationId
  const inspectionId = await insertInspection(ctx.db, { ...input, sampleSize: input.sampleSize, committeeId, by: ctx.actor.accountId })
  await auditInspection(ctx, 'inspectionPlanned', { id: inspectionId, organisationId: input.organisationId }, { ...input, committeeId })
  return { inspectionId }
}

/** An inspection is written by the committee that decided on it, or by one above that; whom it looks at only follows it up. */
const mayInspect = (ctx: Ctx, { committeeId }: Pick<Inspection, 'committeeId'>) => ctx.may('dossiers.inspect', { organisationId: committeeId })

/** An inspection that still runs, locked. Refuses `dossiers.inspectionNotFound`, `dossiers.notOwnInspection`, `dossiers.inspectionClosed`. */
async function running(ctx: Ctx, inspectionId: string): Promise<Inspection> {
  const inspection = await lockInspection(ctx.db, inspectionId, ctx.today)
  if (!inspection) throw inspectionNotFound()
  await ctx.authorise('dossiers.inspect', { organisationId: inspection.organisationId })
  if (!(await mayInspect(ctx, inspection))) throw notOwnInspection(inspection.committee)
  if (inspection.closedOn) throw inspectionClosed(inspection.closedOn)
  return inspection
}

/** People of the sample: by the rule of the plan, or those named, who must be members of the inspected organisation. */
async function peopleOfSample(ctx: Ctx, { organisationId, sampling, sampleSize }: Inspection, named: readonly string[] | undefined): Promise<string[]> {
  const all = await surveyBelow(ctx.db, organisationId, { on: ctx.today })
  if (sampling === 'chosen') {
    if (!named?.length) throw peopleNotChosen()
    const members = new Set(all.map(({ personId }) => personId))
    return named.filter((personId) => members.has(personId))
  }
  return draw(all, sampling, sampleSize!, await inspectedBefore(ctx.db, all.map(({ personId }) => personId)))
}

/** Draws the sample once; where people are chosen one by one, more may be added until the end. */
export async function drawSample(ctx: Ctx, { inspectionId, version, personIds }: InputOf<Contract['drawSample']>) {
  const inspection = await running(ctx, inspectionId)
  refuseStale(version, inspection.version)
  if (inspection.isDrawn && inspection.sampling !== 'chosen') throw sampleDrawn()
  const people = await peopleOfSample(ctx, inspection, personIds)
  if (people.length === 0) throw sampleEmpty()
  const drawn = await addToSample(ctx.db, inspectionId, people)
  await auditInspection(ctx, 'sampleDrawn', inspection, { sampling: inspection.sampling, sampleSize: inspection.sampleSize, drawn })
  return { drawn, version: inspection.version + 1 }
}

async function nameOf(ctx: Ctx, personId: string): Promise<string> {
  return (await findPerson(ctx.db, personId))?.fullName ?? ''
}

/** A dossier of the sample was looked at, whether or not something was found. The first day stays. */
export async function examineDossier(ctx: Ctx, { inspectionId, personId, examinedOn }: InputOf<Contract['examineDossier']>) {
  const inspection = await running(ctx, inspectionId)
  refuseTomorrow(ctx, examinedOn)
  refuseOrder(inspection.decidedOn, examinedOn)
  if ((await markExamined(ctx.db, inspectionId, personId, examinedOn)) === 0) throw notInSample(await nameOf(ctx, personId))
  await auditInspection(ctx, 'dossierExamined', inspection, { examinedOn }, personId)
  return { done: true as const }
}

/** Records what was found, the advice, and until when it is to be mended; the dossier counts as looked at. */
export async function recordFinding(ctx: Ctx, input: InputOf<Contract['recordFinding']>) {
  const inspection = await running(ctx, input.inspectionId)
  if (input.documentType) typeOf(input.documentType)
  refuseOrder(ctx.today, input.mendBy)
  if ((await markExamined(ctx.db, input.inspectionId, input.personId, ctx.today)) === 0) throw notInSample(await nameOf(ctx, input.personId))
  const findingId = await insertFinding(ctx.db, { ...input, documentType: input.documentType, by: ctx.actor.accountId })
  const { personId, inspectionId: _i, ...facts } = input
  await auditInspection(ctx, 'findingRecorded', inspection, { findingId, ...facts }, personId)
  return { findingId }
}

/** Closes an inspection whose whole sample was looked at. Findings are followed up afterwards. */
export async function closeInspection(ctx: Ctx, { inspectionId, version, closedOn, conclusion }: InputOf<Contract['closeInspection']>) {
  const inspection = await running(ctx, inspectionId)
  refuseStale(version, inspection.version)
  refuseTomorrow(ctx, closedOn)
  refuseOrder(inspection.decidedOn, closedOn)
  if (inspection.drawn === 0) throw sampleEmpty()
  if (inspection.examined < inspection.drawn) throw notExamined(inspection.drawn - inspection.examined)
  await close(ctx.db, inspectionId, closedOn, conclusion)
  await auditInspection(ctx, 'inspectionClosed', inspection, { closedOn, drawn: inspection.drawn, findings: inspection.findings })
  return { version: inspection.version + 1 }
}

/** A finding was mended; whoever keeps the dossier may say so, also after the inspection was closed. */
export async function followUp(ctx: Ctx, { findingId, mendedOn, note }: InputOf<Contract['followUp']>) {
  const finding = await findFinding(ctx.db, findingId, ctx.today)
  if (!finding) throw findingNotFound()
  await ctx.authorise('dossiers.write', { personId: finding.personId })
  if (finding.mendedOn) throw findingMended(finding.mendedOn)
  refuseTomorrow(ctx, mendedOn)
  if ((await mend(ctx.db, findingId, mendedOn, note)) === 0) throw findingMended(mendedOn)
  await auditInspection(ctx, 'findingMended', { id: finding.inspectionId, organisationId: finding.organisationId }, { findingId, mendedOn, note, mendBy: finding.mendBy }, finding.personId)
  return { done: true as const }
}

const withoutDrawn = ({ isDrawn: _d, committeeId: _c, ...inspection }: Inspection) => inspection

/** Inspections decided by a day, as known at a moment, each as it stood then. */
export async function listInspections(ctx: Ctx, input: InputOf<Contract['listInspections']>): Promise<AnswerOf<Contract['listInspections']>> {
  const organisationId = await organisationAsked(ctx, 'dossiers.readKeeping', input.organisationId)
  if (!organisationId) return { rows: [], total: 0 }
  const { rows, total } = await listInspectionsBelow(ctx.db, organisationId, seenBy(ctx, input), input)
  return { rows: rows.map(withoutDrawn), total }
}

/** Late from the day after the last day on which it was to be mended. */
export const shownFinding = ({ cellId: _c, bornOn: _b, organisationId: _o, ...finding }: Finding, today: string) => ({
  ...finding, documentTitle: finding.documentType ? (findDossierType(finding.documentType)?.title ?? finding.documentType) : null, isLate: finding.mendedOn === null && finding.mendBy < today,
})

/** An inspection with its sample and findings on a day, as known at a moment; nothing may be written in the past. Refuses `dossiers.inspectionNotFound`. */
export async function findInspection(ctx: Ctx, { inspectionId, ...asked }: InputOf<Contract['findInspection']>): Promise<AnswerOf<Contract['findInspection']>> {
  const seen = seenBy(ctx, asked)
  const inspection = await findInspectionById(ctx.db, inspectionId, seen)
  if (!inspection) throw inspectionNotFound()
  await ctx.authorise('dossiers.readKeeping', { organisationId: inspection.organisationId })
  const findings = (await findingsOf(ctx.db, inspectionId, seen)).map((finding) => shownFinding(finding, seen.on))
  const sample = (await sampleOf(ctx.db, inspectionId, seen)).map(({ cellId: _c, ...each }) => ({ ...each, findings: findings.filter(({ personId }) => personId === each.personId) }))
  return { ...withoutDrawn(inspection), sample, mayInspect: !isPast(ctx, asked) && (await mayInspect(ctx, inspection)) }
}

/** Findings by kind and by the year of the decision to inspect, the commonest kind first. */
export async function listFindingsByKind(ctx: Ctx, input: InputOf<Contract['listFindingsByKind']>): Promise<AnswerOf<Contract['listFindingsByKind']>> {
  const organisationId = await organisationAsked(ctx, 'dossiers.readKeeping', input.organisationId)
  const counts = organisationId ? await countFindings(ctx.db, organisationId, seenBy(ctx, input)) : []
  const years = [...new Set(counts.map(({ year }) => year))].toSorted((a, b) => a - b)
  const rows = findingKinds.map((kind) => {
    const own = counts.filter((each) => each.kind === kind)
    const sum = (of: 'found' | 'open') => own.reduce((total, each) => total + each[of], 0)
    return { kind, total: sum('found'), open: sum('open'), byYear: years.map((year) => own.find((each) => each.year === year)?.found ?? 0) }
  })
  return { years, rows: rows.filter(({ total }) => total > 0).toSorted((a, b) => b.total - a.total) }
}
