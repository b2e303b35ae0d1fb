import { addMonths, earlierOf } from '../../kernel/index.ts'
import { addDays, officeDayUpTo } from './calendar.ts'
import { addWorkingDays, workingDaysBetween } from '../../regulations/index.ts'
import { layAdmission, type Candidate, type Plan } from './admission-cases.ts'
import type { Desk } from './case-maker.ts'
import { layConfirmation } from './confirmation-cases.ts'
import { decisionOf, deskOf, sponsorsFor, type CaseLaying } from './desk.ts'
import { stagedCells } from './kinds.ts'
import type { Member } from './members.ts'
import { layOpenCases } from './open-cases.ts'
import { scheduleAround, scheduleOfAdmission } from './schedule.ts'
import { helpersByCell, layFormerProspect } from './sources.ts'

/** Files of the last months are kept whole; of older admissions only the member is in the books. */
const KEPT_MONTHS = 26
/** Share of the files that were once returned to be mended. */
const RETURNED_SHARE = 0.2
/** At most so many of those let go had a file. */
const STOPPED = 24

/** Files of admission and confirmation, open and closed. */
export function layCases(given: Omit<CaseLaying, 'helpers'>): void {
  const laying = { ...given, helpers: helpersByCell(given.members) }
  const desk = deskOf(laying)
  layOpenCases(laying, desk)
  layForgottenProbations(laying, desk)
  layStoppedAdmissions(laying, desk)
  const since = addMonths(laying.chronicle.today, -KEPT_MONTHS)
  for (const member of [...laying.members, ...laying.leavers]) {
    const { cohort, ceremonyOn, decidedOn } = member.plan
    if (cohort !== 'term' && cohort !== 'probation') continue
    if (ceremonyOn < since) continue
    const confirmationCaseId = layConfirmation(laying, desk, member)
    if (decidedOn >= since) layClosedAdmission(laying, desk, member, confirmationCaseId)
  }
}

/** Files that ended without admission: given up by the candidate, or voted down in the cell. */
function layStoppedAdmissions({ letGo, helpers }: CaseLaying, desk: Desk): void {
  for (const prospect of letGo.filter(({ letGoAs }) => letGoAs === 'withdrawn' || letGoAs === 'unsuitable').slice(0, STOPPED)) {
    const rejected = prospect.letGoAs === 'unsuitable'
    const on = officeDayUpTo(prospect.closedOn!)
    const schedule = scheduleAround(desk.random, rejected ? 'cell' : 'history', addWorkingDays(on, -4))
    if (schedule.opened <= prospect.openedOn) continue
    const candidate = { ...prospect, sponsors: sponsorsFor(desk, helpers.get(prospect.cell)!, schedule.opened, schedule.cell) }
    layAdmission(desk, { candidate, schedule, until: rejected ? 'cell' : 'history', rejected, closed: { on, reason: rejected ? 'cellRejected' : 'withdrawn' } })
  }
}

/** Taken over with the books: most untouched, one in the votes, one voted and lying, one deadlocked. */
function layForgottenProbations(laying: CaseLaying, desk: Desk): void {
  const forgotten = laying.members.filter(({ plan }) => plan.cohort === 'overdue').sort((a, b) => Number(b.cell.code === stagedCells.forgotten) - Number(a.cell.code === stagedCells.forgotten))
  forgotten.forEach((member, i) => layConfirmation(laying, desk, member, (['voted', 'voteLost', 'deadlocked'] as const)[i - 1] ?? 'untouched'))
}

/** Somebody admitted since the files are kept, with the cell's work on them before. */
function layClosedAdmission(laying: CaseLaying, desk: Desk, member: Member, confirmationCaseId: string): void {
  const { chronicle, helpers, posts } = laying
  const { plan, cell } = member
  const returning = desk.random.chance(RETURNED_SHARE)
  const schedule = scheduleOfAdmission(desk.random, plan.decidedOn, plan.ceremonyOn, chronicle.today, returning)
  const prospect = layFormerProspect({ ...laying, random: desk.random, helpers }, {
    person: member, cell, openedOn: addMonths(schedule.opened, -desk.random.int(3, 14)), closedOn: plan.ceremonyOn, reason: 'admitted', certificateOn: addDays(schedule.opened, -desk.random.int(5, 300)),
  })
  const others = helpers.get(cell)!.filter((helper) => helper !== member)
  const candidate: Candidate = { ...prospect, sponsors: sponsorsFor(desk, others, schedule.opened, schedule.cell) }
  const id = layAdmission(desk, {
    candidate, schedule, until: 'dossier', confirmationCaseId, decision: decisionOf(desk, posts, cell, member.decisionNumber!), ...(returning && pastReturn(desk, { candidate, schedule })),
  })
  chronicle.amend('members.membership', member.id, { source_id: id }, 'person_id')
  chronicle.amend('sources_and_targets.prospect', prospect.id, { applied_on: schedule.applied })
}

/** A return between two steps, mended before the next one. */
function pastReturn({ random }: Desk, { candidate, schedule }: Pick<Plan, 'candidate' | 'schedule'>): Partial<Plan> {
  const byOffice = !candidate.cell.unit.mayDecideAdmission && random.chance(0.55)
  const [from, to] = byOffice ? [schedule.sentOn, schedule.submitted] : [schedule.sentUp, schedule.committee]
  const room = workingDaysBetween(from, to)
  if (room < 5) return {}
  const on = addWorkingDays(from, random.int(1, 2))
  const resentOn = earlierOf(addWorkingDays(on, random.int(2, 8)), addWorkingDays(to, -1))
  const without = random.chance(0.16) ? ['KNĐ-5'] : []
  return { without, returned: { by: byOffice ? 'decidingOffice' : 'grassrootsCommittee', on, resentOn, count: random.weighted([[1, 60], [2, 32], [3, 8]]) } }
}

