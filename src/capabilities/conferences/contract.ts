import { z } from 'zod'
import { asOf, count, day, done, filledLine, id, line, operation, pageOf, paragraph, version } from '../../platform/contract/index.ts'
import { figureMeasures } from '../statistics/contract.ts'
import { BEHIND_PACE, findingKinds, movements, ownerRoles } from './codes.ts'
import { fieldWords } from './words.vi.ts'

const measure = z.enum(figureMeasures)
const place = { organisationId: id.optional() }
const filled = (max: number) => paragraph(max).refine((text) => text.length > 0, { error: fieldWords.empty })
const whole = z.number().int()

const figure = z.object({ organisationId: id, shortName: z.string(), measure: z.enum([...figureMeasures, BEHIND_PACE]), value: whole })
const followUp = z.object({ id, followedOn: day, value: count, note: z.string().nullable(), dueOn: day.nullable(), byName: z.string().nullable() })
const solution = z.object({
  id, conferenceId: id, conferenceTitle: z.string(), heldOn: day, text: z.string(), ownerId: id, ownerName: z.string(), ownerRole: z.enum(ownerRoles), place: z.string().nullable(), dueOn: day,
  measure, measuredAt: id, measuredName: z.string(), valueThen: count, wanted: count, /** On the day looked at. */ valueNow: count, movement: z.enum(movements),
  closedOn: day.nullable(), /** Its day has come and it has not been answered for. */ isAsked: z.boolean(), followUps: z.array(followUp), mayFollowUp: z.boolean(), version,
})
const conference = {
  id, organisationId: id, organisation: z.string(), title: z.string(), heldOn: day, place: z.string().nullable(), asOf: day, knownAt: z.string(), concludedOn: day.nullable(), version,
}

/** Conferences on solutions: the situation, what was decided, and whether the figures moved. */
export const conferencesContract = {
  listConferences: operation({ method: 'GET', path: '/conferences', summary: 'Conferences in one\'s part, latest first, with how many solutions are open and asked about' })
    .input(z.object({ ...place, ...asOf, ...pageOf }))
    .output(z.object({ rows: z.array(z.object({ ...conference, solutions: count, open: count, asked: count })), total: count, mayOpen: z.boolean() })),
  findConference: operation({ method: 'GET', path: '/conferences/{id}', summary: 'A conference with its frozen figures, findings, experiences, solutions and conclusion' })
    .input(z.object({ id, ...asOf }))
    .output(z.object({
      ...conference, sections: z.array(z.object({ title: z.string(), text: z.string() })), figures: z.array(figure),
      findings: z.array(z.object({ id, kind: z.enum(findingKinds), aboutId: id.nullable(), aboutName: z.string().nullable(), text: z.string() })),
      solutions: z.array(solution), conclusion: z.string().nullable(), mayKeep: z.boolean(),
    })),
  openConference: operation({ method: 'POST', path: '/conferences', summary: 'Open a conference; its figures are frozen as of a day and as known now' })
    .input(z.object({ organisationId: id, title: filledLine(200), heldOn: day, place: line(200).optional(), asOf: day }))
    .output(z.object({ id })),
  saveReport: operation({ method: 'POST', path: '/conferences/{id}/report', summary: 'The report on the situation, by sections' })
    .input(z.object({ id, version, sections: z.array(z.object({ title: filledLine(200), text: filled(8000) })).max(20) })).output(done),
  recordFinding: operation({ method: 'POST', path: '/conferences/{id}/findings', summary: 'What the conference found, or an experience that an organisation shared' })
    .input(z.object({ id, version, kind: z.enum(findingKinds), organisationId: id.optional(), text: filled(4000) })).output(z.object({ findingId: id })),
  decideSolution: operation({ method: 'POST', path: '/conferences/{id}/solutions', summary: 'A solution with its owner, place, day and the figure it is to move' })
    .input(z.object({ id, version, text: filled(2000), ownerId: id, ownerRole: z.enum(ownerRoles), place: line(200).optional(), dueOn: day, measure, measuredAt: id, wanted: count }))
    .output(z.object({ solutionId: id, valueThen: count })),
  concludeConference: operation({ method: 'POST', path: '/conferences/{id}/conclusion', summary: 'The conclusion; nothing in the conference changes after it' })
    .input(z.object({ id, version, conclusion: filled(8000), concludedOn: day })).output(done),
  listSolutions: operation({ method: 'GET', path: '/conferences/solutions', summary: 'Solutions that one\'s part decided or has to do, those asked about first' })
    .input(z.object({ ...place, state: z.enum(['open', 'asked', 'closed']).optional(), ...asOf, ...pageOf }))
    .output(z.object({ rows: z.array(solution), total: count })),
  followUpSolution: operation({ method: 'POST', path: '/conferences/solutions/{solutionId}/follow-ups', summary: 'How the figure stands; why, when it has not come to what was wanted; and when it is asked about again' })
    .input(z.object({ solutionId: id, version, note: paragraph(2000).optional(), closes: z.boolean(), /** The next day; only when it goes on. */ dueOn: day.optional() }))
    .output(z.object({ value: count, movement: z.enum(movements) })),
}
