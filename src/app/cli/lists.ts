import { readFile, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { runReading } from '../../platform/action/index.ts'
import { fillIn } from '../../platform/words.ts'
import { layoutNames, previewList, type LayoutName } from '../../capabilities/import-export/index.ts'
import { tell, tellJson } from './answer.ts'
import { dayOption, readArguments, WrongUse } from './arguments.ts'
import type { Installation } from './installation.ts'
import { invoke } from './invoke.ts'
import { withInstallation } from './keeping.ts'
import { words } from './messages.vi.ts'

async function readFileOrWrongUse(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code ? new WrongUse(fillIn(words.notAFile, { path })) : error
  }
}

async function readJsonOrWrongUse(path: string): Promise<unknown> {
  const text = (await readFileOrWrongUse(path)).toString('utf8')
  try { return JSON.parse(text) } catch { throw new WrongUse(fillIn(words.notJson, { path })) }
}

/** `dangvu organisations import FILE`: takes a register of organisations into the tree. */
export async function organisations(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, ['top-name'])
  const [verb, path] = positionals
  if (verb !== 'import' || !path) throw new WrongUse('dangvu organisations import TỆP.json')
  const register = await readJsonOrWrongUse(path)
  return withInstallation(values, async (installation) => {
    const report = await invoke(installation, 'organisations', 'registerOrganisations', { register, topName: values['top-name'] })
    tell(fillIn(words.organisationsImported, { added: report.added, same: report.same }))
    if (values.json) tellJson(report)
    return 0
  })
}

const options = ['as', 'sheet', 'organisation', 'as-of', 'answers', 'report'] as const

type ImportValues = ReturnType<typeof readArguments<(typeof options)[number], 'preview' | 'commit'>>['values']

async function answersOf(path: string | undefined): Promise<Settled> {
  if (!path) return {}
  const content = await readJsonOrWrongUse(path)
  return Array.isArray(content) ? { answers: content } : (content as Settled)
}

/** What the published shape of a preview holds; the rest is for the screen. */
const published = ({ outcome, reason, layout, sheets, dataRows, cleanRows, counts, skipped, findings }: any) => ({
  outcome, ...(reason ? { reason } : {}), layout,
  sheets: sheets.map(({ name, headerRows, dataRows: rows, skippedRows }: any) => ({ name, headerRows, dataRows: rows, skippedRows })),
  dataRows, cleanRows, counts,
  skipped: skipped.map(({ sheet, row, kind }: any) => ({ sheet, row, kind })),
  findings: findings.map(({ sheet, row, column, kind, code, raw, read, choices, message }: any) => ({ sheet, row, column, kind, code, raw, ...(read === undefined ? {} : { read }), ...(choices ? { choices } : {}), message })),
})

/** The organisation of a code, as it is today or was last; none without a code. */
export async function organisationOfCode(installation: Installation, code: string | undefined): Promise<string | undefined> {
  if (!code) return undefined
  const { rows } = await installation.database.owner.query<{ id: string }>(
    `select organisation_id as id from organisations.version where code = $1 and superseded_at is null order by valid_during @> $2::date desc, lower(valid_during) desc limit 1`,
    [code, installation.clock.today()])
  if (!rows[0]) throw new WrongUse(fillIn(words.noSuchOrganisation, { code }))
  return rows[0].id
}

/** The layout asked for; `undefined` = the headings decide. */
function layoutOf(asked: string | undefined): LayoutName | undefined {
  if (asked === undefined || asked === 'auto') return undefined
  const known = layoutNames.find((name) => name === asked)
  if (!known) throw new WrongUse(fillIn(words.unknownLayout, { layout: asked, known: layoutNames.join(', ') }))
  return known
}

/** Puts the returned workbook where it was asked for, readable by its owner alone. */
async function keepReport(path: string | undefined, workbook: Buffer | null): Promise<void> {
  if (!path || !workbook) return
  try {
    await writeFile(path, workbook, { mode: 0o600 })
  } catch {
    throw new WrongUse(fillIn(words.reportNotWritten, { path }))
  }
}

type Settled = { answers?: unknown[]; accepted?: unknown }

/** A preview from the terminal leaves nothing behind, not even the file. */
async function previewImport(installation: Installation, path: string, values: ImportValues, settled: Settled): Promise<number> {
  const bytes = await readFileOrWrongUse(path)
  const organisationId = await organisationOfCode(installation, values.organisation)
  const { preview, report } = await runReading(installation.ports, 'keeper', previewList, {
    bytes, name: basename(path), organisationId, asOf: values['as-of'], sheet: values.sheet, layout: layoutOf(values.as), answers: settled.answers ?? [], accepted: settled.accepted ?? [], withReport: values.report !== undefined,
  } as unknown as Parameters<typeof previewList>[1])
  await keepReport(values.report, report)
  if (preview.message) tell(String(preview.message))
  tellJson(published(preview))
  return preview.outcome === 'refuse' ? 1 : 0
}

async function commitFile(installation: Installation, path: string, values: ImportValues, settled: Settled): Promise<number> {
  const bytes = await readFileOrWrongUse(path)
  const { id } = await invoke(installation, 'importExport', 'startImport', {
    file: new File([new Uint8Array(bytes)], basename(path)), organisationId: await organisationOfCode(installation, values.organisation),
    asOf: values['as-of'], sheet: values.sheet, layout: layoutOf(values.as),
  })
  const preview = await invoke(installation, 'importExport', 'readImport', { id, ...settled })
  if (preview.outcome === 'refuse') {
    if (preview.message) tell(preview.message)
    tellJson(published(preview))
    return 1
  }
  const { importId, written, waiting } = await invoke(installation, 'importExport', 'commitImport', { id, version: preview.version })
  if (values.report) await keepReport(values.report, (await invoke(installation, 'importExport', 'takeImportReport', { id })).content)
  tellJson({ ...published(preview), importId, written: { ...written, waiting } })
  return 0
}

/** `dangvu import FILE --preview|--commit` and `dangvu import undo ID`. */
export async function importList(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, options, ['preview', 'commit'])
  const [first, second] = positionals
  if (first === 'undo' && second)
    return withInstallation(values, async (installation) => {
      const report = await invoke(installation, 'importExport', 'undoImport', { id: second })
      tell(words.importUndone)
      tellJson(report)
      return 0
    })
  if (!first || values.preview === values.commit) throw new WrongUse('dangvu import TỆP --preview|--commit')
  layoutOf(values.as)
  dayOption('as-of', values['as-of'])
  if (values.report && resolve(values.report) === resolve(first)) throw new WrongUse(words.reportOverFile)
  const settled = await answersOf(values.answers)
  return withInstallation(values, (installation) => (values.commit ? commitFile : previewImport)(installation, first, values, settled))
}
