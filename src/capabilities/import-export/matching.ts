import { fold, isSameSpelling, tidy, type UncertainDate } from '../../kernel/index.ts'
import { inputFileCells, inputFileFields } from '../../regulations/index.ts'
import { rowKey, type Finding, type ReadFields, type ReadRow } from './reading/index.ts'

/** A member of the register as far as lists speak of members. */
export type KnownPerson = {
  readonly personId: string
  readonly version: number
  readonly fullName: string
  readonly otherName: string | null
  readonly sex: string | null
  readonly bornOn: string | null
  readonly ethnicity: string | null
  readonly religion: string | null
  readonly identityNumber: string | null
  readonly oldIdentityNumber: string | null
  readonly phone: string | null
  readonly nativePlace: string | null
  readonly residence: string | null
  readonly generalEducation: string | null
  readonly profession: string | null
  readonly politicalTheory: string | null
  readonly note: string | null
  readonly cardNumber: string | null
  readonly historyNumber: string | null
  readonly admittedOn: string | null
  readonly confirmedOn: string | null
  readonly status: string
  readonly cellCode: string | null
  readonly cellName: string
  readonly cellFullName: string
  /** First day of the status. */
  readonly statusSince: string | null
  /** The day of birth that another paper says beside the original dossier. */
  readonly otherBirth?: string | null
}

/** Fields of the register that a list may bring, in the order in which they are shown. */
export const comparedFields = [
  'fullName', 'otherName', 'sex', 'bornOn', 'ethnicity', 'religion', 'identityNumber', 'oldIdentityNumber', 'phone', 'nativePlace', 'residence',
  'generalEducation', 'profession', 'politicalTheory', 'note', 'cardNumber', 'historyNumber', 'admittedOn', 'confirmedOn', 'cellCode',
] as const
export type ComparedField = (typeof comparedFields)[number]
export type RegisterValues = Partial<Record<ComparedField, string | null>>

export type Change = { readonly field: ComparedField; readonly old: string | null; readonly new: string | null }
export type Outcome = 'new' | 'changed' | 'same' | 'doubtful' | 'faulty'
/** `result`: HỢP LỆ, CÓ CẢNH BÁO, KHÔNG HỢP LỆ or what else stands there. */
export type Checked = { readonly result: string; readonly detail: string | null }

export type MatchedRow = {
  readonly sheet: string; readonly row: number; readonly outcome: Outcome; readonly personId: string | null; readonly personVersion: number | null
  readonly values: RegisterValues; readonly changes: readonly Change[]; /** A sure reading of this row is not accepted yet. */ readonly waits: boolean; readonly probationary: boolean
  /** Whether the list calls the member exempt from work and meetings, and since when as far as it says. */
  readonly exempt: boolean; readonly exemptOn: UncertainDate | null
  /** What the national program wrote beside the row when it checked the file. */
  readonly checked?: Checked | null
}

type OwnReading = { readonly rows: readonly ReadRow[]; readonly findings: readonly Finding[] }

const isAgreed = (written: string | undefined, ours: string | undefined): boolean => tidy(written ?? '') === tidy(ours ?? '')

function ownRow(row: ReadRow, person: KnownPerson): { fields: ReadFields; agreed: ReadonlySet<string> } {
  const ours = inputFileCells({ ...person, birthRegistration: null, exemptFrom: person.statusSince })
  const agreed = new Set(Object.keys(ours).filter((letter) => isAgreed(row.written?.[letter], ours[letter])))
  const unchanged = Object.entries(inputFileFields).filter(([, letters]) => letters.every((letter) => agreed.has(letter))).map(([field]) => field as keyof typeof inputFileFields)
  const fields: Record<string, unknown> = { ...row.fields }
  for (const field of unchanged) fields[field] = person[field] ?? undefined
  if (unchanged.includes('cardNumber')) delete fields.newCardNumber
  return { fields: fields as ReadFields, agreed }
}

/**
 * A file that we wrote ourselves, read back: a cell that says what the register would write there is no news, however odd it looks, and
 * nothing is asked about it. What was changed in the file is read like any other list.
 */
export function asWeWroteIt({ rows, findings }: OwnReading, known: readonly KnownPerson[]): OwnReading {
  const byId = new Map(known.map((person) => [person.personId, person]))
  const agreedAt = new Map<string, ReadonlySet<string>>()
  const read = rows.map((row): ReadRow => {
    const person = row.written && row.fields.systemId ? byId.get(row.fields.systemId) : undefined
    if (!person) return row
    const { fields, agreed } = ownRow(row, person)
    agreedAt.set(rowKey(row), agreed)
    return { ...row, fields }
  })
  if (agreedAt.size === 0) return { rows, findings }
  const left = findings.filter((finding) => !agreedAt.get(rowKey(finding))?.has(finding.column))
  const waiting = new Set(left.filter(({ kind, answer }) => (kind === 'error' || kind === 'question') && answer === undefined).map(rowKey))
  return { findings: left, rows: read.map((row) => (agreedAt.has(rowKey(row)) ? { ...row, waiting: waiting.has(rowKey(row)) } : row)) }
}

/** What a read row says in the fields of the register; a blank cell says nothing and changes nothing. */
export function registerValues(fields: ReadFields): RegisterValues {
  const values: Record<ComparedField, string | undefined> = {
    fullName: fields.fullName, otherName: fields.otherName, sex: fields.sex, bornOn: fields.bornOn, ethnicity: fields.ethnicity, religion: fields.religion,
    identityNumber: fields.identityNumber, oldIdentityNumber: fields.oldIdentityNumber, phone: fields.phones?.join('; '),
    nativePlace: fields.nativePlace, residence: fields.residence, generalEducation: fields.generalEducation,
    profession: [fields.professionalEducation, fields.professionalField].filter(Boolean).join(', ') || undefined,
    politicalTheory: fields.politicalTheory, note: fields.note, cardNumber: fields.newCardNumber ?? fields.cardNumber, historyNumber: fields.historyNumber,
    admittedOn: fields.admittedOn, confirmedOn: fields.confirmedOn, cellCode: fields.cellCode,
  }
  const said: RegisterValues = {}
  for (const field of comparedFields) if (values[field]) said[field] = values[field]
  return said
}

const sameText = (a: string | null, b: string | null) => tidy(a ?? '') === tidy(b ?? '')

const namesAndPlaces: ReadonlySet<ComparedField> = new Set(['fullName', 'otherName', 'nativePlace', 'residence'])

/** The same words without their marks, in capitals, or with the tone mark on the other vowel: another spelling of what the register has, no news. */
function isPoorerSpelling(old: string | null, wanted: string): boolean {
  if (!old || fold(old) !== fold(wanted)) return false
  const isWithoutMarks = !/\P{ASCII}/u.test(wanted) && /\P{ASCII}/u.test(old)
  const isInCapitals = wanted === wanted.toLocaleUpperCase('vi') && old.toLocaleUpperCase('vi') === tidy(wanted)
  return isWithoutMarks || isInCapitals || isSameSpelling(old, wanted)
}

/** Field by field, what the list would change. A less exact date never replaces a more exact one that agrees with it; a birth that is kept beside the original already is no change. */
export function changesOf(known: KnownPerson, values: RegisterValues): Change[] {
  return comparedFields.flatMap((field) => {
    const [old, wanted] = [known[field], values[field]]
    if (wanted === undefined || wanted === null || sameText(old, wanted)) return []
    if (namesAndPlaces.has(field) && isPoorerSpelling(old, wanted)) return []
    if (['bornOn', 'admittedOn', 'confirmedOn'].includes(field) && old?.startsWith(`${wanted}-`)) return []
    if (field === 'bornOn' && known.otherBirth === wanted) return []
    return [{ field, old, new: wanted }]
  })
}

type Index = Map<string, KnownPerson[]>

function indexBy(people: readonly KnownPerson[], keyOf: (person: KnownPerson) => string | null): Index {
  const index: Index = new Map()
  for (const person of people) {
    const key = keyOf(person)
    if (!key) continue
    const entry = index.get(key)
    if (entry) entry.push(person)
    else index.set(key, [person])
  }
  return index
}

const nameKey = (fullName: string, cellCode: string | null | undefined) => `${fold(fullName)}|${cellCode ?? ''}`
const mayBeSameBirth = (a: string | null | undefined, b: string | null | undefined) => !a || !b || a.startsWith(b) || b.startsWith(a)

/** The register, ready to be asked for the person of a row. */
export function registerIndex(people: readonly KnownPerson[]) {
  return {
    byId: new Map(people.map((person) => [person.personId, person])),
    byIdentity: indexBy(people, (p) => p.identityNumber),
    byCard: indexBy(people, (p) => p.cardNumber),
    byName: indexBy(people, (p) => nameKey(p.fullName, p.cellCode)),
    byNameAndBirth: indexBy(people, (p) => p.bornOn && `${fold(p.fullName)}|${p.bornOn}`),
  }
}

type Hit = { readonly person?: KnownPerson; readonly doubtful?: true }

/**
 * Who a row is: by identity number, then card number, then name with birth date and cell. A strong key that leads to somebody of
 * another name, or two people behind one weak key, is a doubt for a person to settle, never a guess.
 */
export function findPersonOf(values: RegisterValues, index: ReturnType<typeof registerIndex>): Hit {
  for (const [key, people] of [[values.identityNumber, index.byIdentity], [values.cardNumber, index.byCard]] as const) {
    const found = key ? people.get(key) : undefined
    if (!found) continue
    if (found.length > 1) return { doubtful: true }
    const alike = fold(found[0]!.fullName) === fold(values.fullName ?? '') || mayBeSameBirth(found[0]!.bornOn, values.bornOn)
    return alike ? { person: found[0]! } : { doubtful: true }
  }
  if (index.byName.size === 0) return {}
  const sameName = (index.byName.get(nameKey(values.fullName ?? '', values.cellCode)) ?? []).filter((p) => mayBeSameBirth(p.bornOn, values.bornOn) && !contradicts(p, values))
  if (sameName.length === 1) return { person: sameName[0]! }
  if (sameName.length > 1) return { doubtful: true }
  const elsewhere = (index.byNameAndBirth.get(`${fold(values.fullName ?? '')}|${values.bornOn ?? ''}`) ?? []).filter((p) => !contradicts(p, values))
  return elsewhere.length > 0 ? { doubtful: true } : {}
}

/** A row that carries an identifier of our own is that person, unless its numbers lead to somebody else. */
function findPersonOfRow(systemId: string | undefined, values: RegisterValues, index: ReturnType<typeof registerIndex>): Hit {
  const own = systemId ? index.byId.get(systemId) : undefined
  const found = findPersonOf(values, index)
  if (!own) return found
  return found.person && found.person !== own ? { doubtful: true } : { person: own }
}

/** Both know an identity number, and they differ: not the same person, however alike the names. */
const contradicts = (person: KnownPerson, values: RegisterValues) =>
  !!person.identityNumber && !!values.identityNumber && person.identityNumber !== values.identityNumber

/** A row that is this person: what it would change; another cell is not a correction but a transfer, which has an act of its own. */
export function matchTo(person: KnownPerson, values: RegisterValues): Pick<MatchedRow, 'personId' | 'personVersion' | 'changes' | 'outcome'> {
  const changes = changesOf(person, values)
  const outcome = changes.some(({ field }) => field === 'cellCode') ? 'doubtful' : changes.length > 0 ? 'changed' : 'same'
  return { personId: person.personId, personVersion: person.version, changes, outcome }
}

const nobody: Pick<MatchedRow, 'personId' | 'personVersion' | 'changes' | 'outcome'> = { personId: null, personVersion: null, changes: [], outcome: 'new' }

/**
 * Holds rows against the register, in the order of the list: the second row that leads to one person is for somebody to look at. Rows that wait
 * for an answer are doubtful, those with an error faulty.
 */
export function matcher(known: readonly KnownPerson[]): (row: ReadRow, hasError: boolean) => MatchedRow {
  const index = registerIndex(known)
  const taken = new Set<string>()
  return (row, hasError) => {
    const values = registerValues(row.fields)
    const isExempt = row.fields.status === 'exempt'
    const { person, doubtful } = findPersonOfRow(row.fields.systemId, values, index)
    const isTwice = person !== undefined && taken.has(person.personId)
    if (person) taken.add(person.personId)
    const { personId, personVersion, changes, outcome } = person ? matchTo(person, values) : nobody
    return {
      sheet: row.sheet, row: row.row, outcome: hasError ? 'faulty' : row.waiting || doubtful || isTwice ? 'doubtful' : outcome,
      personId, personVersion, values, changes, waits: false, probationary: row.fields.probationary ?? row.fields.confirmedOn === undefined,
      exempt: isExempt, exemptOn: isExempt ? (row.fields.statusOn ?? null) : null,
    }
  }
}
