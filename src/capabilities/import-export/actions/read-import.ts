import { fold, type PlainDate } from '../../../kernel/index.ts'
import { begun, type Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { alikeOfEach, type AlikePerson } from '../../duplicates/index.ts'
import { otherBirthsKept } from '../../member-sheet/index.ts'
import type { importExportContract } from '../contract.ts'
import type { AssignableField, ColumnReading } from '../assignable-fields.ts'
import { columnsLeaveNoList, notInState, readingCancelled } from '../errors.ts'
import type { LayoutName } from '../layout-names.ts'
import { asWeWroteIt, matcher, type Checked, type KnownPerson, type MatchedRow } from '../matching.ts'
import { whileReading } from '../running-readings.ts'
import { keyOf, RegisterQuestions } from '../register-questions.ts'
import { isAnybodyRegistered, peopleAlike } from '../queries/elsewhere.ts'
import { reportWords, stateNames } from '../messages.vi.ts'
import { readMemberList, type Answer, type Finding, type MemberListReading, type ReadRow, type TaughtHeadings } from '../reading/index.ts'
import { findTop } from '../../organisations/index.ts'
import { reportOf, type Reported } from './take-report.ts'
import { keepReading, lockImport, rowsInPlace, type Counts, type ImportRow } from '../queries/imports.ts'
import { forgetHeadings, headingsBySender, rememberHeadings } from '../queries/heading-map.ts'
import { notAmong, type OnlyHere } from '../queries/results.ts'
import { knownMembers, registerBelow } from '../queries/register.ts'

const rowKey = (row: { sheet: string; row: number }) => `${row.sheet} ${row.row}`

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

const shownSheets = (reading: MemberListReading) => reading.sheets.map(({ name, headerRows, dataRows, skippedRows, columns, fields, head }) => ({ name, headerRows, dataRows, skippedRows, columns, fields, head }))

/** Rows that would be written now. */
function countWritable(rows: readonly MatchedRow[]) {
  const ready = rows.filter((row) => !row.waits)
  return { new: ready.filter((row) => row.outcome === 'new').length, changed: ready.filter((row) => row.outcome === 'changed').length }
}

/** Findings with the person and the cell of their row. */
function shownFindings(reading: MemberListReading, isSettled: (finding: Finding) => boolean, nameByCode: ReadonlyMap<string, string>) {
  const people = new Map(reading.rows.map((row) => [rowKey(row), row]))
  return reading.findings.map((f) => {
    const row = people.get(rowKey(f))
    return { ...f, settled: isSettled(f), name: row?.fields.fullName ?? row?.nameAsWritten ?? null, cell: nameByCode.get(row?.fields.cellCode ?? '') ?? null }
  })
}

/** Names of the cells that findings speak of by code. */
function cellNamesIn(findings: readonly Finding[], nameByCode: ReadonlyMap<string, string>): Record<string, string> {
  const codes = findings.flatMap((f) => [(f.read as { cell?: string } | undefined)?.cell ?? '', ...(f.choices ?? []), typeof f.answer === 'string' ? f.answer : ''])
  return Object.fromEntries([...new Set(codes)].flatMap((code) => { const name = nameByCode.get(code); return name ? [[code, name]] : [] }))
}

/** Letter of the column whose heading fits, on the first sheet that has one. */
const letterOf = (reading: MemberListReading, heading: RegExp): string | undefined =>
  reading.sheets.flatMap(({ columns = [] }) => columns).find((column) => heading.test(fold(column)))?.split(' ')[0]

/** What the national program wrote beside each row of a file that it checked. */
function checkedRows(reading: MemberListReading): ReadonlyMap<string, Checked> {
  const [result, detail] = [letterOf(reading, /^[a-z]+ ket qua kiem tra$/), letterOf(reading, /^[a-z]+ chi tiet loi$/)]
  if (!result) return new Map()
  return new Map(reading.rows.flatMap((row) => (row.written?.[result] ? [[rowKey(row), { result: row.written[result], detail: (detail && row.written[detail]) || null }] as const] : [])))
}

/** A reading in which what we wrote ourselves is taken for what it is. */
function withoutOwn(reading: MemberListReading, known: Parameters<typeof asWeWroteIt>[1]): MemberListReading {
  const { rows, findings } = asWeWroteIt(reading, known)
  if (findings === reading.findings) return reading
  const remarked = new Set(findings.map(rowKey))
  return { ...reading, rows, findings, cleanRows: rows.filter((row) => !remarked.has(rowKey(row))).length }
}

export type Reading = {
  preview: Record<string, unknown> & { counts: Counts }; rows: MatchedRow[]; asOf: PlainDate; layout: string | null; refusal: string | null
  /** Members to whom no row led, and the names of the cells. */
  onlyHere: OnlyHere[]; nameByCode: ReadonlyMap<string, string>
}

/** Whom the new rows of a list are like, by their place; a member that another row leads to exactly is not asked about. */
async function alikeByRow(ctx: Ctx, fresh: readonly MatchedRow[], taken: ReadonlySet<string>, idByCode: ReadonlyMap<string, string>): Promise<Map<string, AlikePerson[]>> {
  const said = fresh.map(({ values }) => ({
    fullName: values.fullName ?? '', otherNames: values.otherName ? [values.otherName] : [], sex: values.sex ?? null, bornOn: values.bornOn ?? null, nativePlace: values.nativePlace ?? null, phone: values.phone ?? null,
    identityNumbers: [values.identityNumber, values.oldIdentityNumber].filter((number): number is string => !!number), cardNumbers: values.cardNumber ? [values.cardNumber] : [],
    cellId: idByCode.get(values.cellCode ?? '') ?? null,
  }))
  const found = await alikeOfEach(ctx, said)
  return new Map(fresh.map((row, i) => [keyOf(row), found[i]!.filter(({ personId }) => !taken.has(personId))]))
}

type Register = { isRegistered: boolean; known: readonly KnownPerson[]; asOf: PlainDate; answers: readonly Answer[]; idByCode: ReadonlyMap<string, string> }

/** What the register makes questionable in a list: another state of a known member, somebody who left, a member of another organisation, somebody alike. */
async function questionsOf(ctx: Ctx, sheets: MemberListReading['sheets'], matched: readonly MatchedRow[], { known, asOf, answers, idByCode }: Register): Promise<RegisterQuestions> {
  const byId = new Map(known.map((person) => [person.personId, person]))
  const fresh = matched.filter((row) => row.outcome === 'new')
  const elsewhere = (await peopleAlike(ctx.db, fresh.map(({ values }) => values), asOf)).filter(({ personId }) => !byId.has(personId))
  const taken = new Set(matched.flatMap(({ personId }) => personId ?? []))
  return new RegisterQuestions(sheets, { known: byId, elsewhere, alike: await alikeByRow(ctx, fresh, taken, idByCode) }, answers, taken)
}

/** Takes rows that are held against the register, to keep them; what it answers may be awaited, so that the next are held against it meanwhile. */
type Keep = (rows: readonly MatchedRow[], asOf: PlainDate) => Promise<void>

const HELD_AT_ONCE = 500

/** Holds the rows of a list against the register, and hands them on part by part. Answers all of them, and what is asked of the register. */
async function holdAgainst(ctx: Ctx, reading: MemberListReading, register: Register, isSettled: (finding: Finding) => boolean, keep: Keep): Promise<{ rows: MatchedRow[]; findings: readonly Finding[] }> {
  const waiting = new Set(reading.findings.filter((f) => f.kind === 'proposal' && !isSettled(f)).map(rowKey))
  const checks = checkedRows(reading)
  const match = matcher(register.known, new Set(reading.findings.filter((f) => f.kind === 'error' && f.answer === undefined).map(rowKey)))
  // Into an empty register everybody comes new, and there is nobody to be like: there no row has to wait for what the others lead to.
  const matched = register.isRegistered ? reading.rows.map(match) : []
  const questions = await questionsOf(ctx, reading.sheets, matched, register)
  const heldAgainst = (read: ReadRow, nth: number): MatchedRow => {
    const row = questions.ask(matched[nth] ?? match(read), read)
    const [checked, waits] = [checks.get(rowKey(row)), waiting.has(rowKey(row))]
    // A row whose sure reading nobody accepted yet is shown with what it would do, and written only once accepted.
    return checked || waits ? { ...row, waits, checked: checked ?? null } : row
  }
  const rows: MatchedRow[] = []
  for (let start = 0; start < reading.rows.length; start += HELD_AT_ONCE) {
    const part = reading.rows.slice(start, start + HELD_AT_ONCE).map((read, i) => heldAgainst(read, start + i))
    rows.push(...part)
    await keep(part, register.asOf)
  }
  return { rows, findings: questions.findings }
}

/** Rows on which nothing but these further findings stands. */
function newlyRemarked(before: readonly Finding[], further: readonly Finding[]): number {
  const remarked = new Set(before.map(rowKey))
  return new Set(further.map(rowKey).filter((key) => !remarked.has(key))).size
}

/** What the headings of the senders below an organisation are remembered to mean. */
async function taughtHeadings(ctx: Ctx, organisationId: string, idByCode: ReadonlyMap<string, string>): Promise<{ taught?: Readonly<Record<string, TaughtHeadings>> }> {
  const bySender = await headingsBySender(ctx.db)
  if (bySender.size === 0) return {}
  const asked = bySender.get(organisationId)
  const byCode = [...idByCode].flatMap(([code, id]) => (bySender.has(id) ? [[code, bySender.get(id)!] as const] : []))
  return { taught: { ...Object.fromEntries(byCode), ...(asked ? { '': asked } : {}) } }
}

/** Reads the bytes and holds them against the register of an organisation. Writes nothing by itself: `keep` is handed the rows. */
export async function readAgainstRegister(
  ctx: Ctx, file: { bytes: Uint8Array; name: string },
  query: { organisationId: string; asOf: PlainDate | null; sheet: string | null; layout: LayoutName | null } & Settling,
  { keep = () => Promise.resolve(), watch }: { keep?: Keep; watch?: Parameters<typeof readMemberList>[4] } = {},
): Promise<Reading> {
  const { register, idByCode, nameByCode } = await registerBelow(ctx.db, query.organisationId, query.asOf ?? ctx.today)
  // Asked while the workbook is read in a thread of its own.
  const ourselves = begun(Promise.all([isAnybodyRegistered(ctx.db), otherBirthsKept(ctx.db)]))
  const raw = await readMemberList(file.bytes, file.name, {
    register, today: ctx.today, answers: query.answers, ...(query.asOf ? { asOf: query.asOf } : {}), ...(query.sheet ? { sheet: query.sheet } : {}),
    ...(query.layout ? { layout: query.layout } : {}), ...(query.columns?.length ? { columns: query.columns } : {}), ...(await taughtHeadings(ctx, query.organisationId, idByCode)),
  }, {}, watch)
  const nothing = { new: 0, changed: 0, same: 0, doubtful: 0, faulty: 0, onlyHere: 0 }
  if (raw.outcome === 'refuse')
    return {
      preview: { outcome: 'refuse', reason: raw.reason, message: raw.message, layout: null, asOf: null, organisation: null, sheets: [], dataRows: 0, cleanRows: 0, counts: nothing, skipped: [], findings: [] },
      rows: [], asOf: ctx.today, layout: null, refusal: raw.reason, onlyHere: [], nameByCode,
    }
  const asOf = query.asOf ?? (raw.asOf && raw.asOf <= ctx.today ? raw.asOf : ctx.today)
  const scopeId = (raw.organisation && idByCode.get(raw.organisation.code)) ?? query.organisationId
  const [isRegistered, otherBirths] = await ourselves
  const known = isRegistered ? (await knownMembers(ctx.db, scopeId, asOf)).map((person) => ({ ...person, otherBirth: otherBirths.get(person.personId) ?? null })) : []
  const reading = withoutOwn(raw, known)
  const isSettled = settledBy(query)
  const { rows, findings: asked } = await holdAgainst(ctx, reading, { isRegistered, known, asOf, answers: query.answers, idByCode }, isSettled, keep)
  const findings = [...reading.findings, ...asked]
  return {
    rows, asOf, layout: reading.layout, refusal: null, nameByCode, onlyHere: notAmong(known, new Set(rows.flatMap((row) => row.personId ?? []))),
    preview: {
      outcome: 'import', layout: reading.layout, asOf, organisation: reading.organisation?.code ?? null, scopeId,
      organisationName: register.organisations.find(({ code }) => code === reading.organisation?.code)?.name ?? null, sheets: shownSheets(reading), remembered: reading.remembered,
      dataRows: reading.dataRows, cleanRows: reading.cleanRows - newlyRemarked(reading.findings, asked), counts: countRows(rows, known.length), writable: countWritable(rows), cellNames: cellNamesIn(findings, nameByCode),
      skipped: reading.skipped.map(({ sheet, row, kind, text }) => ({ sheet, row, kind, text })),
      findings: shownFindings({ ...reading, findings }, isSettled, nameByCode),
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
  await rows.kept()
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
