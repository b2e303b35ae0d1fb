import type { CodeListName } from './code-lists.ts'

/**
 * How closely an item is kept. `open`: on every list. `personal`: whoever may read the person. `religion`: religious belief and ethnic
 * origin, open to whoever may read the strictest class (`members.readStrictClass`). All others are covered for everybody and opened for
 * a reason that is written down.
 */
export const secrecyClasses = ['open', 'personal', 'religion', 'identity', 'health', 'family', 'discipline', 'history', 'foreign', 'economy'] as const
export type SecrecyClass = (typeof secrecyClasses)[number]

/** Classes that stay covered until they are opened for a reason. */
export const openableClasses = ['religion', 'identity', 'health', 'family', 'discipline', 'history', 'foreign', 'economy'] as const satisfies readonly SecrecyClass[]
export type OpenableClass = (typeof openableClasses)[number]

/** What a value is. `otherDay`: a day on another paper than the original dossier, with that paper. `numberText`: a number as written, with its unit. */
export type FieldKind = 'text' | 'longText' | 'uncertainDay' | 'choice' | 'place' | 'numberText' | 'otherDay'

/** Parts of the sheet, in the order of the form. */
export const groupKeys = ['numbers', 'person', 'places', 'joining', 'entering', 'education', 'health', 'career', 'awards', 'discipline', 'history', 'foreign', 'family', 'economy', 'declaration'] as const
export type GroupKey = (typeof groupKeys)[number]

/** Numbers of the item on the member sheet (2-HSĐV) and on the personal history (1-HSĐV). */
export type FormNumbers = { readonly memberSheet?: string; readonly personalHistory?: string }

/** Where a value is kept: a column of the person, the spell of membership, or the sheet alone. */
export type Keeping = 'person' | 'membership' | 'value'

export type SheetField = {
  readonly key: string
  readonly group: GroupKey
  readonly form: FormNumbers
  readonly kind: FieldKind
  readonly secrecy: SecrecyClass
  readonly kept: Keeping
  readonly choices?: CodeListName
  /** Shown here and written by an act of law elsewhere (admission, recognition). */
  readonly shownOnly?: true
}

const numbers = ([memberSheet, personalHistory]: readonly [string?, string?]): FormNumbers =>
  ({ ...(memberSheet ? { memberSheet } : {}), ...(personalHistory ? { personalHistory } : {}) })

type Rest = { readonly secrecy?: SecrecyClass; readonly kept?: Keeping; readonly choices?: CodeListName; readonly shownOnly?: true }

const item = <K extends string>(key: K, group: GroupKey, on: readonly [string?, string?], kind: FieldKind, { secrecy = 'personal', kept = 'value', ...rest }: Rest = {}) =>
  ({ key, group, form: numbers(on), kind, secrecy, kept, ...rest }) satisfies SheetField

const person: Rest = { kept: 'person' }
const shown: Rest = { kept: 'membership', shownOnly: true, secrecy: 'open' }

/** Every single-valued item of the forms 2-HSĐV (30 items) and 1-HSĐV (24 items); source: 25-HD/BTCTW forms as kept in the dossier. */
export const sheetFields = [
  item('historyNumber', 'numbers', [], 'text', { kept: 'membership', secrecy: 'open' }),
  item('cardNumber', 'numbers', [], 'text', { kept: 'membership', secrecy: 'open' }),

  item('fullName', 'person', ['01', '01'], 'text', { ...person, secrecy: 'open' }),
  item('sex', 'person', ['02', '02'], 'choice', { ...person, secrecy: 'open', choices: 'sex' }),
  item('otherName', 'person', ['03', '03'], 'text', person),
  item('alias', 'person', ['03', '04'], 'text'),
  item('bornOn', 'person', ['04', '05'], 'uncertainDay', person),
  item('bornOnOtherPapers', 'person', [], 'otherDay'),
  item('ethnicity', 'person', ['08', '09'], 'choice', { ...person, secrecy: 'religion', choices: 'ethnicGroups' }),
  item('religion', 'person', ['09', '10'], 'choice', { ...person, secrecy: 'religion', choices: 'religions' }),
  item('familyBackground', 'person', ['10'], 'choice', { secrecy: 'family', choices: 'familyBackgrounds' }),
  item('occupation', 'person', ['11', '11'], 'text', person),
  item('identityNumber', 'person', ['19'], 'numberText', { ...person, secrecy: 'identity' }),
  item('oldIdentityNumber', 'person', ['19'], 'numberText', { ...person, secrecy: 'identity' }),
  item('phone', 'person', [], 'numberText', person),
  item('note', 'person', [], 'longText', person),

  item('birthRegistration', 'places', ['05'], 'place'),
  item('birthPlace', 'places', ['', '06'], 'place'),
  item('nativePlace', 'places', ['06', '07'], 'place', person),
  item('residence', 'places', ['07', '08'], 'place', person),
  item('temporaryResidence', 'places', ['07', '08'], 'place'),

  item('admittedOn', 'joining', ['12', '14'], 'uncertainDay', shown),
  item('decidedOn', 'joining', ['12'], 'uncertainDay', shown),
  item('confirmedOn', 'joining', ['12', '15'], 'uncertainDay', shown),
  item('admissionCell', 'joining', ['12', '14'], 'text'),
  item('introducers', 'joining', ['12', '16'], 'text'),
  item('confirmationCell', 'joining', ['12', '15'], 'text'),
  item('exemptedOn', 'joining', ['20'], 'uncertainDay'),

  item('recruitedOn', 'entering', ['13'], 'uncertainDay'),
  item('recruitedBy', 'entering', ['13'], 'text'),
  item('youthUnionOn', 'entering', ['14', '13'], 'uncertainDay'),
  item('youthUnionPlace', 'entering', ['', '13'], 'text'),
  item('enlistedOn', 'entering', ['16'], 'uncertainDay'),
  item('dischargedOn', 'entering', ['16'], 'uncertainDay'),

  item('generalEducation', 'education', ['17', '12'], 'text', person),
  item('profession', 'education', ['17', '12'], 'text', person),
  item('degree', 'education', ['17', '12'], 'choice', { choices: 'degrees' }),
  item('academicTitle', 'education', ['17', '12'], 'choice', { choices: 'academicTitles' }),
  item('politicalTheory', 'education', ['17', '12'], 'choice', { ...person, choices: 'politicalTheory' }),
  item('computing', 'education', ['17', '12'], 'choice', { choices: 'computing' }),

  item('health', 'health', ['18'], 'text', { secrecy: 'health' }),
  item('woundedClass', 'health', ['18'], 'text', { secrecy: 'health' }),
  item('martyrFamily', 'health', ['18'], 'text', { secrecy: 'health' }),
  item('meritFamily', 'health', ['18'], 'text', { secrecy: 'health' }),

  item('ownHistory', 'history', ['', '17'], 'longText', { secrecy: 'history' }),

  item('income', 'economy', ['30'], 'numberText', { secrecy: 'economy' }),
  item('house', 'economy', ['30'], 'text', { secrecy: 'economy' }),
  item('land', 'economy', ['30'], 'text', { secrecy: 'economy' }),
  item('farm', 'economy', ['30'], 'text', { secrecy: 'economy' }),
  item('hiredLabour', 'economy', ['30'], 'numberText', { secrecy: 'economy' }),
  item('assets', 'economy', ['30'], 'text', { secrecy: 'economy' }),

  item('selfAssessment', 'declaration', ['', '23'], 'longText'),
  item('declaredAt', 'declaration', ['', '24'], 'text'),
  item('declaredOn', 'declaration', ['', '24'], 'uncertainDay'),
] as const satisfies readonly SheetField[]

export type FieldKey = (typeof sheetFields)[number]['key']

/** A column of a list. `day`: known to the day, month or year. The first column says what the line is and must be filled. */
export type ListColumn = { readonly name: string; readonly kind: 'text' | 'day' | 'choice'; readonly choices?: CodeListName; readonly required?: true }

export type SheetList = {
  readonly key: string
  readonly group: GroupKey
  readonly form: FormNumbers
  readonly secrecy: SecrecyClass
  readonly columns: readonly ListColumn[]
  /** Column with the day from which the line is true; a line that begins after the viewed day had not begun. */
  readonly begins?: string
  /** Written elsewhere, shown here. */
  readonly shownOnly?: true
}

const text = (name: string): ListColumn => ({ name, kind: 'text' })
const must = (name: string): ListColumn => ({ name, kind: 'text', required: true })
const day = (name: string): ListColumn => ({ name, kind: 'day' })
const choice = (name: string, choices: CodeListName): ListColumn => ({ name, kind: 'choice', choices, required: true })

type ListRest = { readonly secrecy?: SecrecyClass; readonly begins?: string; readonly shownOnly?: true }
const list = <K extends string>(key: K, group: GroupKey, on: readonly [string?, string?], columns: readonly ListColumn[], { secrecy = 'personal', ...rest }: ListRest = {}) =>
  ({ key, group, form: numbers(on), secrecy, columns, ...rest }) satisfies SheetList

/** Items of the forms that are lists in time. */
export const sheetLists = [
  list('unionMemberships', 'entering', ['15'], [must('organisation'), day('from'), text('place')], { begins: 'from' }),
  list('languages', 'education', ['17', '12'], [must('language'), text('level')]),
  list('politicalTraining', 'education', ['22', '20'], [must('school'), text('subject'), day('from'), day('to'), text('form'), text('diploma')], { begins: 'from' }),
  list('studies', 'education', ['22', '20'], [must('school'), text('subject'), day('from'), day('to'), text('form'), text('diploma')], { begins: 'from' }),
  list('career', 'career', ['21', '18'], [must('work'), text('position'), day('from'), day('to')], { begins: 'from' }),
  list('awards', 'awards', ['23', '20'], [must('award'), day('on'), text('decision'), text('givenBy')], { begins: 'on' }),
  list('badges', 'awards', ['24'], [must('badge'), day('on')], { begins: 'on', shownOnly: true }),
  list('titles', 'awards', ['25'], [must('title'), day('on'), text('givenBy')], { begins: 'on' }),
  list('discipline', 'discipline', ['26', '21'], [choice('side', 'disciplineSides'), must('measure'), day('on'), text('reason'), text('decidedBy')], { secrecy: 'discipline', begins: 'on' }),
  list('historyNotes', 'history', ['27', '19'], [choice('about', 'historyKinds'), must('note'), day('from'), day('to')], { secrecy: 'history', begins: 'from' }),
  list('travelAbroad', 'foreign', ['28', '20'], [must('country'), text('purpose'), day('from'), day('to')], { secrecy: 'foreign', begins: 'from' }),
  list('foreignRelations', 'foreign', ['28'], [must('who'), text('relation'), text('country'), text('note')], { secrecy: 'foreign' }),
  list('family', 'family', ['29', '22'], [choice('relation', 'relations'), must('name'), day('born'), text('origin'), text('residence'), text('occupation'), text('partyStatus')], { secrecy: 'family' }),
] as const satisfies readonly SheetList[]

export type ListKey = (typeof sheetLists)[number]['key']

const fieldsByKey: ReadonlyMap<string, SheetField> = new Map(sheetFields.map((each) => [each.key, each]))
const listsByKey: ReadonlyMap<string, SheetList> = new Map(sheetLists.map((each) => [each.key, each]))

export const fieldOf = (key: string): SheetField | undefined => fieldsByKey.get(key)
export const listOf = (key: string): SheetList | undefined => listsByKey.get(key)

/** Items that a proposal may change. */
export const isCorrectable = (each: SheetField | SheetList): boolean => each.shownOnly === undefined
