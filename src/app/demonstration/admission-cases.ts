import { addMonths, earlierOf, laterOf, type PlainDate } from '../../kernel/index.ts'
import {
  addWorkingDays, ageInMonths, ceremonyDue, cellAgreementVote, decisionBodyGrassroots, decisionBodySuperior, decisionDue, decisionExtensionWorkingDays, dossierOpeningDue, judgeEligibility, membershipYearsStart,
  probationEnd, returnedFileWorkingDays, sendUpWorkingDays, sponsorsBesideUnion, sponsorsMin, youthUnionMaxAge, type RuleUse,
} from '../../regulations/index.ts'
import type { CloseReason, Level } from '../../capabilities/admission/codes.ts'
import { CaseMaker, type Desk, type Reason } from './case-maker.ts'
import { ceremonyConsent, earlyFaults, extensionReason, numbers, returnReasons, verificationOutcomes, verificationPlaces } from './cases.vi.ts'
import type { Cell } from './kinds.ts'
import type { Member } from './members.ts'
import type { Person } from './people.ts'
import { milestones, type Milestone, type Schedule } from './schedule.ts'

/** Who wants to be admitted, and who stands by them. */
export type Candidate = {
  readonly person: Person
  readonly cell: Cell
  readonly certificateOn: PlainDate | undefined
  readonly certificateNumber: string | null
  /** Full members of the cell who may introduce, the likeliest first. */
  readonly sponsors: readonly Member[]
  readonly mentor: Member
}

export type Decision = { readonly number: string; readonly signatory: string; readonly decidedBy: string }

/** How far a file has come, and what is peculiar about it. */
export type Plan = {
  readonly candidate: Candidate
  readonly schedule: Schedule
  /** The last milestone that was reached. */
  readonly until: Milestone
  readonly decision?: Decision
  /** Types of papers that have not come. */
  readonly without?: readonly string[]
  /** Day on the introduction by a member, when it is older than the schedule says; `early`: it came with the first papers. */
  readonly introducedOn?: PlainDate
  readonly introducedEarly?: boolean
  /** Places that have not answered yet. */
  readonly unanswered?: number
  /** A paper of which somebody said that it must be mended. */
  readonly faulty?: boolean
  readonly returned?: Returning
  /** Working days by which the decision was extended. */
  readonly extendedBy?: number
  /** The cell voted against; or the file was stopped, on which day and why. */
  readonly rejected?: boolean
  readonly closed?: { readonly on: PlainDate; readonly reason: CloseReason }
  /** The file of confirmation that the ceremony opened. */
  readonly confirmationCaseId?: string
}

/** A return: by whom, when, with which reasons (by chance unless given), and when the mended file came again. */
export type Returning = { readonly by: 'grassrootsCommittee' | 'decidingOffice'; readonly on: PlainDate; readonly resentOn?: PlainDate; readonly dueOn?: PlainDate; readonly reasons?: readonly Omit<Reason, 'documentId'>[]; readonly count?: number }

type Laying = { told?: ReturnType<typeof drawCircumstances>; readonly desk: Desk; readonly file: CaseMaker; readonly plan: Plan; readonly days: Schedule; readonly isYouth: boolean }

/** Lays one file of admission up to the milestone it has reached. Answers its identifier. */
export function layAdmission(desk: Desk, plan: Plan): string {
  const { candidate: { person, cell }, schedule: days } = plan
  const file = new CaseMaker(desk, { kind: 'admission', personId: person.id, cell, openedOn: days.opened, facts: { kind: 'admission' }, rules: [cellAgreementVote.usedOn(days.opened)] })
  const laying: Laying = { desk, file, plan, days, isYouth: ageInMonths(person.birthday as never, earlierOf(days.cell, desk.chronicle.today)) < (youthUnionMaxAge.inForceOn(days.cell).value + 1) * 12 }
  file.byUnion = laying.isYouth
  const reached = milestones.slice(0, milestones.indexOf(plan.until) + 1)
  for (const milestone of reached) steps[milestone]?.(laying)
  if (plan.closed) file.close(plan.closed.on, 'cell', plan.closed.reason)
  file.finish()
  return file.id
}

const steps: Readonly<Partial<Record<Milestone, (laying: Laying) => void>>> = {
  opened({ file, plan, days }) {
    const { certificateOn, certificateNumber } = plan.candidate
    if (certificateOn && certificateOn <= days.opened) file.keep('KNĐ-CN', { datedOn: certificateOn, receivedOn: days.opened, number: certificateNumber })
  },
  applied(laying) {
    const { file, days } = laying
    bring(laying, 'KNĐ-1', { datedOn: days.applied })
    const told = circumstancesOf(laying)
    file.set({ circumstances: JSON.stringify(told) })
    file.act('recordCircumstances', days.applied, { step: 'A02', level: 'cell', facts: { told: Object.keys(told) }, rules: conditionRules(laying, days.applied) })
  },
  history(laying) {
    const { file, days, desk, plan } = laying
    bring(laying, 'KNĐ-2', { datedOn: days.history })
    if (plan.introducedEarly) introduce(laying, days.history)
    if (!plan.faulty) return
    const { documentType, kind, what } = desk.random.pick(earlyFaults)
    const paper = file.find(documentType)
    if (paper) file.fault(paper, addWorkingDays(days.history, 1), 'grassrootsCommittee', kind, what)
  },
  asked: (laying) => askPlaces(laying),
  sponsors(laying) { introduce(laying, laying.days.sponsors) },
  union(laying) {
    if (laying.isYouth) bring(laying, 'KNĐ-4', { datedOn: laying.days.union, number: numbers.committeeResolution(laying.desk.random.int(3, 90)) })
    if (laying.plan.unanswered) laying.file.takeReplies()
  },
  replied({ file }) { file.takeReplies() },
  opinions(laying) { bring(laying, 'KNĐ-5', { datedOn: laying.days.opinions }) },
  ready(laying) { laying.file.act('markReadyForCell', laying.days.ready, { step: 'A08', level: 'cell', rules: conditionRules(laying, laying.days.ready) }) },
  cell(laying) {
    const { file, days, desk, plan } = laying
    file.cellVote({ heldOn: days.cell, question: 'admit', resolutionNumber: numbers.cellResolution(desk.random.int(2, 40)), lost: plan.rejected }, { rules: conditionRules(laying, days.cell) })
  },
  sentUp(laying) {
    const { file, days, plan } = laying
    file.act('sendUp', days.sentUp, { step: 'A09', level: 'cell', facts: { papers: file.paperCount }, rules: [sendUpWorkingDays.usedOn(days.cell)] })
    file.set({ sent_up_on: days.sentUp })
    if (plan.returned?.by === 'grassrootsCommittee') sendBack(laying, plan.returned)
  },
  committee({ file, days, desk, plan }) {
    file.accept(days.committee, 'grassrootsCommittee')
    file.committeeVote({ heldOn: days.committee, question: 'admit', resolutionNumber: numbers.committeeResolution(desk.random.int(20, 400)) }, decidesItself(plan))
  },
  sentOn(laying) {
    const { file, days, plan } = laying
    if (decidesItself(plan)) return
    const { dueOn, rules } = decisionDue({ resolvedOn: days.cell })!
    file.act('sendToDeciding', days.sentOn, { step: 'A11', level: 'grassrootsCommittee', facts: { papers: file.paperCount, dueOn }, rules })
    file.set({ sent_to_deciding_on: days.sentOn })
    if (plan.returned?.by === 'decidingOffice') sendBack(laying, plan.returned)
  },
  submitted({ file, days, plan }) {
    if (decidesItself(plan)) return
    const { dueOn, rules } = decisionDue({ resolvedOn: days.cell })!
    if (plan.extendedBy) {
      file.act('extendDecision', days.submitted, {
        step: 'A12', level: 'decidingOffice', facts: { workingDays: plan.extendedBy, reason: extensionReason, dueOn: addWorkingDays(dueOn, plan.extendedBy) }, rules: [decisionExtensionWorkingDays.usedOn(days.cell)],
      })
      file.set({ extended_by: plan.extendedBy })
    }
    file.accept(days.submitted, 'decidingOffice')
    file.act('submitForDecision', days.submitted, { step: 'A12', level: 'decidingOffice', facts: { dueOn }, rules })
    file.set({ submitted_on: days.submitted })
  },
  decided(laying) { decide(laying) },
  received({ file, days }) {
    const { dueOn, rules } = ceremonyDue({ decidedOn: days.decided, receivedOn: days.received })
    file.act('recordReceipt', days.received, { step: 'A13', level: 'cell', facts: { dueOn }, rules })
    file.set({ decision_received_on: days.received })
  },
  ceremony(laying) { admit(laying) },
  dossier({ file, days }) {
    for (const code of ['HSĐV-1', 'HSĐV-2']) file.keep(code, { datedOn: days.dossier }, { state: 'valid' })
    const { dueOn, rules } = dossierOpeningDue(days.ceremony)
    file.act('recordDossierOpened', days.dossier, { step: 'A14', level: 'grassrootsCommittee', facts: { dueOn, isLate: days.dossier > dueOn }, rules })
    file.set({ dossier_opened_on: days.dossier })
  },
}

const decidesItself = ({ candidate }: Pick<Plan, 'candidate'>) => candidate.cell.unit.mayDecideAdmission

const sponsorsNeeded = ({ isYouth, days }: Pick<Laying, 'isYouth' | 'days'>): number => (isYouth ? sponsorsBesideUnion : sponsorsMin).inForceOn(days.cell).value

function bring({ file, plan }: Pick<Laying, 'file' | 'plan'>, code: string, paper: Parameters<CaseMaker['paper']>[1], level: Level = 'cell'): void {
  if (!plan.without?.includes(code)) file.paper(code, paper, level)
}

function introduce(laying: Laying, receivedOn: PlainDate): void {
  const { plan } = laying
  for (const sponsor of plan.candidate.sponsors.slice(0, sponsorsNeeded(laying)))
    bring(laying, 'KNĐ-3', { datedOn: plan.introducedOn ?? receivedOn, receivedOn, subjectId: sponsor.id })
}

/** What is told about the candidate, once and for all. */
const circumstancesOf = (laying: Laying) => (laying.told ??= drawCircumstances(laying))

function drawCircumstances(laying: Omit<Laying, 'told'>) {
  const { desk: { random }, plan: { candidate }, days, isYouth } = laying
  const since = (sponsor: Member) => laterOf(addMonths(days.opened, -random.int(14, 90)), sponsor.inCellSince)
  return {
    vietnameseCitizen: true, education: { level: random.chance(0.78) ? 'G30' : 'G20', evidence: 'E1' }, livesInSpecialArea: true, personOfStanding: false,
    youthUnionExists: true, youthUnionMember: isYouth, tradeUnionMember: !candidate.cell.residential,
    sponsors: candidate.sponsors.slice(0, sponsorsNeeded(laying)).map((sponsor) => ({ personId: sponsor.id, relation: 'work', togetherSince: since(sponsor) })),
    politicalMatter: false, politicalConclusion: null, formerMember: null, populationPolicy: { applies: false }, religion: { applies: false }, foreignMarriage: { applies: false },
  }
}

function askPlaces({ desk: { random }, file, plan, days }: Laying): void {
  const { cell } = plan.candidate
  const own = verificationPlaces.own(cell.unit.communeCode ? cell.unit.shortName : random.pick(verificationPlaces.others).slice(9))
  const places = [['candidate', own], ['father', random.chance(0.75) ? own : random.pick(verificationPlaces.others)], ['mother', random.chance(0.7) ? own : random.pick(verificationPlaces.others)]] as [string, string][]
  if (random.chance(0.45)) places.push(['spouse', random.pick(verificationPlaces.others)])
  const byLetter = !plan.unanswered && random.chance(0.22)
  const answered = Math.max(0, places.length - (plan.unanswered ?? 0))
  const letter = numbers.letter(random.int(20, 300))
  places.forEach(([about, place], i) => {
    const repliedOn = i === answered - 1 && !plan.unanswered ? days.replied : addWorkingDays(days.union, i)
    const reply = i < answered ? { repliedOn: repliedOn <= days.replied ? repliedOn : days.replied, byLetter: byLetter && i === answered - 1, outcome: random.pick(verificationOutcomes) } : undefined
    file.ask(about, place, days.asked, reply)
  })
  if (!byLetter) return
  bring({ file, plan }, 'TT-96', { datedOn: days.asked, number: letter }, 'grassrootsCommittee')
  bring({ file, plan }, 'KNĐ-2TT', { datedOn: days.asked, receivedOn: days.asked, number: letter }, 'grassrootsCommittee')
}

/** The file goes back with what is wrong; when it comes again, new papers stand in place of the bad ones. */
function sendBack(laying: Laying, { by, on, resentOn, dueOn, reasons: given, count = 1 }: Returning): void {
  const { file, plan } = laying
  const drawn = given ?? drawReasons(laying, count)
  const reasons = drawn.map((reason): Reason => ({ ...reason, documentId: reason.kind === 'missing' ? null : (file.find(reason.documentType) ?? null) }))
  for (const { documentId, kind, what } of reasons) if (documentId) file.fault(documentId, on, by, kind, what, false)
  const rule = returnedFileWorkingDays.usedOn(on)
  file.returned(on, by, 'cell', { dueOn: dueOn ?? addWorkingDays(on, rule.value), rule }, reasons, resentOn)
  if (!resentOn) return
  const datedOn = laterOf(on, addWorkingDays(resentOn, -1))
  for (const { documentType, documentId } of reasons) {
    const sponsor = documentType === 'KNĐ-3' ? plan.candidate.sponsors[0]?.id : undefined
    file.paper(documentType, { datedOn, ...(sponsor && { subjectId: sponsor }), ...(documentId && { replacesId: documentId }) }, 'cell', 2)
  }
  file.resend(resentOn, 2)
}

/** Different papers, of those that are in the file; a missing one only where it was left out. */
function drawReasons({ desk: { random }, file, plan }: Laying, count: number): Omit<Reason, 'documentId'>[] {
  const able = returnReasons.filter(({ documentType, kind }) => (kind === 'missing' ? plan.without?.includes(documentType) : kind !== 'stale' && file.find(documentType)))
  const drawn = new Map<string, Omit<Reason, 'documentId'>>()
  const missing = able.find(({ kind }) => kind === 'missing')
  if (missing) drawn.set(missing.documentType, missing)
  for (let i = 0; drawn.size < Math.min(count, able.length) && i < 20; i++) {
    const { weight: _weight, ...reason } = random.weighted(able.map((each) => [each, each.weight] as const))
    if (!drawn.has(reason.documentType)) drawn.set(reason.documentType, reason)
  }
  return [...drawn.values()].map(({ documentType, kind, what, todo }) => ({ documentType, kind, what, todo }))
}

function decide({ file, days, plan, desk }: Laying): void {
  const { number, signatory, decidedBy } = plan.decision!
  const itself = decidesItself(plan)
  const { dueOn, rules } = decisionDue({ resolvedOn: days.cell })!
  const board = itself || !desk.random.chance(0.7) ? [] : [file.boardVote({ heldOn: days.decided, question: 'admit', resolutionNumber: null })]
  const body = (itself ? decisionBodyGrassroots : decisionBodySuperior).usedOn(days.decided)
  file.keep(itself ? 'KNĐ-9A' : 'KNĐ-9', { datedOn: days.decided, number }, { state: 'valid' })
  file.act('recordDecision', days.decided, {
    step: 'A12', level: itself ? 'grassrootsCommittee' : 'decidingOffice', result: 'admit', facts: { outcome: 'admit', number, signatory, decidedBy, reason: null, dueOn, isLate: days.decided > dueOn },
    rules: [...rules, body, ...board, membershipYearsStart.usedOn(days.decided)],
  })
  file.set({ decided_on: days.decided, decision_number: number, decision_signatory: signatory, decided_by: decidedBy })
}

function admit({ file, days, plan, desk }: Laying): void {
  const { dueOn, rules } = ceremonyDue({ decidedOn: days.decided, receivedOn: days.received })
  const isLate = days.ceremony > dueOn
  const consent = isLate ? ceremonyConsent(desk.random.int(100, 900)) : null
  const { endsOn, rules: ofProbation } = probationEnd(days.ceremony)
  file.keep('KNĐ-LT', { datedOn: days.ceremony }, { state: 'valid' })
  file.act('recordCeremony', days.ceremony, {
    step: 'A13', level: 'cell', facts: { dueOn, isLate, consent, consentIssuedOn: isLate ? dueOn : null, confirmationCaseId: plan.confirmationCaseId ?? null, probationUntil: endsOn }, rules: [...rules, ...ofProbation],
  })
  file.set({ ceremony_on: days.ceremony, ceremony_consent: isLate ? `${consent}, ${dueOn}` : null })
  file.assignMentor(plan.candidate.mentor.id, days.ceremony)
}

/** The rules of the conditions as they judged on the day. Kept with the files that are still open; those of closed ones would fill the disk with the same texts. */
function conditionRules(laying: Laying, on: PlainDate): readonly RuleUse[] {
  const { plan, days, isYouth } = laying
  if (plan.until === 'dossier') return []
  const { person, certificateOn, sponsors } = plan.candidate
  const { sponsors: told, tradeUnionMember: _trade, politicalConclusion: _conclusion, ...circumstances } = circumstancesOf(laying)
  return judgeEligibility({
    ...circumstances, education: { level: 'G30', evidence: 'E1' }, birth: person.birthday as never, certificate: certificateOn ? { issuedOn: certificateOn } : null, fileMadeOn: days.sponsors <= on ? days.sponsors : undefined,
    unionResolution: isYouth ? { of: 'youthUnion' } : null, background: [{ of: 'candidate', reply: 'received' }],
    sponsors: told.map(({ togetherSince }, i) => ({ label: sponsors[i]!.name, relation: 'work' as const, togetherSince, fullMember: true, underDiscipline: false })),
  }, on).reasons.flatMap(({ rule }) => rule ?? [])
}
