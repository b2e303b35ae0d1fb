import { tidy, type PlainDate } from '../../kernel/index.ts'
import type { Ctx } from '../../platform/action/index.ts'
import { matcher, readMemberList, registerBelow, rowKey, type FileRefusal, type KnownPerson, type MatchedRow, type MemberListReading, type ReadFields, type ReadRow, type ReportedChange, type SkippedRow } from '../import-export/index.ts'

/** A row of a list that came back: whom it is about, what it says otherwise, what was written beside it, and what could not be read. */
export type MarkedRow = MatchedRow & {
  /** As the file writes it, for display. */
  readonly name: string
  readonly mark: string | null
  readonly change: ReportedChange | null
  readonly note: string | null
  /** Errors and open questions of the row, in words. */
  readonly questions: readonly string[]
}
export type MarkedList = {
  readonly refusal: FileRefusal | null
  readonly layout: string
  readonly asOf: PlainDate | null
  /** Code of the organisation of which the file speaks, as far as it tells. */
  readonly organisationCode: string | null
  readonly rows: readonly MarkedRow[]
  readonly skipped: readonly SkippedRow[]
}

/** By the letter of its column: what stood in a cell when the list went out, and which field it is. */
export type SentCells = ReadonlyMap<string, { readonly text: string; readonly field: keyof ReadFields | undefined }>
type Sent = (personId: string) => SentCells | undefined

/** A cell that still says what it said when the list went out is no news, and nothing is asked about it. */
function withoutSent(reading: Pick<MemberListReading, 'rows' | 'findings'>, sent: Sent): Pick<MemberListReading, 'rows' | 'findings'> {
  const untouched = new Map<string, ReadonlySet<string>>()
  const rows = reading.rows.map((row): ReadRow => {
    const cells = row.fields.systemId && row.written ? sent(row.fields.systemId) : undefined
    if (!cells) return row
    const letters = [...cells].filter(([letter, { text }]) => tidy(row.written![letter] ?? '') === tidy(text))
    untouched.set(rowKey(row), new Set(letters.map(([letter]) => letter)))
    const fields: Record<string, unknown> = { ...row.fields }
    for (const [, { field }] of letters) if (field) delete fields[field]
    if (letters.some(([, { field }]) => field === 'cardNumber')) delete fields.newCardNumber
    return { ...row, fields: fields as ReadFields }
  })
  const findings = reading.findings.filter((finding) => !untouched.get(rowKey(finding))?.has(finding.column))
  const waiting = new Set(findings.filter(({ kind, answer }) => (kind === 'error' || kind === 'question') && answer === undefined).map(rowKey))
  return { findings, rows: rows.map((row) => (untouched.has(rowKey(row)) ? { ...row, waiting: waiting.has(rowKey(row)) } : row)) }
}

/** Rows of a reading held against the people to whom the list went out. */
export function markedRows(read: Pick<MemberListReading, 'rows' | 'findings'>, known: readonly KnownPerson[], sent: Sent = () => undefined): MarkedRow[] {
  const reading = withoutSent(read, sent)
  const open = reading.findings.filter(({ kind, answer }) => (kind === 'error' || kind === 'question') && answer === undefined)
  const byKey = new Map(reading.rows.map((row) => [rowKey(row), row]))
  // Whom a row is about is one thing, what could not be read of it another: a row that waits for an answer may be about somebody certain.
  const match = matcher(known)
  return reading.rows.map((row) => match({ ...row, waiting: false }, false)).map((row) => {
    const { fields, nameAsWritten } = byKey.get(rowKey(row))!
    return {
      ...row, name: fields.fullName ?? nameAsWritten ?? '', mark: fields.mark ?? null, change: fields.change ?? null, note: fields.note ?? null,
      questions: open.filter((finding) => rowKey(finding) === rowKey(row)).map(({ message }) => message),
    }
  })
}

/**
 * Reads a list that went out and came back with marks, and finds of whom each row speaks among the people it went out with. Writes nothing
 * and decides nothing; a file that cannot be read comes back with its `refusal`. Asks no permission: the caller has the list.
 */
export async function readMarkedList(ctx: Ctx, file: { bytes: Uint8Array; name: string }, of: { organisationId: string; asOf: PlainDate; known: readonly KnownPerson[]; /** How each of them stood on the list that went out. */ sent?: Sent }): Promise<MarkedList> {
  const { register } = await registerBelow(ctx.db, of.organisationId, of.asOf)
  const reading = await readMemberList(file.bytes, file.name, { register, today: ctx.today, asOf: of.asOf })
  if (reading.outcome === 'refuse') return { refusal: reading.reason, layout: '', asOf: null, organisationCode: null, rows: [], skipped: [] }
  return {
    refusal: null, layout: reading.layout, asOf: reading.asOf ?? null, organisationCode: reading.organisation?.code ?? null,
    rows: markedRows(reading, of.known, of.sent), skipped: reading.skipped,
  }
}
