import type { PlainDate, UncertainDate } from '../../../kernel/index.ts'
import type { LayoutName } from '../layout-names.ts'
import type { AssignableField, ColumnReading } from '../assignable-fields.ts'
import type { TaughtHeadings } from './taught-headings.ts'
import type { FileRefusal } from '../../../platform/foreign-workbook/limits.ts'

export type FormerName = { readonly name: string; /** Last day on which the name was right. */ readonly validTo: string }
export type RegisteredCell = { readonly code: string; readonly name: string; readonly formerNames?: readonly FormerName[] }
/** An organisation without cells is a cell of the grassroots itself. */
export type RegisteredOrganisation = RegisteredCell & { readonly cells: readonly RegisteredCell[] }
/** The organisations a list may speak of, as `samples/to-chuc.json` writes them. */
export type OrganisationRegister = { readonly organisations: readonly RegisteredOrganisation[] }

export type { LayoutName }

export type SkippedKind =
  | 'letterhead' | 'title' | 'filter-line' | 'number-row' | 'group-row' | 'sub-total' | 'repeated-header' | 'blank' | 'note' | 'signature'
export type SkippedRow = { readonly sheet: string; readonly row: number; readonly kind: SkippedKind; readonly text: string }

/** `error` cannot be taken; `question` waits for a person; `warning` is taken with a remark; `proposal` has one sure reading. */
export type FindingKind = 'error' | 'question' | 'warning' | 'proposal'
export type Raw = string | number | boolean | null

export type Finding = {
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly heading: string
  readonly kind: FindingKind
  /** What is wrong: `cccd.old-9-digits`, `birth.impossible` … */
  readonly code: string
  /** As it stands in the cell; a date cell as `yyyy-mm-dd`, a formula with its `=`. */
  readonly raw: Raw
  /** Stored value of a formula. */
  readonly cached?: Raw
  /** The value after acceptance; dates carry their precision, a cell is `{ cell: code }`. */
  readonly read?: unknown
  /** Offered where known, never chosen beforehand. Cells are offered by their code. */
  readonly choices?: readonly string[]
  readonly message: string
  /** What the person answered, once an answer was given. */
  readonly answer?: unknown
}

export type Sex = 'male' | 'female'
export type MemberStatus =
  | 'active' | 'exempt' | 'temporarilyAway' | 'movedOut' | 'movedOutTemporarily' | 'struckOff' | 'resigned' | 'expelled' | 'died'

/** What a secretary wrote beside a name: the day stays uncertain as it was written, and is absent when none was given. */
export type ReportedChange = {
  readonly kind: 'died' | 'movedOut' | 'movedIn' | 'admitted' | 'nameCorrected' | 'otherCell' | 'unclear'
  readonly on?: UncertainDate
  readonly text: string
}

export type Place = { readonly country?: string; readonly province?: string; readonly detail?: string }

export type ReadFields = {
  systemId?: string
  employeeCode?: string
  fullName?: string
  otherName?: string
  sex?: Sex
  bornOn?: UncertainDate
  /** Names of the official lists; blank stays absent. */
  ethnicity?: string
  religion?: string
  identityNumber?: string
  oldIdentityNumber?: string
  /** The 8 digits printed on the card. */
  cardNumber?: string
  /** The 12 digits that cards carry since they are numbered by the identity number. */
  newCardNumber?: string
  historyNumber?: string
  cardIssuedBy?: string
  cardIssuedOn?: UncertainDate
  nativePlace?: string
  nativePlaceParts?: Place
  residence?: string
  residenceParts?: Place
  birthPlace?: string
  birthPlaceParts?: Place
  cellCode?: string
  admittedOn?: UncertainDate
  confirmedOn?: UncertainDate
  /** Absent while it is not decided. */
  probationary?: boolean
  /** A tick, a kind or a state says so; without it a blank official date is all that says probation. */
  isProbationStated?: boolean
  generalEducation?: string
  professionalEducation?: string
  professionalField?: string
  politicalTheory?: string
  positions?: string[]
  status?: MemberStatus
  statusOn?: UncertainDate
  statusDecision?: string
  phones?: string[]
  email?: string
  abroad?: { readonly on: UncertainDate; readonly reason: string }
  change?: ReportedChange
  /** Right, wrong, surplus or missing, as it was written beside the row. */
  mark?: string
  note?: string
}

export type ReadRow = {
  readonly sheet: string
  readonly row: number
  readonly fields: ReadFields
  /** The name as it stands in the file, where it could not be read. */
  readonly nameAsWritten?: string | undefined
  /** Of a row with an identifier: its cells as they stand there, by the letters of their columns. */
  readonly written?: Readonly<Record<string, string>> | undefined
  /** True while an error or an open question stands on the row. */
  readonly waiting: boolean
}

export type SheetRole = 'list' | 'dictionary' | 'no-list' | 'hidden'
export type SheetSummary = {
  readonly name: string
  readonly state: 'visible' | 'hidden'
  readonly role: SheetRole
  readonly headerRows: readonly number[]
  readonly columns: readonly string[]
  /** The field each column is read as; null = not used. */
  readonly fields: readonly (string | null)[]
  /** The first rows as they stand. */
  readonly head: readonly { readonly row: number; readonly cells: readonly string[] }[]
  readonly dataRows: number
  readonly skippedRows: number
}

/**
 * One answer of a person. Without `row` it counts for every finding of that code in the column (a convention for the whole file);
 * with `raw` only for cells that read so. `value` is what the field takes: a date as `yyyy[-mm[-dd]]`, `Nam`/`Nữ`, a cell code, a name; `null` leaves it blank.
 */
export type Answer = {
  readonly code: string
  readonly sheet?: string
  readonly row?: number
  readonly column?: string
  readonly raw?: Raw
  readonly value: Raw
}

export type ReadingOptions = {
  readonly register: OrganisationRegister
  readonly today: PlainDate
  /** Day the list speaks of, only when a person stated it: a day found in the file is used otherwise. */
  readonly asOf?: PlainDate
  /** Code of the organisation the list belongs to. */
  readonly organisation?: string
  readonly sheet?: string
  /** The shape the list is to be read as; without it the headings decide. */
  readonly layout?: LayoutName
  readonly answers?: readonly Answer[]
  /** What a person said of single columns of this file. */
  readonly columns?: readonly ColumnReading[]
  /** What headings mean to a sender, by the code of the organisation; under `''` that of the organisation the list is read for. */
  readonly taught?: Readonly<Record<string, TaughtHeadings>>
}

export type RememberedColumn = { readonly sheet: string; readonly column: string; readonly heading: string; readonly field: AssignableField | null }

/** What a list is, known before any of its members is read to the end. */
export type ListHead = {
  readonly layout: LayoutName
  /** Absent when neither a person nor the file named a day. */
  readonly asOf?: PlainDate
  readonly organisation?: { readonly code: string; readonly from: 'given' | 'letterhead' | 'cellNames' }
  readonly sheets: readonly SheetSummary[]
  /** Columns read as their sender was remembered to mean them, other than their headings say. */
  readonly remembered: readonly RememberedColumn[]
  readonly dataRows: number
  readonly skipped: readonly SkippedRow[]
  /** What was found about whole sheets. */
  readonly sheetFindings: readonly Finding[]
}

/** Members of a list, in its order, and what was found about them. */
export type ReadPart = { readonly rows: readonly ReadRow[]; readonly findings: readonly Finding[] }

export type MemberListReading = Omit<ListHead, 'sheetFindings'> & ReadPart & { readonly outcome: 'import'; /** Rows about which nothing was found. */ readonly cleanRows: number }

export type MemberListRefusal = { readonly outcome: 'refuse'; readonly reason: FileRefusal; readonly message: string }
export type MemberListOutcome = MemberListReading | MemberListRefusal
