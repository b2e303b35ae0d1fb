import { laterOf, type PlainDate } from '../../../kernel/index.ts'
import { isPast, seenBy, type Ctx, type Seen } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { grassrootsOf } from '../../organisations/index.ts'
import type { sourcesAndTargetsContract } from '../contract.ts'
import { prospectNotFound } from '../errors.ts'
import { MENTOR_LOAD } from '../codes.ts'
import { quarterOf, quartersBetween } from '../model.ts'
import { otherCell } from '../messages.vi.ts'
import type { OpenCases } from '../ports.ts'
import { listCertificates, listFullMembers, listMentorings, listRemarks } from '../queries/prospect-facts.ts'
import { describeProspect, findProspectById, listProspectRows, listSpells, type Prospect, type ProspectListRow } from '../queries/prospects.ts'
import { loadPersonAsKnown } from '../../members/index.ts'
import { certificateRuleOn, certificateState } from './checks.ts'

type Row = AnswerOf<typeof sourcesAndTargetsContract.listProspects>['rows'][number]

const shown = (row: ProspectListRow, months: number, on: PlainDate): Row => ({
  id: row.id, personId: row.personId, fullName: row.fullName, bornYear: row.bornYear, sex: row.sex,
  cellId: row.cellId, cellName: row.cellName, aboveName: row.aboveName,
  stage: row.stage, openedOn: row.openedOn, unionCode: row.unionCode, appliedOn: row.appliedOn, version: row.version,
  mentor: row.mentorId ? {
    personId: row.mentorId, fullName: row.mentorName ?? otherCell, since: row.mentorSince!, load: row.mentorLoad ?? 0, overloaded: (row.mentorLoad ?? 0) > MENTOR_LOAD,
  } : null,
  lastRemark: row.remarkQuarter ? { quarter: row.remarkQuarter, writtenOn: row.remarkOn! } : null,
  certificate: row.issuedOn ? certificateState({ issuedOn: row.issuedOn, number: row.certificateNumber, issuer: row.issuer }, months, on) : null,
})

/** People followed on a day, by given name. */
export const listProspectsOf = (openCases: OpenCases) =>
  async function listProspects(ctx: Ctx, input: InputOf<typeof sourcesAndTargetsContract.listProspects>) {
    await ctx.authorise('sourcesAndTargets.readSources', input.organisationId ? { organisationId: input.organisationId } : 'own part')
    const on = input.asOf ?? ctx.today
    const rule = await certificateRuleOn(ctx, on)
    const organisationId = input.organisationId ?? ctx.actor.organisationId
    const cases = await openCases(ctx, organisationId, { on, knownAt: input.knownAt })
    const { rows, total, byStage } = await listProspectRows(ctx.db, {
      ...input, organisationId, on, certificateMonths: rule.months, openCases: cases.map((each) => each.personId), quarter: quarterOf(on),
    })
    const followed = Object.values(byStage).reduce((sum, n) => sum + n, 0)
    return { rows: rows.map((row) => shown(row, rule.months, on)), total, followed, byStage }
  }

/** A following as it stood on a day: one that was closed later was still open. */
const prospectOn = (prospect: Prospect, on: PlainDate): Prospect => (prospect.closedOn && prospect.closedOn > on ? { ...prospect, closedOn: null, closeReason: null, closeNote: null } : prospect)

/** The following as it stood on a day, as known at a moment. Refuses `sourcesAndTargets.prospectNotFound`, also before it began. */
async function loadProspectOn(ctx: Ctx, id: string, seen: Seen): Promise<Prospect> {
  const { on } = seen
  const found = await findProspectById(ctx.db, id, seen)
  if (!found || found.openedOn > on) throw prospectNotFound()
  return prospectOn(found, on)
}

/**
 * One person who is or was followed, on a day, as known at a moment. Remarks are left out for roles that read stages and counts only. Nothing may
 * be done in the past.
 */
export const findProspectOf = (openCases: OpenCases) =>
  async function findProspect(ctx: Ctx, input: InputOf<typeof sourcesAndTargetsContract.findProspect>): Promise<AnswerOf<typeof sourcesAndTargetsContract.findProspect>> {
    const prospect = await loadProspectOn(ctx, input.id, seenBy(ctx, input))
    const place = { organisationId: prospect.cellId }
    await ctx.authorise('sourcesAndTargets.readSources', place)
    const on = prospect.closedOn ? laterOf(prospect.openedOn, prospect.closedOn) : (input.asOf ?? ctx.today)
    const seen = { on, knownAt: input.knownAt }
    const until = { ...seen, on: input.asOf ?? ctx.today }
    const rule = await certificateRuleOn(ctx, on)
    const cases = prospect.closedOn ? [] : await openCases(ctx, prospect.cellId, seen)
    const row = (await describeProspect(ctx.db, prospect.id, { ...seen, certificateMonths: rule.months, openCases: cases.map((each) => each.personId) }))!
    const person = await loadPersonAsKnown(ctx.db, prospect.personId, input.knownAt)
    const certificates = await listCertificates(ctx.db, prospect.personId, until)
    const mentors = await listMentorings(ctx.db, prospect.id, until)
    return {
      ...shown(row, rule.months, on),
      bornOn: person.bornOn, nativePlace: person.nativePlace, residence: person.residence, generalEducation: person.generalEducation,
      profession: person.profession, occupation: person.occupation,
      resolution: prospect.resolution, alsoIn: prospect.alsoIn, foundBy: prospect.foundBy, foundThrough: prospect.foundThrough,
      closedOn: prospect.closedOn, closeReason: prospect.closeReason, closeNote: prospect.closeNote,
      mentors: mentors.map(({ personId, fullName, from, until, resolution }) => ({ personId, fullName: fullName ?? otherCell, from, until, resolution })),
      certificates: certificates.map((each) => ({ id: each.id, ...certificateState(each, rule.months, on) })),
      remarks: (await ctx.may('sourcesAndTargets.readRemarks', place)) ? await listRemarks(ctx.db, prospect.personId, until) : null,
      spells: await listSpells(ctx.db, prospect.personId, until),
      quarters: quartersBetween(prospect.openedOn, on),
      certificateRule: rule,
      mayKeep: !isPast(ctx, input) && !prospect.closedOn && (await ctx.may('sourcesAndTargets.keepSources', place)),
    }
  }

/** Full members of the same grassroots organisation who may help, as far as the actor sees them. */
export async function listMentorCandidates(ctx: Ctx, input: InputOf<typeof sourcesAndTargetsContract.listMentorCandidates>) {
  const prospect = await findProspectById(ctx.db, input.id)
  if (!prospect) throw prospectNotFound()
  await ctx.authorise('sourcesAndTargets.keepSources', { organisationId: prospect.cellId })
  const on = input.on ?? ctx.today
  const grassroots = await grassrootsOf(ctx.db, prospect.cellId, on)
  const { rows, total } = await listFullMembers(ctx.db, { cells: grassroots?.id ?? prospect.cellId, on, search: input.search, except: prospect.personId })
  return { rows: rows.map(({ personId, fullName, bornYear, cellName, load }) => ({ personId, fullName, bornYear, cellName, load })), total }
}
