import { earliestDay, type PlainDate, type Refusal, type UncertainDate } from '../../kernel/index.ts'
import {
  ageInMonths, judgeEligibility, maxAge, youthUnionMaxAge,
  type BackgroundFacts, type DocumentFacts, type Eligibility, type EligibilityFacts, type EligibilityReason, type Settings, type SponsorFacts, type Verdict,
} from '../../regulations/index.ts'
import { coveredFacts, type CoveredFact } from './contract/acting.ts'
import { dayNotYet, factBeforeBirth } from './errors.ts'
import { questionOf, type CaseFile, type Circumstances, type NamedPerson } from './model.ts'

/** Statements, union resolutions and opinions: the papers that age (quy định về tài liệu quá 12 tháng). */
export const agingPapers: readonly string[] = ['KNĐ-3', 'KNĐ-4', 'KNĐ-4A', 'KNĐ-5']
export const CERTIFICATE = 'KNĐ-CN'
export const CLASS_CERTIFICATE = 'KNĐ-GCNLM'

/** Papers that are really there: one that turned out not to be in the file is none. */
export const papersOf = (file: CaseFile, code: string) => file.documents.filter((paper) => paper.code === code && paper.fault !== 'missing')

function standingOf(person: NamedPerson | undefined): Pick<SponsorFacts, 'fullMember' | 'underDiscipline'> {
  if (!person) return {}
  const { status, disciplined } = person
  return { fullMember: status !== null && status !== 'probationary', underDiscipline: disciplined || status === 'suspended' }
}

function backgroundOf({ verifications, circumstances }: CaseFile): BackgroundFacts[] | undefined {
  const asked = [...new Set(verifications.map(({ about }) => about))].map((of): BackgroundFacts => ({
    of, reply: verifications.some((each) => each.about === of && !each.repliedOn) ? 'awaited' : 'received',
  }))
  const excused = (circumstances.backgroundExcused ?? []).map((of): BackgroundFacts => ({ of, reply: 'excused' }))
  return asked.length + excused.length > 0 ? [...asked, ...excused] : undefined
}

function unionResolutionOf(file: CaseFile, on: PlainDate, settings: Settings): EligibilityFacts['unionResolution'] {
  if (papersOf(file, 'KNĐ-4').length > 0) return { of: 'youthUnion' }
  if (papersOf(file, 'KNĐ-4A').length > 0) return { of: 'tradeUnion' }
  const { youthUnionExists, youthUnionMember, tradeUnionMember } = file.circumstances
  const youth = youthUnionExists === false || (youthUnionMember === false && ofYouthUnionAge(file, on, settings) === false)
  const trade = youthUnionExists === true || tradeUnionMember === false
  // Undefined says that one may still come.
  return youth && trade ? null : undefined
}

/** Day of the oldest aging paper; papers made after the meeting came with a mended file and are new. */
function oldestPaper(file: CaseFile): PlainDate | undefined {
  const days = file.documents.filter(({ code, datedOn, fault }) => agingPapers.includes(code) && datedOn && fault !== 'missing').map(({ datedOn }) => datedOn!)
  return days.sort()[0]
}

/** Issue of the awareness certificate: as on the paper in the file, else as kept with the person. */
export const certificateIssued = (file: CaseFile): PlainDate | null => papersOf(file, CERTIFICATE).at(-1)?.datedOn ?? file.certificateOn

/** What the rules of eligibility are told about the candidate of a file. */
export function eligibilityFactsOf(file: CaseFile, on: PlainDate, settings: Settings): EligibilityFacts {
  const { circumstances, people, bornOn } = file
  const { sponsors, backgroundExcused: _excused, tradeUnionMember: _trade, ...told } = circumstances
  const issuedOn = certificateIssued(file)
  return {
    ...told, birth: bornOn ?? undefined, certificate: issuedOn ? { issuedOn } : null, fileMadeOn: oldestPaper(file),
    unionResolution: unionResolutionOf(file, on, settings), background: backgroundOf(file),
    sponsors: sponsors?.map(({ personId, relation, togetherSince }) => ({ label: people[personId]?.name ?? personId, relation, togetherSince, ...standingOf(people[personId]) })),
  }
}

function ofYouthUnionAge({ bornOn }: CaseFile, on: PlainDate, { overrides }: Settings): boolean | undefined {
  return bornOn ? ageInMonths(bornOn, on) < (youthUnionMaxAge.inForceOn(on, overrides).value + 1) * 12 : undefined
}

function educationByConsent(eligibility: Eligibility): boolean | undefined {
  const { verdict, missing } = eligibility.reasons.find(({ condition }) => condition === 'education')!
  if (verdict !== 'unknown') return verdict === 'exceptionByConsent'
  return missing?.includes('consents') ? true : undefined
}

function verifiedByLetter({ verifications }: CaseFile): boolean | undefined {
  if (verifications.some(({ byLetter }) => byLetter)) return true
  return verifications.length > 0 && verifications.every(({ repliedOn }) => repliedOn) ? false : undefined
}

/** What decides which papers a file needs. */
export function documentFactsOf(file: CaseFile, eligibility: Eligibility | undefined, on: PlainDate, settings: Settings): DocumentFacts {
  const { youthUnionExists, youthUnionMember, tradeUnionMember } = file.circumstances
  return {
    youthUnionExists, youthUnionMember, tradeUnionMember, ofYouthUnionAge: ofYouthUnionAge(file, on, settings),
    sectionExists: file.line.section !== null, committeeAuthorised: file.line.decidesItself, readmission: file.kind === 'readmission',
    overMaxAge: file.bornOn ? ageInMonths(file.bornOn, on) > maxAge.inForceOn(on, settings.overrides).value * 12 : undefined,
    educationByConsent: eligibility && educationByConsent(eligibility), verifiedByLetter: verifiedByLetter(file),
    movedAfter: file.movedAfter ?? undefined, redoOrdered: file.returns.some(({ reasons }) => reasons.some(({ kind }) => kind === 'procedure')),
    notQualified: questionOf(file) === 'strikeOff',
  }
}

/** May the cell that meets (or met) on the day propose the candidate? None for a confirmation. */
export function eligibilityOf(file: CaseFile, on: PlainDate, settings: Settings): Eligibility | undefined {
  return file.kind === 'confirmation' ? undefined : judgeEligibility(eligibilityFactsOf(file, on, settings), on, settings.overrides)
}

/** The covered fact that a condition judges: its verdict, or what it lacks, would tell the fact. That a readmission needs a consent is told by the kind of file. */
const factBehind: Readonly<Partial<Record<EligibilityReason['condition'], CoveredFact>>> = {
  politicalCheck: 'politicalMatter', populationPolicy: 'populationPolicy', religion: 'religion', foreignMarriage: 'foreignMarriage',
  formerMember: 'formerMember', readmissionBarred: 'formerMember', readmissionWait: 'formerMember', readmissionTimes: 'formerMember',
}

/** Whether a condition judges something that is known and covered. What nobody has told yet is no secret, and is asked for by its name. */
export function isCovered(condition: EligibilityReason['condition'], told: Circumstances, covered: readonly CoveredFact[] = coveredFacts): boolean {
  const fact = factBehind[condition]
  return fact !== undefined && covered.includes(fact) && told[fact] !== undefined
}

const worstFirst: readonly Verdict[] = ['notMet', 'unknown', 'exceptionByConsent', 'met']

/** The conditions that may be named, and one verdict for all that are covered: the worst of them; none when none is covered. */
export function coverConditions({ reasons }: Eligibility, told: Circumstances, covered: readonly CoveredFact[]): { open: EligibilityReason[]; verdict: Verdict | undefined } {
  const verdicts = reasons.filter(({ condition }) => isCovered(condition, told, covered)).map(({ verdict }) => verdict)
  return { open: reasons.filter(({ condition }) => !isCovered(condition, told, covered)), verdict: worstFirst.find((one) => verdicts.includes(one)) }
}

/** Days of what happened in the candidate's own life; a consent or the work beside an introducer is no older either. */
function daysOf({ sponsors, consents, politicalConclusion, formerMember, populationPolicy, religion, foreignMarriage }: Circumstances): PlainDate[] {
  const approvals = [populationPolicy, religion, foreignMarriage].map((branch) => branch?.approval)
  const papers = [...Object.values(consents ?? {}), politicalConclusion, ...approvals].map((paper) => paper?.issuedOn)
  const days = [...(sponsors ?? []).map(({ togetherSince }) => togetherSince), ...papers, formerMember?.leftOn, formerMember?.convictionClearedOn]
  return days.filter((day) => day !== undefined)
}

/** What is told of a candidate has happened already, and not before the birth. */
export function refusalsOfCircumstanceDays(told: Circumstances | undefined, today: PlainDate, bornOn: UncertainDate | null): Refusal[] {
  const days = [...new Set(told ? daysOf(told) : [])].sort()
  return days.flatMap((day) => day > today ? [dayNotYet(day, today)] : bornOn && day < earliestDay(bornOn) ? [factBeforeBirth(day, bornOn)] : [])
}
