import { addMonths, earliestDay, laterOf, latestDay, type Certainty, type PlainDate, type UncertainDate } from '../kernel/index.ts'
import { youthUnionMaxAge } from './admission.ts'
import { cite } from './instruments.ts'
import { again, dated, from, since, type Override, type RuleUse } from './dated.ts'
import { formMarks } from './documents.ts'
import { findDossierType, type DossierDocumentType } from './dossier-types.ts'
import type { Due, Settings } from './due.ts'
import { dossierEventNames, type DossierEvent, type DossierReason } from './dossiers.vi.ts'
import { firstRuledDay } from './packs.ts'
import { aNumber, oneOf, yesNo } from './shapes.ts'
import { addWorkingDays } from './working-days.ts'

/** Who keeps the dossiers. Picked by the day looked at. */
export const dossierKeeping = dated('dossiers.keeping', { pickedBy: 'asOf', shape: oneOf('keptByGrassroots') }, [
  since('P2011', 'keptByGrassroots', 'memory'),
  since('P2021', 'keptByGrassroots', 'verified', 'điểm 6.2'),
  since('P2025A', 'keptByGrassroots', 'memory'),
  since('P2025B', 'keptByGrassroots', 'verified', 'điểm 6.2.1'),
  since('P2026A', 'keptByGrassroots', 'memory'),
])

/** Months between two supplements that a member declares for the dossier. Picked by the day looked at. */
export const supplementMonths = dated('dossiers.supplementMonths', { unit: 'months', pickedBy: 'asOf', shape: aNumber },
  again(12, { P2011: 'memory', P2016: 'memory', P2021: 'memory', P2025A: 'memory', P2025B: 'memory', P2026A: 'memory' }))

/** Working days for the level that keeps the dossier to answer a proposed correction; no Party paper says it. Counted from, and picked by, the day of the proposal. */
export const correctionWorkingDays = dated('dossiers.correctionWorkingDays', { unit: 'workingDays', pickedBy: 'proposal', shape: aNumber },
  [since('P2011', 15, 'inferred', '', 'QUY-UOC')])

/** Last day for the answer to a correction proposed on the day. */
export function correctionDue(proposedOn: PlainDate, { overrides, swaps }: Settings = {}): Due {
  const rule = correctionWorkingDays.usedOn(laterOf(proposedOn, firstRuledDay), overrides)
  return { startsOn: proposedOn, dueOn: addWorkingDays(proposedOn, rule.value, swaps), rules: [rule] }
}

/** Whether a lost dossier is restored on the member's statement and the committee's confirmation. Picked by the day looked at. */
export const lostDossierIsRestored = dated('dossiers.lostIsRestored', { pickedBy: 'asOf', shape: yesNo }, [
  since('P2011', true, 'memory'),
  from('2022-01-18', true, cite('HD-12-2022', 'phần II điểm 3', 'verified')),
  from('2025-09-29', true, cite('HD-38-2025', '', 'secondary')),
])

/** The facts of a member that decide which papers the dossier must hold. */
export type DossierFacts = {
  /** The day of joining as far as it is known; without one, only what every dossier holds is asked for. */
  readonly joinedOn?: UncertainDate | undefined
  readonly bornOn?: UncertainDate | undefined
  /** Recognised as a full member. */
  readonly official: boolean
  readonly events: readonly DossierEvent[]
}

export type DossierRequirement = {
  readonly type: DossierDocumentType
  /** Codes of which one is enough, `type` first. */
  readonly anyOf: readonly string[]
  readonly reason: DossierReason
  readonly event?: DossierEvent
  /** The calendar year that the paper must speak of. */
  readonly year?: number
  readonly rule: RuleUse
  /** How sure it is that this member's dossier needs the paper; `inferred` is the product's own reading of the catalogue. */
  readonly certainty: Certainty
}

type Papers = readonly (readonly [first: string, ...others: string[]])[]

const everyDossier: Papers = [['KNĐ-1'], ['KNĐ-2'], ['KNĐ-9', 'KNĐ-9A', 'KNĐ-QĐKNL'], ['HSĐV-1'], ['HSĐV-2']]
const ofOfficial: Papers = [['KNĐ-16', 'DM-10']]
const ofAdmissionForms: Papers = [['KNĐ-CN'], ['KNĐ-3'], ['KNĐ-5'], ['KNĐ-6'], ['KNĐ-8', 'KNĐ-9A']]
const ofConfirmationForms: Papers = [['KNĐ-GCNLM'], ['KNĐ-10'], ['KNĐ-11'], ['KNĐ-12'], ['KNĐ-13'], ['KNĐ-15', 'KNĐ-16']]
const ofYouthUnionAge: Papers = [['KNĐ-4', 'KNĐ-4A']]

/** Papers that an event asks for, as the catalogue of digitisation names them. */
const ofEvent: Readonly<Record<DossierEvent, Papers>> = {
  readmitted: [['KNĐ-QĐKNL'], ['KNĐ-ĐYKNL']], disciplined: [['DM-22', 'DM-36'], ['DM-65']], commended: [['DM-23', 'DM-64']], badge: [['DM-20', 'DM-71']],
  transferred: [['DM-54'], ['DM-62']], exempt: [['DM-79'], ['DM-81']], suspended: [['DM-24']], nameChanged: [['DM-74']], birthCorrected: [['DM-75']],
  ethnicityChanged: [['DM-77']], workedAbroad: [['DM-56', 'DM-57', 'DM-58'], ['DM-63']], retired: [['DM-88', 'DM-89']], demobilised: [['DM-90', 'DM-91']],
  theoryDiploma: [['DM-70']], struckOff: [['DM-16', 'KNĐ-XTDB']], left: [['DM-17']], died: [['DM-83', 'DM-102']], paperLost: [['DM-84']],
}

type About = Pick<DossierRequirement, 'reason' | 'rule' | 'certainty'> & Partial<Pick<DossierRequirement, 'event' | 'year'>>

const demand = (papers: Papers, about: About): DossierRequirement[] => papers.map((anyOf) => ({ type: findDossierType(anyOf[0])!, anyOf, ...about }))

function wasOfYouthUnionAge({ bornOn, joinedOn }: DossierFacts, joining: PlainDate, overrides: readonly Override[] | undefined): boolean {
  const years = youthUnionMaxAge.inForceOn(joining, overrides).value + 1
  // Only who was surely young enough, whatever the unknown day, is asked for the union's resolution.
  return Boolean(bornOn && joinedOn && latestDay(joinedOn) < addMonths(earliestDay(bornOn), years * 12))
}

/** The last calendar year for which a supplement must lie in the dossier: the one before the day, for who had joined by its beginning. */
function supplementYear({ joinedOn }: DossierFacts, on: PlainDate): number | undefined {
  const year = Number(on.slice(0, 4)) - 1
  return joinedOn && Number(joinedOn.slice(0, 4)) < year ? year : undefined
}

/**
 * The papers that the dossier of this member must hold on a day, and why. The set of forms is that of the pack in force on the day of
 * joining: who joined before the first pack that is known is asked for fewer papers. The years of supplements and the keeping are judged
 * by `on`, not before the first ruled day. Which papers an event asks for is the product's reading of the catalogue of digitisation
 * (Công văn 1361-CV/BTCTW, appendix 1) and marked so.
 */
export function requiredInDossier(facts: DossierFacts, on: PlainDate, overrides?: readonly Override[]): readonly DossierRequirement[] {
  const day = laterOf(on, firstRuledDay)
  const keeping = dossierKeeping.usedOn(day, overrides)
  const of = (reason: DossierReason, rule: RuleUse, certainty: Certainty = rule.citation.certainty): About => ({ reason, rule, certainty })
  const joining = facts.joinedOn ? earliestDay(facts.joinedOn) : undefined
  const forms = joining && joining >= firstRuledDay ? formMarks.usedOn(joining, overrides) : undefined
  const year = supplementYear(facts, day)
  return [
    ...demand(everyDossier, of('everyMember', keeping)),
    ...(forms ? demand(ofAdmissionForms, of('joinedUnderPack', forms)) : []),
    ...(forms && wasOfYouthUnionAge(facts, joining!, overrides) ? demand(ofYouthUnionAge, of('ofYouthUnionAge', forms, 'inferred')) : []),
    ...(forms && facts.official ? demand(ofConfirmationForms, of('officialUnderPack', forms)) : []),
    ...(facts.official ? demand(ofOfficial, of('official', keeping)) : []),
    ...(year && facts.official ? demand([['HSĐV-3']], { ...of('everyYear', supplementMonths.usedOn(day, overrides)), year }) : []),
    ...(Object.keys(dossierEventNames) as DossierEvent[]).filter((event) => facts.events.includes(event))
      .flatMap((event) => demand(ofEvent[event], { ...of('event', keeping, 'inferred'), event })),
  ]
}
