import type { DatedRule } from './dated.ts'
import { backgroundReplyWorkingDays, ceremonyWorkingDays, decisionWorkingDays, dossierOpeningWorkingDays } from './admission-clocks.ts'
import { stepTitles, type StepCode, type StepOwner } from './messages.vi.ts'
import { cellConsidersWorkingDays, superiorDecidesWorkingDays } from './probation.ts'
import type { Threshold } from './shapes.ts'
import { cellAgreementVote, cellVote, committeeVote, removalVote, standingBoardVote } from './votes.ts'

/** One step of an admission (`A..`) or of a confirmation (`P..`). */
export type Step = {
  readonly code: StepCode
  readonly title: string
  readonly owner: StepOwner
  /** Codes of `documentTypes` that the step brings into the file. */
  readonly documents: readonly string[]
  /** The share that must vote in favour for the step to pass. */
  readonly vote?: DatedRule<Threshold>
  /** The limit, in working days, within which the step must be done. */
  readonly clock?: DatedRule<number>
  /** The step exists only under this fact. */
  readonly onlyWhen?: 'sectionExists' | 'notQualified'
}

type Extras = Pick<Step, 'vote' | 'clock' | 'onlyWhen'>

const step = (code: StepCode, owner: StepOwner, documents: readonly string[] = [], extras: Extras = {}): Step =>
  ({ code, title: stepTitles[code], owner, documents, ...extras })

/** The steps in their order. Which step may follow which is the business of the room that runs the case. */
export const steps: readonly Step[] = [
  step('A01', 'cell'),
  step('A02', 'cell', ['KNĐ-ĐYKNL', 'KNĐ-GCNGĐ'], { vote: cellAgreementVote }),
  step('A03', 'politicalCentre', ['KNĐ-CN']),
  step('A04', 'candidate', ['KNĐ-1']),
  step('A05', 'candidate', ['KNĐ-2']),
  step('A06', 'grassrootsCommittee', ['KNĐ-2TT', 'TT-96'], { clock: backgroundReplyWorkingDays }),
  step('A07', 'sponsors', ['KNĐ-3', 'KNĐ-4', 'KNĐ-4A']),
  step('A08', 'cellCommittee', ['KNĐ-5']),
  step('A09', 'cell', ['KNĐ-6', 'CV-92'], { vote: cellVote }),
  step('A10', 'sectionCommittee', ['KNĐ-7'], { onlyWhen: 'sectionExists' }),
  step('A11', 'grassrootsCommittee', ['KNĐ-8'], { vote: committeeVote }),
  step('A12', 'decidingCommittee', ['KNĐ-9', 'KNĐ-9A', 'KNĐ-QĐKNL', 'CV-93', 'CV-94', 'CV-95', 'CV-98'], { vote: standingBoardVote, clock: decisionWorkingDays }),
  step('A13', 'cell', ['KNĐ-LT'], { clock: ceremonyWorkingDays }),
  step('A14', 'grassrootsCommittee', ['HSĐV-1', 'HSĐV-2'], { clock: dossierOpeningWorkingDays }),
  step('P01', 'cell'),
  step('P02', 'politicalCentre', ['KNĐ-GCNLM']),
  step('P03', 'probationaryMember', ['KNĐ-10']),
  step('P04', 'mentor', ['KNĐ-11']),
  step('P05', 'cellCommittee', ['KNĐ-12']),
  step('P06', 'cell', ['KNĐ-13'], { vote: cellVote, clock: cellConsidersWorkingDays }),
  step('P07', 'sectionCommittee', ['KNĐ-14'], { onlyWhen: 'sectionExists' }),
  step('P08', 'grassrootsCommittee', ['KNĐ-15'], { vote: committeeVote }),
  step('P09', 'decidingCommittee', ['KNĐ-16', 'CV-99'], { vote: standingBoardVote, clock: superiorDecidesWorkingDays }),
  step('P10', 'decidingCommittee', ['KNĐ-XTDB'], { vote: removalVote, onlyWhen: 'notQualified' }),
  step('P11', 'grassrootsCommittee', ['DM-100']),
]

const byCode = new Map(steps.map((each) => [each.code, each]))

/** The step with this code. */
export const stepOf = (code: StepCode): Step => byCode.get(code)!
