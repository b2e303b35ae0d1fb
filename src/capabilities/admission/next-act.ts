import { earlierOf, laterOf, type PlainDate } from '../../kernel/index.ts'
import { firstRuledDay, type Eligibility, type EligibilityReason, type RuleUse, type Settings, type StepCode } from '../../regulations/index.ts'
import type { DueOwner } from '../reminders/index.ts'
import { checklistOf, openRows, type ChecklistRow } from './checklist.ts'
import { clocksOf, ownerOf, remarkDue, runningClocks, type Clock } from './clocks.ts'
import type { ActKind, ClockKind } from './codes.ts'
import { CERTIFICATE, CLASS_CERTIFICATE, eligibilityOf } from './conditions.ts'
import { holderOf, isConfirmation, judgingDay, openReturn, questionOf, type CaseFile } from './model.ts'
import { isFinal } from './transitions.ts'

/** A file with everything that the rules say about it on a day. Computed once, asked many times. */
export type Judged = {
  readonly file: CaseFile
  readonly today: PlainDate
  readonly settings: Settings
  readonly eligibility: Eligibility | undefined
  readonly checklist: readonly ChecklistRow[]
  readonly clocks: readonly Clock[]
}

/** Judges a file as on a day: conditions and papers by the cell's meeting (until it has met, by `today`), each clock by the day that starts it. */
export function judge(file: CaseFile, today: PlainDate, settings: Settings): Judged {
  const eligibility = eligibilityOf(file, laterOf(judgingDay(file, today), firstRuledDay), settings)
  return { file, today, settings, eligibility, checklist: checklistOf(file, eligibility, today, settings), clocks: clocksOf(file, today, settings) }
}

/** The one thing to be done next. `document` or `condition` says about what. */
export type NextAct = {
  readonly code: ActKind
  readonly step: StepCode
  readonly owner: DueOwner
  readonly dueOn: PlainDate | null
  readonly counting: 'workingDays' | 'calendar'
  readonly rule: RuleUse | null
  readonly document: { readonly code: string; readonly title: string } | null
  readonly condition: EligibilityReason['condition'] | null
}

type Draft = Pick<NextAct, 'code' | 'step' | 'owner'> & Partial<Pick<NextAct, 'document' | 'condition' | 'dueOn' | 'rule'>> & { readonly clocks?: readonly ClockKind[]; readonly calendar?: boolean }

const aging: readonly ClockKind[] = ['freshness', 'certificate']

/** Conditions that people answer by saying what is so; the others follow from papers. */
const toldConditions: readonly EligibilityReason['condition'][] = [
  'citizenship', 'education', 'sponsors', 'sponsor', 'youthUnion', 'politicalCheck', 'formerMember', 'readmissionBarred', 'readmissionWait', 'readmissionTimes', 'readmissionConsent',
  'populationPolicy', 'religion', 'foreignMarriage', 'age',
]

/** A condition that only a paper, or a rule nobody has read, still leaves open. */
const onlyMissing = (reason: EligibilityReason, ...names: readonly string[]) => reason.missing?.every((one) => names.includes(one)) ?? false

const untold = ({ eligibility }: Judged): EligibilityReason | undefined =>
  eligibility?.reasons.find((reason) => reason.verdict === 'unknown' && toldConditions.includes(reason.condition) && !onlyMissing(reason, 'rule', 'unionResolution'))

const refused = ({ eligibility }: Judged): EligibilityReason | undefined =>
  eligibility?.reasons.find(({ verdict, condition }) => verdict === 'notMet' && condition !== 'sponsor' && condition !== 'fileFreshness' && condition !== 'certificate')

const ownerOfPaper = ({ step, code }: ChecklistRow): DueOwner =>
  code === CERTIFICATE || code === CLASS_CERTIFICATE ? 'politicalCentre' : step === 'A04' || step === 'A05' || step === 'P03' ? 'candidate' : step === 'A06' ? 'grassrootsCommittee' : 'cell'

function bring(row: ChecklistRow, clocks: readonly ClockKind[]): Draft {
  const document = { code: row.code, title: row.title }
  const code = row.state === 'needsWork' || row.state === 'expired' ? 'replaceDocument' : row.code === CLASS_CERTIFICATE ? 'recordClassCertificate' : 'recordDocument'
  return { code, step: row.step, owner: ownerOfPaper(row), document, clocks, calendar: clocks === aging }
}

/** Before the cell's vote: first who the candidate is and what he writes, then what is asked of others, then the meeting. */
function prepare(judged: Judged): Draft {
  const { file, checklist } = judged
  const open = openRows(checklist)
  const own = open.find(({ step }) => step === 'A03' || step === 'A04' || step === 'A05')
  if (own) return bring(own, aging)
  const condition = untold(judged)
  if (condition) return { code: 'recordCircumstances', step: 'A02', owner: 'cell', condition: condition.condition, clocks: aging, calendar: true }
  const asked = new Set([...file.verifications.map(({ about }) => about), ...(file.circumstances.backgroundExcused ?? [])])
  if (!asked.has('candidate')) return { code: 'requestVerification', step: 'A06', owner: 'grassrootsCommittee', clocks: aging, calendar: true }
  const paper = open.find(({ state }) => state !== 'cannotTell')
  if (paper) return bring(paper, aging)
  if (file.verifications.some(({ repliedOn }) => !repliedOn)) return { code: 'recordVerificationReply', step: 'A06', owner: 'grassrootsCommittee', clocks: ['verification'] }
  const against = refused(judged)
  if (against) return { code: 'recordCircumstances', step: 'A02', owner: 'cell', condition: against.condition, clocks: aging, calendar: true }
  return file.stage === 'readyForCell'
    ? { code: 'recordCellVote', step: 'A09', owner: 'cell', clocks: aging, calendar: true }
    : { code: 'markReadyForCell', step: 'A08', owner: 'cell', clocks: aging, calendar: true }
}

/** Between the cell's vote and the decision, for admission and confirmation alike. */
function passOn(judged: Judged): Draft {
  const { file, checklist } = judged
  const { line } = file
  const confirming = isConfirmation(file)
  const clocks: readonly ClockKind[] = [confirming ? 'confirmationDecision' : 'decision']
  const draft = (code: ActKind, step: StepCode): Draft => ({ code, step, owner: ownerOf(holderOf(file)), clocks })
  const [section, committee, decision] = confirming ? (['P07', 'P08', 'P09'] as const) : (['A10', 'A11', 'A12'] as const)
  const decide = draft(confirming ? 'recordConfirmationDecision' : 'recordDecision', questionOf(file) === 'strikeOff' ? 'P10' : decision)
  const bad = openRows(checklist).length > 0
  switch (holderOf(file)) {
    case 'cell': return { ...draft(line.hasCommittee ? 'sendUp' : 'sendToDeciding', confirming ? 'P06' : 'A09'), clocks: ['sendUp'] }
    case 'sectionCommittee': return draft('recordSectionAppraisal', section)
    case 'decidingOffice': return bad ? draft('returnCase', decision) : checklist.some((row) => row.neededByNow && row.state === 'toCheck') ? draft('checkDocument', decision) : draft('submitForDecision', decision)
    case 'standingBoard': return decide
    case 'grassrootsCommittee':
      if (bad) return draft('returnCase', committee)
      if (file.stage !== 'committeePassed') return draft('recordCommitteeVote', committee)
      return line.decidesItself ? decide : draft('sendToDeciding', committee)
  }
}

/** Admission after the decision: receive it, hold the ceremony, give a mentor, open the dossier. */
function conclude({ file, clocks }: Judged): Draft {
  if (file.stage === 'decided') {
    const ceremony = clocks.find(({ kind }) => kind === 'ceremony')
    const fromReceipt = ceremony?.rules.some(({ key, value }) => key === 'admission.ceremonyClockStart' && value === 'receiptOfDecision')
    if (fromReceipt && !file.decisionReceivedOn) return { code: 'recordReceipt', step: 'A13', owner: 'cell', clocks: ['ceremony'] }
    return { code: 'recordCeremony', step: 'A13', owner: 'cell', clocks: ['ceremony'] }
  }
  if (!file.mentorId) return { code: 'assignMentor', step: 'A14', owner: 'cell', clocks: ['dossierOpening'] }
  return { code: 'recordDossierOpened', step: 'A14', owner: 'grassrootsCommittee', clocks: ['dossierOpening'] }
}

/** A probation that runs, or has run out. */
function accompany(judged: Judged): Draft {
  const { file, today, checklist, settings } = judged
  const over = file.probationUntil !== null && file.probationUntil <= today
  const clocks: readonly ClockKind[] = over ? ['cellConsiders'] : ['probation']
  const remark = remarkDue(file, settings)
  const sayRemark: Draft = { code: 'recordMentorRemark', step: 'P01', owner: 'cell', dueOn: remark?.dueOn ?? null, rule: remark?.rule ?? null, calendar: true }
  if (!file.mentorId) return { code: 'assignMentor', step: 'P01', owner: 'cell', clocks, calendar: !over }
  if (!over && remark && remark.dueOn <= today) return sayRemark
  const open = openRows(checklist)
  const certificate = open.find(({ code }) => code === CLASS_CERTIFICATE)
  if (certificate) return { ...bring(certificate, clocks), calendar: !over }
  if (!over) return sayRemark
  if (open[0]) return bring(open[0], clocks)
  return { code: 'recordConfirmationVote', step: 'P06', owner: 'cell', clocks }
}

function draftFor(judged: Judged): Draft {
  const { file } = judged
  const returned = openReturn(file)
  if (returned) return { code: 'resend', step: isConfirmation(file) ? 'P06' : 'A09', owner: ownerOf(returned.toLevel), clocks: ['returned'] }
  switch (file.stage) {
    case 'fileOpen': case 'verifying': case 'readyForCell': return prepare(judged)
    case 'cellPassed': case 'appraised': case 'committeePassed': return passOn(judged)
    case 'cellRejected': return { code: 'closeCase', step: 'A09', owner: 'cell' }
    case 'committeeRejected': return { code: 'closeCase', step: 'A11', owner: 'grassrootsCommittee' }
    case 'declined': return { code: 'closeCase', step: 'A12', owner: ownerOf(holderOf(file)), clocks: ['decision'] }
    case 'decided': case 'ceremonyHeld': return conclude(judged)
    case 'running': return accompany(judged)
    case 'deadlocked': return { code: 'reportDeadlock', step: 'P06', owner: ownerOf(holderOf(file)), clocks: ['confirmationDecision', 'cellConsiders'] }
    case 'reported': return { code: 'recordConfirmationDecision', step: 'P09', owner: ownerOf(holderOf(file)), clocks: ['confirmationDecision', 'cellConsiders'] }
    case 'confirmed': case 'struckOff': return { code: 'recordResultReported', step: 'P11', owner: 'grassrootsCommittee' }
    case 'completed': case 'closed': throw new RangeError(`Nothing follows ${file.stage}`)
  }
}

/** Exactly one next act for every open file; none for one that is closed. Its limit is the earliest that runs over it. */
export function nextActOf(judged: Judged): NextAct | undefined {
  const { file, clocks } = judged
  if (file.closedOn || isFinal(file.stage)) return undefined
  const { clocks: kinds = [], calendar, ...draft } = draftFor(judged)
  const running = runningClocks(file, clocks).filter(({ kind }) => kinds.includes(kind))
  const dueOn = draft.dueOn ?? (running.length > 0 ? running.map((clock) => clock.dueOn).reduce(earlierOf) : null)
  const clock = running.find((each) => each.dueOn === dueOn)
  return {
    code: draft.code, step: draft.step, owner: draft.owner, dueOn, counting: clock?.counting ?? (calendar ? 'calendar' : 'workingDays'),
    rule: draft.rule ?? clock?.rules[0] ?? null, document: draft.document ?? null, condition: draft.condition ?? null,
  }
}
