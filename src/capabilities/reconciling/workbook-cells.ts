import { formatUncertainDate, type UncertainDate } from '../../kernel/index.ts'
import type { KnownPerson } from '../import-export/index.ts'
import { sexNames } from './messages.vi.ts'
import type { Listed } from './queries/lists.ts'

export const LIST_WIDTHS = [6, 22, 26, 28, 8, 12, 12, 16, 16, 14, 14, 18, 30, 30, 38] as const
/** Columns of the list by letter and the field that each brings back; the others are marks and notes. */
const LETTERS = { B: 'cellCode', C: 'cellCode', E: 'sex', F: 'bornOn', G: 'ethnicity', H: 'identityNumber', I: 'cardNumber', J: 'admittedOn', K: 'confirmedOn' } as const

const dayText = (day: string | null): string => (day ? formatUncertainDate(day as UncertainDate) : '')

/** The cells of one member as they go out, up to the marks. */
function ownCells(person: Listed, identityNumber: string | null): string[] {
  const sex = sexNames[person.sex ?? ''] ?? ''
  return [person.cellCode ?? '', person.cellName, person.fullName, sex, dayText(person.bornOn), person.ethnicity ?? '', identityNumber ?? '', person.cardNumber ?? '', dayText(person.admittedOn), dayText(person.confirmedOn)]
}

/** A row of the workbook that goes out; the marks are left blank. */
export const listRow = (person: Listed, identityNumber: string | null, number: number): (string | number)[] => [number, ...ownCells(person, identityNumber), '', '', '', person.personId]

/** By column: what stood there when the list went out, and the field it is. */
export function sentCells(person: Listed, identityNumber: string | null): ReadonlyMap<string, { readonly text: string; readonly field: (typeof LETTERS)[keyof typeof LETTERS] | undefined }> {
  return new Map(ownCells(person, identityNumber).map((text, i) => { const letter = 'BCDEFGHIJK'[i]!; return [letter, { text, field: LETTERS[letter as keyof typeof LETTERS] }] }))
}

const nothing = {
  version: 0, otherName: null, religion: null, oldIdentityNumber: null, phone: null, nativePlace: null, residence: null, generalEducation: null, profession: null, politicalTheory: null, note: null, historyNumber: null, statusSince: null,
} as const

/** A frozen line as the reading of foreign workbooks asks for the people it looks for. */
export const knownOf = (person: Listed, identityNumber: string | null): KnownPerson => ({
  ...nothing, personId: person.personId, fullName: person.fullName, sex: person.sex, bornOn: person.bornOn, ethnicity: person.ethnicity, identityNumber, cardNumber: person.cardNumber, admittedOn: person.admittedOn, confirmedOn: person.confirmedOn,
  status: person.status, cellCode: person.cellCode, cellName: person.cellName, cellFullName: person.cellName,
})
