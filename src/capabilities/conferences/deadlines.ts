import { fillIn } from '../../platform/words.ts'
import type { Deadlines, DueItem, DueOwner } from '../reminders/index.ts'
import type { OwnerRole } from './codes.ts'
import { dueWords } from './messages.vi.ts'
import { listSolutionsDue } from './queries/solutions.ts'

const ownerOf: Readonly<Record<OwnerRole, DueOwner>> = { superiorOfficer: 'decidingOffice', leader: 'standingBoard', grassrootsOfficer: 'grassrootsCommittee', cellSecretary: 'cell' }

/** Solutions of conferences whose day comes, at the organisation that is to do them, until they are answered for. */
export const conferencesDeadlines: Deadlines = async (ctx, { until, organisationId, kinds }) => {
  if (kinds?.length && !kinds.includes('solution')) return []
  const due = await listSolutionsDue(ctx.db, { until, today: ctx.today, organisationId })
  return due.map((solution): DueItem => ({
    kind: 'solution', subjectId: solution.id, subjectType: 'solution', personId: null, personName: null, bornYear: null, organisationId: solution.ownerId, dueOn: solution.dueOn,
    nextActCode: 'conferences.followUp', nextAct: fillIn(dueWords.followUp, { text: solution.text }), owner: ownerOf[solution.ownerRole], counting: 'calendar', rule: null,
  }))
}
