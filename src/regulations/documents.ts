import { cite } from './instruments.ts'
import type { PlainDate } from '../kernel/index.ts'
import { sponsorsBesideUnion, sponsorsMin, overMaxAgeNeedsConsent, tradeUnionIntroduces, youthUnionIntroduces } from './admission.ts'
import catalogue from './codes/document-types.json' with { type: 'json' }
import { dated, from, since, type DatedRule, type Override, type RuleUse } from './dated.ts'
import type { DocumentReason, StepCode } from './messages.vi.ts'
import { readmissionNeedsConsent } from './readmission.ts'
import { oneOf } from './shapes.ts'
import { steps } from './steps.ts'

/**
 * The set of forms in use: sixteen marks `n-KNĐ`, or the extended set of 2025 whose marks nobody has confirmed.
 * Picked by the day of the cell meeting.
 */
export const formMarks = dated<'sixteenForms' | 'extendedSet'>('documents.formMarks', { pickedBy: 'cellMeeting', shape: oneOf('sixteenForms', 'extendedSet') }, [
  since('P2011', 'sixteenForms', 'memory'),
  from('2012-05-17', 'sixteenForms', cite('HD-12-2012', '', 'memory')),
  from('2017-06-05', 'sixteenForms', cite('HD-09-2017', '', 'verified')),
  from('2022-01-18', 'sixteenForms', cite('HD-12-2022', 'phần II điểm 1.1', 'verified')),
  from('2025-09-29', 'extendedSet', cite('HD-38-2025', '', 'secondary')),
])

/** The facts of a case that decide which documents it needs. An absent fact is not known; an absent event did not happen. */
export type DocumentFacts = {
  readonly youthUnionExists?: boolean
  readonly youthUnionMember?: boolean
  readonly ofYouthUnionAge?: boolean
  readonly tradeUnionMember?: boolean
  /** The cell belongs to a section organisation. */
  readonly sectionExists?: boolean
  /** The grassroots committee may itself decide on admission. */
  readonly committeeAuthorised?: boolean
  readonly readmission?: boolean
  readonly overMaxAge?: boolean
  /** Admitted under the education exception that needs the province's consent. */
  readonly educationByConsent?: boolean
  /** Some place answered the background check by letter instead of on the form. */
  readonly verifiedByLetter?: boolean
  /** Event: the last step done when the candidate moved to another organisation. */
  readonly movedAfter?: 'mentorAssigned' | 'cellMeeting' | 'committeeMeeting' | 'decision'
  /** Event: the superior ordered the steps to be done again. */
  readonly redoOrdered?: boolean
  /** Event: the probationary member is proposed for removal. */
  readonly notQualified?: boolean
}

type Need = 'required' | 'notRequired' | 'cannotTell'
type Judged = { readonly need: Need; readonly reason: DocumentReason; readonly missing?: readonly (keyof DocumentFacts)[] }

const required = (reason: DocumentReason): Judged => ({ need: 'required', reason })
const notRequired = (reason: DocumentReason): Judged => ({ need: 'notRequired', reason })
const cannotTell = (reason: DocumentReason, ...missing: (keyof DocumentFacts)[]): Judged => ({ need: 'cannotTell', reason, missing })

/** Required when the fact holds, not when it does not, and open while it is not known. */
function when(fact: keyof DocumentFacts, yes: DocumentReason, no: DocumentReason) {
  return (facts: DocumentFacts): Judged => facts[fact] === undefined ? cannotTell(yes, fact) : facts[fact] ? required(yes) : notRequired(no)
}

const happened = (event: 'redoOrdered' | 'notQualified', yes: DocumentReason, no: DocumentReason) =>
  (facts: DocumentFacts): Judged => facts[event] ? required(yes) : notRequired(no)

const moved = (after: NonNullable<DocumentFacts['movedAfter']>) =>
  (facts: DocumentFacts): Judged => facts.movedAfter === after ? required('moved') : notRequired('notMoved')

const flip = (judge: (facts: DocumentFacts) => Judged, yes: DocumentReason, no: DocumentReason) => (facts: DocumentFacts): Judged => {
  const judged = judge(facts)
  return judged.need === 'cannotTell' ? judged : judged.need === 'required' ? notRequired(no) : required(yes)
}

function youthUnionResolution(facts: DocumentFacts): Judged {
  if (facts.youthUnionExists === false) return notRequired('noYouthUnion')
  if (facts.youthUnionExists === undefined) return cannotTell('youthUnionMember', 'youthUnionExists')
  if (facts.youthUnionMember) return required('youthUnionMember')
  if (facts.ofYouthUnionAge) return required('ofYouthUnionAge')
  if (facts.youthUnionMember === false && facts.ofYouthUnionAge === false) return notRequired('notOfYouthUnionAge')
  return cannotTell('youthUnionMember', facts.youthUnionMember === undefined ? 'youthUnionMember' : 'ofYouthUnionAge')
}

function tradeUnionResolution(facts: DocumentFacts): Judged {
  if (facts.youthUnionExists) return notRequired('youthUnionExists')
  if (facts.tradeUnionMember === false) return notRequired('notTradeUnionMember')
  if (facts.youthUnionExists === undefined) return cannotTell('tradeUnionMember', 'youthUnionExists')
  return facts.tradeUnionMember ? required('tradeUnionMember') : cannotTell('tradeUnionMember', 'tradeUnionMember')
}

function priorConsent(facts: DocumentFacts): Judged {
  const grounds = ['readmission', 'overMaxAge', 'educationByConsent'] as const
  if (grounds.some((ground) => facts[ground])) return required('needsConsent')
  const missing = grounds.filter((ground) => facts[ground] === undefined)
  return missing.length > 0 ? cannotTell('needsConsent', ...missing) : notRequired('noConsentNeeded')
}

const authorised = when('committeeAuthorised', 'committeeAuthorised', 'committeeNotAuthorised')
const proposes = flip(authorised, 'committeeNotAuthorised', 'committeeAuthorised')

/** A readmission has its own decision, whoever signs it. */
const decisionPaper = (judge: (facts: DocumentFacts) => Judged) => (facts: DocumentFacts): Judged => {
  if (facts.readmission) return notRequired('readmission')
  return facts.readmission === undefined ? cannotTell('notReadmission', 'readmission') : judge(facts)
}

/** When each document of the file is required; one that is not named here is required always. */
const requiredWhen: Readonly<Record<string, (facts: DocumentFacts) => Judged>> = {
  'KNĐ-2TT': when('verifiedByLetter', 'verifiedByLetter', 'verifiedOnForm'),
  'TT-96': when('verifiedByLetter', 'verifiedByLetter', 'verifiedOnForm'),
  'KNĐ-4': youthUnionResolution,
  'KNĐ-4A': tradeUnionResolution,
  'KNĐ-7': when('sectionExists', 'sectionExists', 'noSection'),
  'KNĐ-8': proposes,
  'KNĐ-9': decisionPaper(proposes),
  'KNĐ-9A': decisionPaper(authorised),
  'KNĐ-QĐKNL': when('readmission', 'readmission', 'notReadmission'),
  'KNĐ-ĐYKNL': priorConsent,
  'KNĐ-GCNGĐ': moved('mentorAssigned'),
  'CV-92': moved('cellMeeting'),
  'CV-93': moved('committeeMeeting'),
  'CV-94': moved('decision'),
  'CV-95': moved('decision'),
  'CV-98': happened('redoOrdered', 'redoOrdered', 'redoNotOrdered'),
  'CV-99': happened('redoOrdered', 'redoOrdered', 'redoNotOrdered'),
  'KNĐ-14': when('sectionExists', 'sectionExists', 'noSection'),
  'KNĐ-13': flip(happened('notQualified', 'notQualified', 'qualified'), 'qualified', 'notQualified'),
  'KNĐ-16': flip(happened('notQualified', 'notQualified', 'qualified'), 'qualified', 'notQualified'),
  'DM-100': flip(happened('notQualified', 'notQualified', 'qualified'), 'qualified', 'notQualified'),
  'KNĐ-XTDB': happened('notQualified', 'notQualified', 'qualified'),
}

const basisOf: Readonly<Record<string, (facts: DocumentFacts) => DatedRule<unknown>>> = {
  'KNĐ-3': (facts) => (introducedByUnion(facts) ? sponsorsBesideUnion : sponsorsMin),
  'KNĐ-4': () => youthUnionIntroduces,
  'KNĐ-4A': () => tradeUnionIntroduces,
  'KNĐ-ĐYKNL': (facts) => (facts.readmission ? readmissionNeedsConsent : overMaxAgeNeedsConsent),
}

const introducedByUnion = (facts: DocumentFacts) => youthUnionResolution(facts).need === 'required' || tradeUnionResolution(facts).need === 'required'

/** A document type of the official catalogue. `form` is the printed mark of the sixteen forms. */
export type DocumentType = { readonly code: string; readonly title: string; readonly form?: string; readonly step: StepCode; readonly catalogueNo?: number }

const stepByDocument = new Map(steps.flatMap((step) => step.documents.map((code) => [code, step.code] as const)))

/** The documents of an admission and a confirmation, in the order of the steps. */
export const documentTypes: readonly DocumentType[] = steps.flatMap((step) => step.documents).map((code) => {
  const found = catalogue.items.find((item) => item.code === code)
  if (!found) throw new Error(`No such document type: ${code}`)
  const { vi: title, form, catalogueNo } = found as { vi: string; form?: string; catalogueNo?: number }
  return { code, title, step: stepByDocument.get(code)!, ...(form && { form }), ...(catalogueNo && { catalogueNo }) }
})

export type RequiredDocument = {
  readonly code: string
  readonly title: string
  readonly step: StepCode
  /** The mark printed on the form; `confirmed` is false for a day on which the set of marks is not known for sure. */
  readonly formMark?: { readonly mark: string; readonly confirmed: boolean }
  readonly need: Need
  readonly reason: DocumentReason
  /** The facts without which `need` cannot be told. */
  readonly missing: readonly (keyof DocumentFacts)[]
  readonly minCount: number
  readonly rule: RuleUse
}

/**
 * Every document of the stage with whether this case needs it and why, by the rules of `on` (the day of the step, not today).
 * `cannotTell` is an answer: the file is complete only when none of them is left.
 */
export function requiredDocuments(
  facts: DocumentFacts, on: PlainDate, options: { stage?: 'admission' | 'confirmation'; overrides?: readonly Override[] } = {},
): readonly RequiredDocument[] {
  const { stage, overrides } = options
  const marks = formMarks.usedOn(on, overrides)
  const letter = stage === 'admission' ? 'A' : stage === 'confirmation' ? 'P' : ''
  return documentTypes.filter((type) => type.step.startsWith(letter)).map(({ code, title, step, form }) => {
    const judged = requiredWhen[code]?.(facts) ?? required('always')
    const rule = basisOf[code]?.(facts).usedOn(on, overrides) ?? marks
    const confirmed = marks.value === 'sixteenForms' && marks.citation.certainty === 'verified'
    return {
      code, title, step, need: judged.need, reason: judged.reason, missing: judged.missing ?? [],
      minCount: code === 'KNĐ-3' ? (rule.value as number) : 1, rule, ...(form && { formMark: { mark: form, confirmed } }),
    }
  })
}
