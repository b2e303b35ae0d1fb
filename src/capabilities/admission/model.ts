import type { PlainDate, UncertainDate } from '../../kernel/index.ts'
import type { BackgroundFacts, Consent, DocumentFacts, EligibilityFacts, FormerMemberFacts, RuleUse, SponsorRelation, SpecialBranch } from '../../regulations/index.ts'
import type { CaseKind, CloseReason, FaultKind, Level, Stage } from './codes.ts'

/** An organisation as a file names it. */
export type Place = { readonly id: string; readonly name: string; readonly shortName: string }

/** The organisations a file passes on a day. */
export type Line = {
  readonly cell: Place
  readonly section: Place | null
  readonly grassroots: Place
  readonly deciding: Place
  /** False for a grassroots cell, above which no grassroots committee stands. */
  readonly hasCommittee: boolean
  /** The grassroots committee is authorised to decide itself. */
  readonly decidesItself: boolean
}

/** What people told about the candidate, kept with the file. An absent fact is not known; `null` says that there is none. */
export type Circumstances = Pick<EligibilityFacts,
  'vietnameseCitizen' | 'education' | 'livesInSpecialArea' | 'personOfStanding' | 'youthUnionExists' | 'youthUnionMember' | 'politicalMatter'
  | 'politicalConclusion' | 'consents' | 'populationPolicy' | 'religion' | 'foreignMarriage'> & {
    readonly tradeUnionMember?: boolean
    readonly sponsors?: readonly { readonly personId: string; readonly relation?: SponsorRelation; readonly togetherSince?: PlainDate }[]
    readonly backgroundExcused?: readonly BackgroundFacts['of'][]
    readonly formerMember?: FormerMemberFacts | null
  }
export type { Consent, SpecialBranch }

export type CaseDocument = {
  readonly id: string
  readonly code: string
  readonly subjectId: string | null
  readonly number: string | null
  readonly datedOn: PlainDate | null
  readonly receivedOn: PlainDate
  readonly pages: number | null
  readonly state: 'toCheck' | 'valid' | 'needsWork'
  readonly fault: FaultKind | null
  readonly remark: string | null
  readonly checkedBy: string | null
  readonly checkedOn: PlainDate | null
  /** With which sending it came, from 1. */
  readonly sending: number
  readonly replacesId: string | null
  readonly recordedAt: string
}

export type Verification = {
  readonly id: string
  readonly about: BackgroundFacts['of']
  readonly place: string
  readonly abroad: boolean
  readonly askedOn: PlainDate
  readonly repliedOn: PlainDate | null
  readonly byLetter: boolean | null
  readonly outcome: string | null
}

export type Question = 'admit' | 'confirm' | 'strikeOff'
export type VoteLevel = 'cell' | 'section' | 'committee' | 'standingBoard'
export type Excluded = { readonly personId: string; readonly name: string; readonly reason: string }

export type Vote = {
  readonly id: string
  readonly level: VoteLevel
  readonly question: Question
  readonly ordinal: number
  readonly heldOn: PlainDate
  readonly roll: number
  readonly excluded: readonly Excluded[]
  readonly denominator: number
  readonly required: number
  readonly present: number
  readonly inFavour: number
  readonly against: number
  readonly invalid: number
  readonly outcome: 'carried' | 'lost'
  readonly resolutionNumber: string | null
  readonly rule: RuleUse
}

export type ReturnReason = {
  readonly id: string
  readonly documentType: string | null
  readonly documentId: string | null
  readonly condition: string | null
  readonly what: string
  readonly todo: string
  readonly kind: FaultKind
}

export type Return = {
  readonly id: string
  readonly returnedOn: PlainDate
  readonly fromLevel: Level
  readonly toLevel: Level
  readonly dueOn: PlainDate
  readonly resentOn: PlainDate | null
  readonly recordedAt: string
  readonly reasons: readonly ReturnReason[]
}

/** Somebody named in the file, with the standing on the day that counts. No status: not a member on that day. */
export type NamedPerson = { readonly name: string; readonly status: string | null; readonly disciplined: boolean }

export type CaseFile = {
  readonly id: string
  readonly version: number
  readonly kind: CaseKind
  readonly stage: Stage
  readonly stageSince: PlainDate
  readonly openedOn: PlainDate
  readonly closedOn: PlainDate | null
  readonly closeReason: CloseReason | null
  readonly personId: string
  readonly personName: string
  readonly bornOn: UncertainDate | null
  readonly cellId: string
  readonly line: Line
  readonly circumstances: Circumstances
  readonly movedAfter: DocumentFacts['movedAfter'] | null
  /** Issue of the latest awareness certificate kept with the person. */
  readonly certificateOn: PlainDate | null
  readonly cellResolvedOn: PlainDate | null
  readonly sentUpOn: PlainDate | null
  readonly committeeResolvedOn: PlainDate | null
  readonly sentToDecidingOn: PlainDate | null
  readonly submittedOn: PlainDate | null
  readonly extendedBy: number
  readonly decidedOn: PlainDate | null
  readonly decisionNumber: string | null
  readonly decisionSignatory: string | null
  readonly decidedBy: string | null
  readonly decisionReceivedOn: PlainDate | null
  readonly ceremonyOn: PlainDate | null
  readonly ceremonyConsent: string | null
  readonly mentorId: string | null
  readonly mentorSince: PlainDate | null
  readonly dossierOpenedOn: PlainDate | null
  readonly probationFrom: PlainDate | null
  readonly probationUntil: PlainDate | null
  readonly effectiveOn: PlainDate | null
  readonly lastRemarkOn: PlainDate | null
  /** Level that has to mend the file while it is returned. */
  readonly returnedTo: Level | null
  /** Live papers, in the order they were recorded. */
  readonly documents: readonly CaseDocument[]
  readonly verifications: readonly Verification[]
  readonly votes: readonly Vote[]
  readonly returns: readonly Return[]
  readonly people: Readonly<Record<string, NamedPerson>>
}

export const isConfirmation = (file: Pick<CaseFile, 'kind'>): boolean => file.kind === 'confirmation'

/** The vote that counts now: the latest carried one of a level. */
export const carriedVote = (file: Pick<CaseFile, 'votes'>, level: VoteLevel): Vote | undefined =>
  file.votes.findLast((vote) => vote.level === level && vote.outcome === 'carried')

/** What the file asks: to admit; for a confirmation what the latest carried vote says, none before one. */
export function questionOf(file: Pick<CaseFile, 'kind' | 'votes'>): Question | undefined {
  if (file.kind !== 'confirmation') return 'admit'
  return file.votes.findLast((vote) => vote.outcome === 'carried')?.question
}

export const openReturn = (file: Pick<CaseFile, 'returns'>): Return | undefined => file.returns.find((each) => each.resentOn === null)

/**
 * The day by which conditions and papers are judged: that of the cell's meeting, and until it has met the day asked for.
 * A closed step is never judged by another day.
 */
export const judgingDay = (file: Pick<CaseFile, 'cellResolvedOn'>, day: PlainDate): PlainDate => file.cellResolvedOn ?? day

/** Before the cell's vote papers still age and conditions are still collected. */
export const isBeforeCellVote = (file: Pick<CaseFile, 'stage'>): boolean => ['fileOpen', 'verifying', 'readyForCell', 'running'].includes(file.stage)

/** Who has the file in hand. */
export function holderOf(file: CaseFile): Level {
  if (file.returnedTo) return file.returnedTo
  const { hasCommittee, decidesItself, section } = file.line
  const above = (): Level => (file.submittedOn ? 'standingBoard' : file.sentToDecidingOn ? 'decidingOffice' : hasCommittee ? 'grassrootsCommittee' : 'cell')
  switch (file.stage) {
    case 'cellPassed': return !hasCommittee ? above() : !file.sentUpOn ? 'cell' : section ? 'sectionCommittee' : 'grassrootsCommittee'
    case 'appraised': case 'committeeRejected': return 'grassrootsCommittee'
    case 'committeePassed': return decidesItself ? 'grassrootsCommittee' : above()
    case 'deadlocked': return file.sentUpOn ? 'grassrootsCommittee' : 'cell'
    case 'reported': return decidesItself ? 'grassrootsCommittee' : 'standingBoard'
    case 'declined': return decidesItself ? 'grassrootsCommittee' : 'decidingOffice'
    case 'ceremonyHeld': return file.mentorId ? 'grassrootsCommittee' : 'cell'
    case 'confirmed': case 'struckOff': return 'grassrootsCommittee'
    default: return 'cell'
  }
}

/** Number of the sending a paper recorded now belongs to: the next one while those who prepare have the file. */
export function sendingNow(file: Pick<CaseFile, 'sentUpOn' | 'sentToDecidingOn' | 'returnedTo' | 'returns'>): number {
  const sent = sendingsOf(file)
  return sent > 0 && !file.returnedTo ? sent : sent + 1
}

/** How often the cell has sent the file. A grassroots cell sends straight to the deciding committee. */
export const sendingsOf = ({ sentUpOn, sentToDecidingOn, returns }: Pick<CaseFile, 'sentUpOn' | 'sentToDecidingOn' | 'returns'>): number =>
  (sentUpOn || sentToDecidingOn ? 1 : 0) + returns.filter(({ resentOn }) => resentOn !== null).length
