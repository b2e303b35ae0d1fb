import { z } from 'zod'
import { asOf, citation, count, day, done, filledLine, id, line, operation, pageOf, paragraph, uncertainDay, version } from '../../platform/contract/index.ts'
import { bands, closeReasons, foundWays, measures, stages, unionCodes } from './codes.ts'
import { fieldWords } from './messages.vi.ts'

const union = z.enum(unionCodes)
const stage = z.enum(stages)
const band = z.enum(bands)
const measure = z.enum(measures)
const quarter = z.string().regex(/^\d{4}-Q[1-4]$/, { error: fieldWords.quarter })
const place = { organisationId: id.optional() }

/** Only what the forms of introduction and the list of sympathisers ask of somebody who is not a member. */
const newPerson = z.object({
  fullName: filledLine(120), sex: z.enum(['male', 'female']), bornOn: uncertainDay,
  ethnicity: line(60).optional(), religion: line(60).optional(), nativePlace: line(200).optional(), residence: line(200).optional(),
  generalEducation: line(60).optional(), profession: line(120).optional(), occupation: line(120).optional(),
})

const certificateState = z.object({ issuedOn: day, number: z.string().nullable(), issuer: z.string().nullable(), validUntil: day, isValid: z.boolean(), monthsLeft: z.number().int(), daysLeft: z.number().int() })
const mentor = z.object({ personId: id, fullName: z.string(), since: day, load: count, overloaded: z.boolean() })

const prospectRow = z.object({
  id, personId: id, fullName: z.string(), bornYear: z.number().int().nullable(), sex: z.enum(['male', 'female']).nullable(),
  cellId: id, cellName: z.string(), aboveName: z.string().nullable(),
  stage, openedOn: day, unionCode: union.nullable(), appliedOn: day.nullable(),
  mentor: mentor.nullable(), lastRemark: z.object({ quarter, writtenOn: day }).nullable(), certificate: certificateState.nullable(),
  version: count,
})

const remark = z.object({ id, quarter, writtenOn: day, text: z.string(), byName: z.string().nullable(), recordedAt: z.string(), supersededAt: z.string().nullable() })

const prospect = prospectRow.extend({
  bornOn: z.string().nullable(), nativePlace: z.string().nullable(), residence: z.string().nullable(), generalEducation: z.string().nullable(),
  profession: z.string().nullable(), occupation: z.string().nullable(),
  resolution: z.string().nullable(), alsoIn: z.array(union), foundBy: z.enum(foundWays).nullable(), foundThrough: z.string().nullable(),
  closedOn: day.nullable(), closeReason: z.enum(closeReasons).nullable(), closeNote: z.string().nullable(),
  mentors: z.array(z.object({ personId: id, fullName: z.string(), from: day, until: day.nullable(), resolution: z.string().nullable() })),
  certificates: z.array(certificateState.extend({ id })),
  /** `null` when the role reads stages and counts only. */
  remarks: z.array(remark).nullable(),
  spells: z.array(z.object({ id, cellId: id, cellName: z.string(), openedOn: day, closedOn: day.nullable(), closeReason: z.enum(closeReasons).nullable() })),
  /** Quarters a remark may be written for, newest first. */
  quarters: z.array(quarter),
  certificateRule: z.object({ months: count, source: citation }),
  mayKeep: z.boolean(),
})

const cellRow = z.object({
  cellId: id, cellName: z.string(), aboveId: id.nullable(), aboveName: z.string().nullable(), foundedOn: day,
  lastAdmissionOn: day.nullable(), monthsSince: count.nullable(), band,
  members: count, averageAge: z.number().nullable(), fullUnder35: count,
  followed: count, classDone: count, applied: count, filesOpen: count.nullable(), lastRemarkOn: day.nullable(),
  target: z.object({ kind: z.enum(['term', 'year']), from: day, until: day, value: count, admitted: count, missing: count }).nullable(),
})

const progress = {
  organisationId: id, name: z.string(), shortName: z.string(), code: z.string().nullable(), isCell: z.boolean(),
  given: count.nullable(), basis: z.string().nullable(), passedOn: count.nullable(), difference: z.number().int().nullable(),
  admitted: count, expected: count.nullable(), behind: z.number().int().nullable(), thisYear: count,
}

/** `missing`: how many are still wanting when everybody who is followed is admitted; null without a target. */
const reach = { organisationId: id, shortName: z.string(), target: count.nullable(), admitted: count, left: count.nullable(), followed: count, byStage: z.record(stage, count), missing: count.nullable() }

const review = z.object({ unionCode: union, total: count, partyMembers: count, nonMembers: count, reviewedOn: day, oldestOn: day, followed: count, places: count, staleSince12Months: z.boolean() })

/** People followed as sources, targets of admission down the tree, and the counts of mass organisations. */
export const sourcesAndTargetsContract = {
  addProspect: operation({ method: 'POST', path: '/prospects', summary: 'A cell begins to follow a person who is not a member' })
    .input(z.object({
      cellId: id, personId: id.optional(), person: newPerson.optional(),
      /** Says that somebody of the same name and birth who is known already is another person. */
      isAnother: z.boolean().default(false),
      openedOn: day.optional(), resolution: line(200).optional(), unionCode: union.optional(), /** Further mass organisations of the person. */ alsoIn: z.array(union).max(5).optional(), foundBy: z.enum(foundWays).optional(), foundThrough: line(200).optional(),
    }))
    .output(z.object({ id, personId: id })),
  listProspects: operation({ method: 'GET', path: '/prospects', summary: 'People who are followed, with stage, helper, last remark and certificate' })
    .input(z.object({ ...place, stage: stage.optional(), unionCode: union.optional(), foundBy: z.enum([...foundWays, 'notSaid']).optional(), without: z.enum(['mentor', 'remark', 'certificate']).optional(), search: line(100).optional(), ...asOf, ...pageOf }))
    .output(z.object({ rows: z.array(prospectRow), total: count, followed: count, byStage: z.record(stage, count) })),
  findProspect: operation({ method: 'GET', path: '/prospects/{id}', summary: 'One person who is or was followed' })
    .input(z.object({ id, ...asOf }))
    .output(prospect),
  listMentorCandidates: operation({ method: 'GET', path: '/prospects/{id}/mentor-candidates', summary: 'Full members who may help this person, with how many they help' })
    .input(z.object({ id, search: line(100).optional(), on: day.optional() }))
    .output(z.object({ rows: z.array(z.object({ personId: id, fullName: z.string(), bornYear: z.number().int().nullable(), cellName: z.string(), load: count })), total: count })),
  recordRemark: operation({ method: 'POST', path: '/prospects/{id}/remarks', summary: 'What the cell says of a person for a quarter' })
    .input(z.object({ id, quarter: quarter.optional(), text: paragraph(2000).refine((text) => text.length > 0, { error: fieldWords.empty }), writtenOn: day.optional(), replaces: id.optional() }))
    .output(z.object({ id, quarter })),
  assignMentor: operation({ method: 'POST', path: '/prospects/{id}/mentors', summary: 'A full member is to help; the helper before ends on that day' })
    .input(z.object({ id, mentorId: id, from: day.optional(), resolution: line(200).optional() }))
    .output(z.object({ mentorId: id, load: count, overloaded: z.boolean(), most: count })),
  recordCertificate: operation({ method: 'POST', path: '/prospects/{id}/certificates', summary: 'The certificate of the awareness class' })
    .input(z.object({ id, issuedOn: day, number: line(60).optional(), issuer: line(200).optional() }))
    .output(z.object({ id, validUntil: day, source: citation })),
  recordApplication: operation({ method: 'POST', path: '/prospects/{id}/application', summary: 'The person applied for admission on a day' })
    .input(z.object({ id, appliedOn: day, version }))
    .output(done),
  describeProspect: operation({ method: 'PUT', path: '/prospects/{id}/description', summary: 'To which mass organisations the person belongs, how the person was found and since when the cell follows, stated anew' })
    .input(z.object({ id, version, unionCode: union.nullable(), alsoIn: z.array(union).max(5), foundBy: z.enum(foundWays).nullable(), foundThrough: line(200), /** The first day of the following, where it was stated wrong. */ openedOn: day.optional() }))
    .output(done),
  closeProspect: operation({ method: 'POST', path: '/prospects/{id}/close', summary: 'The cell no longer follows a person, with the reason' })
    .input(z.object({ id, on: day, reason: z.enum(['moved', 'unsuitable', 'withdrawn', 'died']), note: line(400).optional(), version }))
    .output(done),
  moveProspect: operation({ method: 'POST', path: '/prospects/{id}/move', summary: 'Another cell follows the person from a day on' })
    .input(z.object({ id, cellId: id, on: day, resolution: line(200).optional(), version }))
    .output(z.object({ id })),
  listCellsBySources: operation({ method: 'GET', path: '/cells/sources', summary: 'Cells by how long ago they admitted somebody, driest first' })
    .input(z.object({ ...place, band: band.optional(), only: z.enum(['followingNobody', 'over24', 'twoTerms', 'short']).optional(), order: z.enum(['driest', 'name', 'followed', 'missing']).default('driest'), ...asOf, ...pageOf }))
    .output(z.object({
      rows: z.array(cellRow), total: count,
      summary: z.object({ cells: count, followed: count, followingNobody: count, over24: count, twoTerms: count, twoTermsMonths: count, byBand: z.record(band, count) }),
    })),

  findReach: operation({ method: 'GET', path: '/sources/reach', summary: 'Targets of the term against the people followed by stage, and how those were found' })
    .input(z.object({ ...place, ...asOf }))
    .output(z.object({
      asOf: day, head: z.object(reach), rows: z.array(z.object(reach)),
      found: z.array(z.object({ foundBy: z.enum(foundWays).nullable(), followed: count, byStage: z.record(stage, count) })),
      unions: z.array(z.object({ unionCode: union, followed: count })),
      /** Each person once, whatever the number of mass organisations; how many belong to several, and to none that is known. */
      people: count, inSeveral: count, inNone: count,
    })),

  assignTargets: operation({ method: 'POST', path: '/targets', summary: 'Give targets to an organisation or those directly below it; earlier values stay' })
    .input(z.object({
      organisationId: id,
      period: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('term'), from: day.optional(), /** First day after the term. */ until: day.optional() }),
        z.object({ kind: z.literal('year'), year: z.number().int().min(1945).max(2200) }),
      ]),
      measure: measure.default('admissions'), basis: filledLine(300),
      rows: z.array(z.object({ organisationId: id, value: z.number().int().min(0).max(1_000_000) })).min(1).max(1000),
    }))
    .output(z.object({ changed: count, given: count.nullable(), passedOn: count, difference: z.number().int().nullable() })),
  findTargetProgress: operation({ method: 'GET', path: '/targets/progress', summary: 'Given, passed on, admitted and pace of an organisation and those directly below it' })
    .input(z.object({ ...place, kind: z.enum(['term', 'year']).default('term'), year: z.number().int().min(1945).max(2200).optional(), measure: measure.default('admissions'), ...asOf }))
    .output(z.object({
      asOf: day, kind: z.enum(['term', 'year']), measure, countedBy: z.literal('decision'),
      period: z.object({ from: day, until: day, elapsedMonths: count, totalMonths: count }).nullable(),
      head: z.object(progress), rows: z.array(z.object({ ...progress, hasBelow: z.boolean() })),
      /** Decisions that lie in no row: in organisations that have ended. */
      elsewhere: count,
      mayAssign: z.boolean(), maySetOwn: z.boolean(),
    })),
  listTargets: operation({ method: 'GET', path: '/targets', summary: 'All targets an organisation was given, earlier values among them' })
    .input(z.object({ organisationId: id, ...asOf }))
    .output(z.object({ rows: z.array(z.object({ id, kind: z.enum(['term', 'year']), measure, from: day, until: day, value: count, basis: z.string(), recordedAt: z.string(), supersededAt: z.string().nullable() })) })),

  recordMassReview: operation({ method: 'POST', path: '/mass-reviews', summary: 'How many belong to a mass organisation at one place, and how many of them are Party members' })
    .input(z.object({ organisationId: id, unionCode: union, reviewedOn: day, total: z.number().int().min(0).max(10_000_000), partyMembers: z.number().int().min(0).max(10_000_000) }))
    .output(z.object({ id, nonMembers: count, questions: z.array(z.object({ code: z.literal('sameTotalAsOtherUnion'), unionCode: union })) })),
  listMassReviews: operation({ method: 'GET', path: '/mass-reviews', summary: 'Latest reviews up to a day: by mass organisation, and by the places directly below. Never summed over mass organisations' })
    .input(z.object({ ...place, unionCode: union.optional(), ...asOf }))
    .output(z.object({
      asOf: day, unions: z.array(review),
      places: z.array(z.object({ organisationId: id, name: z.string(), shortName: z.string(), isCell: z.boolean(), hasBelow: z.boolean(), reviews: z.array(review), ownReview: z.array(z.object({ unionCode: union, total: count, partyMembers: count, reviewedOn: day })) })),
      /** Cells and organisations without a review in the last 12 months, nor below or above one. */
      notReviewed: z.array(z.object({ organisationId: id, name: z.string(), aboveName: z.string().nullable(), lastOn: day.nullable() })), notReviewedTotal: count,
      mayRecord: z.boolean(),
    })),
}
