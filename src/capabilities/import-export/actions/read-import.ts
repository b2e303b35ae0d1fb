import type { PlainDate } from '../../../kernel/index.ts'
import { begun, type Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { otherBirthsKept } from '../../member-sheet/index.ts'
import { findTop } from '../../organisations/index.ts'
import type { importExportContract } from '../contract.ts'
import type { AssignableField, ColumnReading } from '../assignable-fields.ts'
import { columnsLeaveNoList, notInState, readingCancelled } from '../errors.ts'
import type { LayoutName } from '../layout-names.ts'
import type { MatchedRow } from '../matching.ts'
import { whileReading } from '../running-readings.ts'
import { reportWords, stateNames } from '../messages.vi.ts'
import { beginMemberList, orRefusal, rowKey, type Answer, type Finding, type ListHead, type MemberListRefusal, type ReadRow, type TaughtHeadings } from '../reading/index.ts'
import { isAnybodyRegistered } from '../queries/elsewhere.ts'
import { forgetHeadings, headingsBySender, rememberHeadings } from '../queries/heading-map.ts'
import { keepReading, lockImport, rowsInPlace, type Counts, type ImportRow } from '../queries/imports.ts'
import { knownMembers, registerBelow } from '../queries/register.ts'
import { notAmong, type OnlyHere } from '../queries/results.ts'
import { holdAgainst, type Keep } from './hold-against-register.ts'
import { reportOf, type Reported } from './take-report.ts'

export type Settling = { answers: readonly Answer[]; accepted: 'all' | readonly string[]; acceptedRows?: readonly AcceptedRow[] | undefined; columns?: readonly ColumnReading[] | undefined }
type AcceptedRow = { code: string; sheet: string; row: number; column: string }

const acceptedKey = ({ code, sheet, row, column }: AcceptedRow) => [code, sheet, row, column].join('\n')

/** Whether a person has said what is to become of a finding. A proposal nobody accepted stays open, for nothing is changed without a word. */
function settledBy({ accepted, acceptedRows = [] }: Settling): (finding: Finding) => boolean {
  const one = new Set(acceptedRows.map(acceptedKey))
  return (f) => f.answer !== undefined || (f.kind === 'proposal' && (accepted === 'all' || accepted.includes(f.code) || one.has(acceptedKey(f))))
}

function countRows(rows: readonly MatchedRow[], known: number): Counts {
  const of = (outcome: MatchedRow['outcome']) => rows.filter((row) => row.outcome === outcome).length
  const found = new Set(rows.flatMap((row) => row.personId ?? [])).size
  return { new: of('new'), changed: of('changed'), same: of('same'), doubtful: of('doubtful'), faulty: of('faulty'), onlyHere: known - found }
}

const shownSheets = (sheets: ListHead['sheets']) => sheets.map(({ name, headerRows, dataRows, skippedRows, columns, fields, head }) => ({ name, headerRows, dataRows, skippedRows, columns, fields, head }))

/** Rows that would be written now. */
function countWritable(rows: readonly MatchedRow[]) {
  const ready = rows.filter((row) => !row.waits)
  return { new: ready.filter((row) => row.outcome === 'new').length, changed: ready.filter((row) => row.outcome === 'changed').length }
}

/** Findings with the person and the cell of their row. */
function shownFindings(findings: readonly Finding[], remarked: readonly ReadRow[], isSettled: (finding: Finding) => boolean, nameByCode: ReadonlyMap<string, string>) {
  const people = new Map(remarked.map((row) => [rowKey(row), row]))
  return findings.map((f) => {
    const row = people.get(rowKey(f))
    return { ...f, settled: isSettled(f), name: row?.fields.fullName ?? row?.nameAsWritten ?? null, cell: nameByCode.get(row?.fields.cellCode ?? '') ?? null }
  })
}

/** Names of the cells that findings speak of by code. */
function cellNamesIn(findings: readonly Finding[], nameByCode: ReadonlyMap<string, string>): Record<string, string> {
  const codes = findings.flatMap((f) => [(f.read as { cell?: string } | undefined)?.cell ?? '', ...(f.choices ?? []), typeof f.answer === 'string' ? f.answer : ''])
  return Object.fromEntries([...new Set(codes)].flatMap((code) => { const name = nameByCode.get(code); return name ? [[code, name]] : [] }))
}

export type Reading = {
  preview: Record<string, unknown> & { counts: Counts }; rows: MatchedRow[]; asOf: PlainDate; layout: string | null; refusal: string | null
  /** Members to whom no row led, and the names of the cells. */
  onlyHere: OnlyHere[]; nameByCode: ReadonlyMap<string, string>
}

/** What the headings of the senders below an organisation are remembered to mean. */
async function taughtHeadings(ctx: Ctx, organisationId: string, idByCode: ReadonlyMap<string, string>): Promise<{ taught?: Readonly<Record<string, TaughtHeadings>> }> {
  const bySender = await headingsBySender(ctx.db)
  if (bySender.size === 0) return {}
  const asked = bySender.get(organisationId)
  const byCode = [...idByCode].flatMap(([code, id]) => (bySender.has(id) ? [[code, bySender.get(id)!] as const] : []))
  return { taught: { ...Object.fromEntries(byCode), ...(asked ? { '': asked } : {}) } }
}

const nothing: Counts = { new: 0, changed: 0, same: 0, doubtful: 0, faulty: 0, onlyHere: 0 }

const refused = ({ reason, message }: MemberListRefusal, asOf: PlainDate, nameByCode: ReadonlyMap<string, string>): Reading => ({
  preview: { outcome: 'refuse', reason, message, layout: null, asOf: null, organisation: null, sheets: [], dataRows: 0, cleanRows: 0, counts: nothing, skipped: [], findings: [] },
  rows: [], asOf, layout: null, refusal: reason, onlyHere: [], nameByCode,
})

/** Reads the bytes and holds them against the register of an organisation. Writes nothing by itself: `keep` is handed the rows, also of a list that is refused on the way. */
export async function readAgainstRegister(
  ctx: Ctx, file: { bytes: Uint8Array; name: string },
  query: { organisationId: string; asOf: PlainDate | null; sheet: string | null; layout: LayoutName | null } & Settling,
  { keep = () => Promise.resolve(), watch }: { keep?: Keep; watch?: Parameters<typeof beginMemberList>[4] } = {},
): Promise<Reading> {
  const { register, idByCode, nameByCode } = await registerBelow(ctx.db, query.organisationId, query.asOf ?? ctx.today)
  // Asked while the workbook is read in a thread of its own.
  const ourselves = begun(Promise.all([isAnybodyRegistered(ctx.db), otherBirthsKept(ctx.db)]))
  const list = await beginMemberList(file.bytes, file.name, {
    register, today: ctx.today, answers: query.answers, ...(query.asOf ? { asOf: query.asOf } : {}), ...(query.sheet ? { sheet: query.sheet } : {}),
    ...(query.layout ? { layout: query.layout } : {}), ...(query.columns?.length ? { columns: query.columns } : {}), ...(await taughtHeadings(ctx, query.organisationId, idByCode)),
  }, {}, watch)
  if (list.outcome === 'refuse') return refused(list, ctx.today, nameByCode)
  const asOf = query.asOf ?? (list.asOf && list.asOf <= ctx.today ? list.asOf : ctx.today)
  const scopeId = (list.organisation && idByCode.get(list.organisation.code)) ?? query.organisationId
  const [isRegistered, otherBirths] = await ourselves
  const known = isRegistered ? (await knownMembers(ctx.db, scopeId, asOf)).map((person) => ({ ...person, otherBirth: otherBirths.get(person.personId) ?? null })) : []
  const isSettled = settledBy(query)
  const held = await orRefusal(() => holdAgainst(ctx, list, { isRegistered, known, asOf, answers: query.answers, idByCode }, isSettled, keep))
  if ('outcome' in held) return refused(held, ctx.today, nameByCode)
  const { rows, findings, remarked } = held
  return {
    rows, asOf, layout: list.layout, refusal: null, nameByCode, onlyHere: notAmong(known, new Set(rows.flatMap((row) => row.personId ?? []))),
    preview: {
      outcome: 'import', layout: list.layout, asOf, organisation: list.organisation?.code ?? null, scopeId,
      organisationName: register.organisations.find(({ code }) => code === list.organisation?.code)?.name ?? null, sheets: shownSheets(list.sheets), remembered: list.remembered,
      dataRows: list.dataRows, cleanRows: rows.length - remarked.length, counts: countRows(rows, known.length), writable: countWritable(rows), cellNames: cellNamesIn(findings, nameByCode),
      skipped: list.skipped.map(({ sheet, row, kind, text }) => ({ sheet, row, kind, text })),
      findings: shownFindings(findings, remarked, isSettled, nameByCode),
    },
  }
}

const settled = (found: ImportRow, input: Partial<Settling>): Settling => ({
  answers: input.answers ?? found.answers?.answers ?? [], accepted: input.accepted ?? found.answers?.accepted ?? [], acceptedRows: input.acceptedRows ?? found.answers?.acceptedRows ?? [],
  columns: input.columns ?? found.answers?.columns ?? [],
})

/** The heading over each column that was stated, as the reading shows it. */
function statedHeadings(reading: Reading, columns: readonly ColumnReading[]): { heading: string; field: AssignableField | null }[] {
  const sheets = reading.preview['sheets'] as { name: string; columns?: readonly string[] }[]
  return columns.flatMap(({ sheet, column, field }) => {
    const shown = sheets.find((each) => each.name === sheet)?.columns?.find((each) => each.startsWith(`${column} `))
    return shown ? [{ heading: shown.slice(column.length + 1), field }] : []
  })
}

const senderOf = (found: ImportRow, preview: Record<string, unknown> | undefined): string => (preview?.['scopeId'] as string | undefined) ?? found.organisationId

/** What a person says about the headings is remembered for the sender, so that his next list is read so without asking. */
async function rememberStated(ctx: Ctx, found: ImportRow, reading: Reading, columns: readonly ColumnReading[]): Promise<void> {
  if (reading.refusal) throw columnsLeaveNoList()
  await rememberHeadings(ctx.db, senderOf(found, reading.preview), statedHeadings(reading, columns))
}

/** The remembered meaning of this list's headings is forgotten, and with it what was stated of its columns. */
async function dropRemembered(ctx: Ctx, found: ImportRow): Promise<void> {
  const sheets: { columns?: readonly string[] }[] = found.preview?.sheets ?? []
  const headings = sheets.flatMap(({ columns = [] }) => columns.map((column) => column.slice(column.indexOf(' ') + 1)))
  await forgetHeadings(ctx.db, senderOf(found, found.preview), headings)
}

/**
 * Reads a stored workbook, with the answers given so far, and keeps the preview. May be repeated until it is written. Stated columns are
 * remembered for the sender; refused with `importExport.columnsLeaveNoList` when nobody could be read that way.
 */
export async function readImport(ctx: Ctx, input: InputOf<typeof importExportContract.readImport>) {
  const found = await lockImport(ctx.db, input.id)
  await ctx.authorise('importExport.write', { organisationId: found.organisationId })
  if (found.cancelAsked || found.state === 'cancelled') throw readingCancelled()
  if (!['reading', 'toSettle', 'refused'].includes(found.state)) throw notInState({ state: stateNames[found.state] })
  if (input.forgetHeadings) await dropRemembered(ctx, found)
  const answers = settled(found, { ...(input as Partial<Settling>), ...(input.forgetHeadings ? { columns: [] } : {}) })
  const bytes = await ctx.files.read(found.contentHash)
  const query = { organisationId: found.organisationId, asOf: found.asOf, sheet: found.sheet, layout: found.askedLayout, ...answers }
  const rows = rowsInPlace(ctx.db, found.id)
  const reading = await whileReading(found.id, (watch) => readAgainstRegister(ctx, { bytes, name: found.fileName }, query, { watch, keep: rows.keep }))
  if (input.columns && !input.forgetHeadings) await rememberStated(ctx, found, reading, input.columns)
  await (reading.refusal ? rows.forget() : rows.kept())
  const version = await keepReading(ctx.db, found.id, {
    state: reading.refusal ? 'refused' : 'toSettle', layout: reading.layout, asOf: found.asOf, refusal: reading.refusal, preview: reading.preview, answers,
  })
  await ctx.audit({ event: 'importExport.read', subject: { type: 'import', id: found.id }, organisationId: found.organisationId, facts: { ...reading.preview.counts, refusal: reading.refusal } })
  return { ...(reading.preview as any), version }
}

type Previewed = { bytes: Uint8Array; name: string; organisationId?: string | undefined; asOf?: PlainDate | undefined; sheet?: string | undefined; layout?: LayoutName | undefined; withReport?: boolean } & Settling

/** The workbook of a reading that is not kept, with its results; whoever runs the program at the machine takes it. */
function reportOfPreview(ctx: Ctx, file: { bytes: Uint8Array; name: string }, reading: Reading): Promise<Buffer> {
  const { preview, rows, asOf, onlyHere, nameByCode } = reading
  const { findings, skipped, sheets } = preview as unknown as Pick<Reported, 'findings' | 'skipped' | 'sheets'>
  return reportOf({
    bytes: file.bytes, fileName: file.name, asOf, findings, skipped, sheets, onlyHere, rows: rows.map((row) => ({ ...row, written: false })),
    nameOfCell: (code) => nameByCode.get(code) ?? code, taken: fillIn(reportWords.preview, { name: ctx.actor.name, day: ctx.today }),
  })
}

/** What reading a file would find, without keeping anything: the preview of the command line. */
export async function previewList(ctx: Ctx, input: Previewed): Promise<Reading & { report: Buffer | null }> {
  const organisationId = input.organisationId ?? ctx.actor.organisationId ?? (await findTop(ctx.db, ctx.today))?.id ?? ''
  await ctx.authorise('importExport.read', organisationId ? { organisationId } : 'own part')
  const reading = await readAgainstRegister(ctx, input, { organisationId, asOf: input.asOf ?? null, sheet: input.sheet ?? null, layout: input.layout ?? null, answers: input.answers, accepted: input.accepted })
  return { ...reading, report: input.withReport && !reading.refusal ? await reportOfPreview(ctx, input, reading) : null }
}
