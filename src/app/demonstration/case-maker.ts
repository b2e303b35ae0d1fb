import { addMonths, type PlainDate } from '../../kernel/index.ts'
import {
  backgroundReplyDue, cellVote, committeeVote, documentTypes, formMarks, maxVotesBeforeEscalation, mentorRemarkMonths, removalVote, requiredVotes, sponsorsBesideUnion, sponsorsMin, standingBoardVote,
  youthUnionIntroduces, type RuleUse, type StepCode,
} from '../../regulations/index.ts'
import { nextStage, isFinal, firstStage, type Result } from '../../capabilities/admission/index.ts'
import type { ActKind, CaseKind, CloseReason, FaultKind, Level, Stage } from '../../capabilities/admission/codes.ts'
import type { Chronicle, Row } from './chronicle.ts'
import type { Cell, Unit } from './kinds.ts'
import type { Random } from './random.ts'
import type { Rolls } from './rolls.ts'

export type Question = 'admit' | 'confirm' | 'strikeOff'
export type Reason = { readonly documentType: string; readonly documentId: string | null; readonly kind: FaultKind; readonly what: string; readonly todo: string }
export type Paper = { readonly datedOn: PlainDate; readonly receivedOn?: PlainDate; readonly subjectId?: string; readonly number?: string | null; readonly pages?: number; readonly replacesId?: string }

/** What every file needs to be made. */
export type Desk = {
  readonly chronicle: Chronicle
  readonly random: Random
  readonly rolls: Rolls
  /** Account of whoever acts for a level about a cell, where the demonstration has one. */
  readonly actorOf: (level: Level, cell: Cell) => string | null
  readonly seatsOf: (unit: Unit) => number
  readonly boardSeats: number
  readonly districtId: string
}

type Opening = { readonly kind: CaseKind; readonly personId: string; readonly cell: Cell; readonly openedOn: PlainDate; readonly facts?: object; readonly rules?: readonly RuleUse[]; readonly columns?: Row }
type Acting = { readonly step?: StepCode | null; readonly level: Level; readonly facts?: object; readonly rules?: readonly RuleUse[]; readonly result?: Result }
export type Ballot = { readonly heldOn: PlainDate; readonly question: Question; readonly resolutionNumber: string | null; readonly lost?: boolean | undefined }

const stepByPaper = new Map(documentTypes.map(({ code, step }) => [code, step]))

/**
 * Makes one file of admission or confirmation as the acts of the room would have left it. The only place that knows which kind of act
 * writes what: `act` moves along the room's own table of transitions, so a history that the room would refuse cannot be made.
 */
export class CaseMaker {
  readonly id: string
  stage: Stage
  private stageSince: PlainDate
  private ordinal = 0
  private columns: Record<string, Row[string]>
  private readonly papers = new Map<string, Record<string, Row[string]>>()
  private readonly votes = new Map<string, number>()

  constructor(private readonly desk: Desk, private readonly opening: Opening) {
    this.id = desk.chronicle.id()
    this.stage = firstStage(opening.kind)
    this.stageSince = opening.openedOn
    this.columns = { ...opening.columns }
    const isConfirmation = opening.kind === 'confirmation'
    const { facts = {}, rules = [] } = opening
    this.write(isConfirmation ? 'openConfirmation' : 'openCase', opening.openedOn, null, this.stage, { level: 'cell', step: isConfirmation ? 'P01' : 'A02', facts, rules })
  }

  /** Adds an act to the history and moves the file. Throws where the room knows no such step. */
  act(kind: ActKind, on: PlainDate, acting: Acting): void {
    const to = nextStage(this.opening.kind, this.stage, kind, acting.result)
    if (!to) throw new Error(`${kind} does not follow ${this.stage}`)
    this.write(kind, on, this.stage, to, acting)
    if (to !== this.stage) this.stageSince = on
    this.stage = to
    if (isFinal(to)) this.columns.closed_on = on
  }

  private write(kind: ActKind, on: PlainDate, from: Stage | null, to: Stage, { step = null, level, facts = {}, rules = [], result }: Acting): void {
    const { chronicle, actorOf } = this.desk
    chronicle.add('admission.act', {
      case_id: this.id, ordinal: ++this.ordinal, step, kind, occurred_on: on, from_stage: from, to_stage: to, facts: JSON.stringify({ ...facts, ...(result && { result }) }),
      rules: JSON.stringify(rules), acted_by: actorOf(level, this.opening.cell), recorded_at: chronicle.known(on, 1),
    })
  }

  set(columns: Row): void {
    Object.assign(this.columns, columns)
  }

  /** A paper that an act of its own brings: recorded, or put in the place of another. */
  paper(code: string, paper: Paper, level: Level, sending = 1): string {
    const receivedOn = paper.receivedOn ?? paper.datedOn
    const id = this.keep(code, paper, { sending })
    const facts = { documentId: id, ...(paper.replacesId && { replaces: paper.replacesId }), code, number: paper.number ?? null, datedOn: paper.datedOn }
    if (paper.replacesId) this.papers.get(paper.replacesId)!.superseded_at = this.desk.chronicle.known(receivedOn, 1)
    this.act(paper.replacesId ? 'replaceDocument' : 'recordDocument', receivedOn, { step: stepByPaper.get(code)!, level, facts, rules: [this.ruleOf(code, receivedOn)] })
    return id
  }

  /** A paper that another act brings with it: a vote its resolution, a decision its form. */
  keep(code: string, paper: Paper, { sending = 1, state = 'toCheck' }: { sending?: number; state?: 'toCheck' | 'valid' } = {}): string {
    const { chronicle, random } = this.desk
    const id = chronicle.id()
    const receivedOn = paper.receivedOn ?? paper.datedOn
    const pages = paper.pages ?? (code === 'KNĐ-2' ? random.int(12, 24) : random.int(1, 3))
    this.papers.set(id, {
      id, case_id: this.id, type: code, subject_id: paper.subjectId ?? null, number: paper.number ?? null, dated_on: paper.datedOn, received_on: receivedOn, pages, state, fault: null, remark: null,
      checked_by: null, checked_on: null, sending, replaces_id: paper.replacesId ?? null, recorded_at: chronicle.known(receivedOn, 1), superseded_at: null,
    })
    return id
  }

  /** The rule by which a paper is needed, as the checklist of the room names it. */
  private ruleOf(code: string, on: PlainDate): RuleUse {
    const rule = code === 'KNĐ-3' ? (this.byUnion ? sponsorsBesideUnion : sponsorsMin) : code === 'KNĐ-4' ? youthUnionIntroduces : formMarks
    return rule.usedOn(on)
  }

  /** The Youth Union introduces the candidate, so one member is enough. */
  byUnion = false

  /** Finds papers valid that nobody has looked at. */
  accept(on: PlainDate, level: Level, except: readonly string[] = []): void {
    const open = [...this.papers].filter(([id, row]) => row.state === 'toCheck' && row.superseded_at === null && !except.includes(id))
    if (open.length === 0) return
    for (const [, row] of open) Object.assign(row, { state: 'valid', checked_by: this.desk.actorOf(level, this.opening.cell), checked_on: on })
    this.act('acceptDocuments', on, { level, facts: { documentIds: open.map(([id]) => id) } })
  }

  /** Says what is wrong with a paper, by an act of its own or with the return of the file. */
  fault(id: string, on: PlainDate, level: Level, fault: FaultKind, remark: string, asAct = true): void {
    Object.assign(this.papers.get(id)!, { state: 'needsWork', fault, remark, checked_by: this.desk.actorOf(level, this.opening.cell), checked_on: on })
    if (asAct) this.act('checkDocument', on, { level, facts: { documentId: id, code: this.papers.get(id)!.type, state: 'needsWork', fault, datedOn: null, formerDatedOn: this.papers.get(id)!.dated_on } })
  }

  find(code: string): string | undefined {
    return [...this.papers].find(([, row]) => row.type === code && row.superseded_at === null)?.[0]
  }

  ask(about: string, place: string, askedOn: PlainDate, reply?: { repliedOn: PlainDate; byLetter: boolean; outcome: string }): void {
    const { chronicle } = this.desk
    const id = chronicle.add('admission.verification', {
      case_id: this.id, about, place, abroad: false, asked_on: askedOn, replied_on: reply?.repliedOn ?? null, by_letter: reply?.byLetter ?? null, outcome: reply?.outcome ?? null, recorded_at: chronicle.known(askedOn, 1),
    })
    const { dueOn, rules } = backgroundReplyDue(askedOn, false)
    this.act('requestVerification', askedOn, { step: 'A06', level: 'grassrootsCommittee', facts: { verificationId: id, about, place, abroad: false, dueOn }, rules })
    if (reply) this.replies.push({ repliedOn: reply.repliedOn, facts: { verificationId: id, place, byLetter: reply.byLetter, dueOn, isLate: reply.repliedOn > dueOn }, rules })
  }

  private readonly replies: { repliedOn: PlainDate; facts: object; rules: readonly RuleUse[] }[] = []

  /** Writes the answers that came, in the order of their days. */
  takeReplies(): void {
    for (const { repliedOn, facts, rules } of this.replies.sort((a, b) => (a.repliedOn < b.repliedOn ? -1 : 1)))
      this.act('recordVerificationReply', repliedOn, { step: 'A06', level: 'grassrootsCommittee', facts, rules })
    this.replies.length = 0
  }

  /** A remark of the mentor; each is due a month after the one before. */
  remark(writtenOn: PlainDate, text: string): void {
    const { chronicle, actorOf } = this.desk
    const probationFrom = this.columns.probation_from as PlainDate
    const rule = mentorRemarkMonths.usedOn(probationFrom)
    chronicle.add('admission.mentor_remark', { case_id: this.id, written_on: writtenOn, text, written_by: actorOf('cell', this.opening.cell), recorded_at: chronicle.known(writtenOn, 1) })
    this.act('recordMentorRemark', writtenOn, { step: 'P01', level: 'cell', facts: { dueOn: addMonths(this.lastRemarkOn ?? probationFrom, rule.value) }, rules: [rule] })
    this.lastRemarkOn = writtenOn
  }

  private lastRemarkOn: PlainDate | undefined

  /** The full member who helps during probation. */
  assignMentor(mentorId: string, on: PlainDate): void {
    this.act('assignMentor', on, { step: this.opening.kind === 'confirmation' ? 'P01' : 'A14', level: 'cell', facts: { mentorId, former: null }, rules: [mentorRemarkMonths.usedOn(on)] })
    this.set({ mentor_id: mentorId, mentor_since: on })
  }

  /** The cell votes; a vote that carries brings the cell's resolution. `deadlocked`: it was the last vote allowed. */
  cellVote(ballot: Ballot, { deadlocked = false, told = {}, rules = [] }: { deadlocked?: boolean; told?: object; rules?: readonly RuleUse[] } = {}): void {
    const { random, rolls } = this.desk
    const roll = rolls.on(this.opening.cell.id, ballot.heldOn)
    const rule = (ballot.question === 'strikeOff' ? removalVote : cellVote).usedOn(ballot.heldOn)
    const required = requiredVotes(rule.value, roll.denominator)
    const absent = random.weighted([[0, 40], [1, 30], [2, 20], [3, 10]])
    const present = Math.max(required, roll.denominator - absent)
    const inFavour = ballot.lost ? random.int(Math.ceil(required / 2), required - 1) : Math.max(required, present - random.weighted([[0, 62], [1, 26], [2, 12]]))
    this.vote('cell', ballot, { roll: roll.full, excluded: roll.excluded, denominator: roll.denominator, required, present, inFavour, rule })
    if (!ballot.lost) this.set({ cell_resolved_on: ballot.heldOn })
    const isAdmission = ballot.question === 'admit'
    const { denominator } = roll
    const numbers = { denominator, required, present, inFavour, against: present - inFavour, invalid: 0 }
    this.act(isAdmission ? 'recordCellVote' : 'recordConfirmationVote', ballot.heldOn, {
      step: isAdmission ? 'A09' : 'P06', level: 'cell', result: deadlocked ? 'deadlocked' : ballot.lost ? 'lost' : 'carried',
      facts: isAdmission ? { ...numbers, excluded: roll.excluded.length } : { question: ballot.question, ...numbers, ...told },
      rules: [rule, ...(isAdmission ? [] : [maxVotesBeforeEscalation.usedOn(ballot.heldOn)]), ...rules],
    })
    if (!ballot.lost && ballot.question !== 'strikeOff') this.keep(isAdmission ? 'KNĐ-6' : 'KNĐ-13', { datedOn: ballot.heldOn, number: ballot.resolutionNumber })
  }

  /** The grassroots committee votes, and carries; its resolution comes with it. */
  committeeVote(ballot: Ballot, decidesItself: boolean): void {
    const { random, seatsOf } = this.desk
    const isAdmission = ballot.question === 'admit'
    const rule = committeeVote.usedOn(ballot.heldOn)
    const denominator = seatsOf(this.opening.cell.unit)
    const required = requiredVotes(rule.value, denominator)
    const present = Math.max(required, denominator - random.weighted([[0, 46], [1, 36], [2, 18]]))
    const inFavour = Math.max(required, present - random.weighted([[0, 72], [1, 28]]))
    this.vote('committee', ballot, { roll: denominator, excluded: [], denominator, required, present, inFavour, rule })
    this.set({ committee_resolved_on: ballot.heldOn })
    this.act('recordCommitteeVote', ballot.heldOn, {
      step: isAdmission ? 'A11' : 'P08', level: 'grassrootsCommittee', result: 'carried', facts: { question: ballot.question, denominator, required, present, inFavour, against: present - inFavour, invalid: 0 },
      rules: isAdmission ? [rule] : [rule, maxVotesBeforeEscalation.usedOn(ballot.heldOn)],
    })
    if (!isAdmission || !decidesItself) this.keep(isAdmission ? 'KNĐ-8' : 'KNĐ-15', { datedOn: ballot.heldOn, number: ballot.resolutionNumber })
  }

  /** The vote of the standing board that lies under a decision. Answers the rule that decided it. */
  boardVote(ballot: Ballot): RuleUse {
    const { random, boardSeats } = this.desk
    const rule = standingBoardVote.usedOn(ballot.heldOn)
    const required = requiredVotes(rule.value, boardSeats)
    const present = boardSeats - random.int(0, 3)
    this.vote('standingBoard', ballot, { roll: boardSeats, excluded: [], denominator: boardSeats, required, present, inFavour: present, rule })
    return rule
  }

  private vote(level: 'cell' | 'committee' | 'standingBoard', { heldOn, question, resolutionNumber, lost }: Ballot, count: { roll: number; excluded: readonly unknown[]; denominator: number; required: number; present: number; inFavour: number; rule: RuleUse }): void {
    const ordinal = (this.votes.get(level) ?? 0) + 1
    this.votes.set(level, ordinal)
    this.desk.chronicle.add('admission.vote', {
      case_id: this.id, level, question, ordinal, held_on: heldOn, roll: count.roll, excluded: JSON.stringify(count.excluded), denominator: count.denominator, required: count.required, present: count.present,
      in_favour: count.inFavour, against: count.present - count.inFavour, invalid: 0, outcome: lost ? 'lost' : 'carried', resolution_number: resolutionNumber, rule: JSON.stringify(count.rule), recorded_at: this.desk.chronicle.known(heldOn, 1),
    })
  }

  /** Returns the file with its reasons; `resentOn` says when it came back. */
  returned(on: PlainDate, from: Level, to: Level, due: { dueOn: PlainDate; rule: RuleUse }, reasons: readonly Reason[], resentOn?: PlainDate): void {
    const { chronicle } = this.desk
    const id = chronicle.add('admission.return', { case_id: this.id, returned_on: on, from_level: from, to_level: to, due_on: due.dueOn, resent_on: resentOn ?? null, recorded_at: chronicle.known(on, 1) })
    for (const [i, reason] of reasons.entries()) chronicle.add('admission.return_reason', {
      return_id: id, ordinal: i + 1, document_type: reason.documentType, document_id: reason.documentId, condition: null, what: reason.what, todo: reason.todo, kind: reason.kind,
    })
    this.act('returnCase', on, { level: from, facts: { returnId: id, fromLevel: from, toLevel: to, dueOn: due.dueOn, reasons: reasons.length }, rules: [due.rule] })
    this.columns.returned_at_level = to
    this.lastReturn = { id, to, dueOn: due.dueOn }
  }

  private lastReturn: { id: string; to: Level; dueOn: PlainDate } | undefined

  /** The mended file is sent again. */
  resend(on: PlainDate, sending: number): void {
    const { id, to, dueOn } = this.lastReturn!
    const changedDocuments = [...this.papers].filter(([, row]) => row.sending === sending && row.superseded_at === null).map(([key]) => key)
    this.columns.returned_at_level = null
    this.act('resend', on, { level: to, facts: { returnId: id, sending, changedDocuments, dueOn, isLate: on > dueOn, note: null } })
  }

  /** Number of the papers that count now. */
  get paperCount(): number {
    return [...this.papers.values()].filter((row) => row.superseded_at === null).length
  }

  close(on: PlainDate, level: Level, reason: CloseReason): void {
    this.act('closeCase', on, { level, facts: { reason, note: null } })
    this.set({ close_reason: reason })
  }

  /** Adds the rows of the file and its papers. */
  finish(): void {
    const { chronicle } = this.desk
    for (const row of this.papers.values()) chronicle.add('admission.document', row)
    const { kind, personId, cell, openedOn } = this.opening
    chronicle.add('admission.case_file', {
      circumstances: '{}', extended_by: 0, ...this.columns, id: this.id, kind, person_id: personId, cell_id: cell.id, stage: this.stage, stage_since: this.stageSince, opened_on: openedOn, version: this.ordinal, recorded_at: chronicle.known(openedOn, 1),
    })
  }
}
