import type { FaultKind, MendingPlace, Subject } from './kinds.ts'

/** A rule about data. `code` is what people call it; `weight`: how much it counts in the score unless the installation says otherwise. */
export type Rule = {
  readonly key: string
  readonly code: string
  readonly kind: FaultKind
  readonly subject: Subject
  readonly mend: MendingPlace
  readonly weight: number
  /** The fact belongs to a covered class: it is never shown with the fault. */
  readonly covered?: true
}

const usual: Readonly<Record<FaultKind, number>> = { missing: 2, impossible: 3, disagreeing: 2, stale: 1 }
const letters = { T: 'missing', K: 'impossible', L: 'disagreeing', C: 'stale' } as const

type Line = readonly [key: string, subject: Subject, mend: MendingPlace, about?: { readonly weight?: number; readonly covered?: true }]

const ofKind = <const L extends readonly Line[]>(letter: keyof typeof letters, lines: L) => lines.map(([key, subject, mend, about], i): Rule & { key: L[number][0] } =>
  ({ key, subject, mend, kind: letters[letter], code: `${letter}${String(i + 1).padStart(2, '0')}`, weight: usual[letters[letter]], ...about }))

/** Codes count up in the order of the lists: a new rule stands at the end of its own. */
const rules = [
  ...ofKind('T', [
    ['birthMissing', 'member', 'sheet', { weight: 3 }], ['birthOnlyYear', 'member', 'sheet', { weight: 1 }], ['sexMissing', 'member', 'sheet'], ['ethnicityMissing', 'member', 'sheet'],
    ['identityMissing', 'member', 'sheet'], ['nativePlaceMissing', 'member', 'sheet', { weight: 1 }], ['residenceMissing', 'member', 'sheet'], ['educationMissing', 'member', 'sheet', { weight: 1 }],
    ['joiningDayMissing', 'member', 'sheet', { weight: 3 }], ['decisionNumberMissing', 'member', 'dossier', { weight: 1 }], ['confirmationMissing', 'member', 'member', { weight: 3 }],
    ['cardMissing', 'member', 'sheet'], ['stateWithoutPaper', 'member', 'dossier'], ['awayPhoneMissing', 'member', 'member'], ['awayContactMissing', 'member', 'member', { weight: 1 }],
    ['careerMissing', 'member', 'sheet', { weight: 1 }], ['familyMissing', 'member', 'sheet', { weight: 1 }], ['supplementNotHandedIn', 'member', 'supplement'],
    ['dossierNotOpened', 'member', 'dossier'], ['dossierPapersMissing', 'member', 'dossier'], ['dossierPaperLost', 'member', 'dossier'],
    ['cellWithoutSecretary', 'organisation', 'organisation', { weight: 3 }], ['committeeMissing', 'organisation', 'organisation'], ['helperMissing', 'prospect', 'prospect'],
    ['prospectBirthMissing', 'prospect', 'prospect'], ['organisationCodeMissing', 'organisation', 'organisation', { weight: 1 }],
  ]),
  ...ofKind('K', [
    ['birthNotPossible', 'member', 'sheet'], ['joinedTooYoung', 'member', 'sheet'], ['confirmedBeforeJoined', 'member', 'sheet'], ['confirmationSignedEarly', 'member', 'dossier'],
    ['cardTwice', 'member', 'sheet'], ['cardMalformed', 'member', 'sheet'], ['identityTwice', 'member', 'sheet', { covered: true }], ['identityMalformed', 'member', 'sheet', { covered: true }],
    ['oldIdentityMalformed', 'member', 'sheet', { covered: true }], ['phoneMalformed', 'member', 'sheet', { weight: 1 }], ['lineEndsBeforeItBegins', 'line', 'sheet'],
    ['parentTooYoung', 'line', 'sheet', { covered: true }], ['lineOutsideLife', 'line', 'sheet'], ['postInEndedOrganisation', 'post', 'member'], ['postOfNoMember', 'post', 'member'],
    ['twoSecretaries', 'organisation', 'organisation'], ['cellTooSmall', 'organisation', 'organisation'], ['paperAfterReceipt', 'file', 'file'], ['resolvedBeforeOpened', 'file', 'file'],
  ]),
  ...ofKind('L', [
    ['identityDisagrees', 'member', 'sheet', { covered: true }], ['probationLengthWrong', 'member', 'sheet'], ['probationaryButConfirmed', 'member', 'sheet'], ['birthOnOtherPaper', 'member', 'sheet'],
    ['degreeAboveEducation', 'member', 'sheet', { weight: 1 }], ['badgeBeforeItsYears', 'line', 'sheet'], ['decisionYearDisagrees', 'member', 'dossier'], ['confirmationYearDisagrees', 'member', 'dossier'],
    ['postBeforeTerm', 'post', 'member', { weight: 1 }], ['postInOtherCell', 'post', 'member'], ['moreHoldersThanSeats', 'organisation', 'organisation'], ['fileOfMember', 'file', 'file'],
    ['fileHelperNoMember', 'file', 'file'], ['followedButMember', 'prospect', 'prospect'], ['followedHelperNoMember', 'prospect', 'prospect'],
  ]),
  ...ofKind('C', [
    ['probationLong', 'member', 'member', { weight: 3 }], ['identityOnlyOld', 'member', 'sheet', { covered: true }], ['residenceOldCommune', 'member', 'sheet'], ['excuseLapsed', 'member', 'member'],
    ['careerOld', 'member', 'sheet'], ['committeeTermOver', 'organisation', 'organisation', { weight: 2 }], ['remarkOld', 'prospect', 'prospect'], ['certificateLapsed', 'prospect', 'prospect'],
    ['fileStands', 'file', 'file'], ['organisationOldCommune', 'organisation', 'organisation'],
  ]),
]

export type RuleKey = (typeof rules)[number]['key']

/** Every rule about data, kind by kind. */
export const qualityRules: readonly (Rule & { readonly key: RuleKey })[] = rules

export const ruleKeys = rules.map(({ key }) => key) as [RuleKey, ...RuleKey[]]

const byKey = new Map<string, Rule & { readonly key: RuleKey }>(rules.map((rule) => [rule.key, rule]))

/** The rule with this key; a key that is not in the catalogue is a bug. */
export function ruleOf(key: RuleKey): Rule & { readonly key: RuleKey } {
  return byKey.get(key)!
}
