import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type { FileAnswer } from '../../platform/http/index.ts'
import { fillIn } from '../../platform/words.ts'
import { exportedForms, exportedLists } from '../../capabilities/exports/index.ts'
import { tell, tellJson } from './answer.ts'
import { readArguments, WrongUse } from './arguments.ts'
import type { Installation } from './installation.ts'
import { invoke } from './invoke.ts'
import { withInstallation } from './keeping.ts'
import { organisationOfCode } from './lists.ts'
import { words } from './messages.vi.ts'

const options = ['organisation', 'as-of', 'known-at', 'out', 'reason', 'filter'] as const
type Values = ReturnType<typeof readArguments<(typeof options)[number]>>['values']

/** Name by which the terminal asks for the national input file. */
const INPUT_FILE = '4.0'

function filterOf(text: string | undefined): Record<string, unknown> {
  if (!text) return {}
  try {
    const filter: unknown = JSON.parse(text)
    if (typeof filter === 'object' && filter !== null && !Array.isArray(filter)) return filter as Record<string, unknown>
  } catch {
    // Told below, like anything else that is no filter.
  }
  throw new WrongUse(fillIn(words.notAFilter, { text }))
}

/** The field in which a list takes the organisation. */
const placeField = (list: string): string => (list === 'organisations' ? 'root' : 'organisationId')

async function taken(installation: Installation, list: string, values: Values): Promise<FileAnswer> {
  const organisationId = await organisationOfCode(installation, values.organisation)
  const reason = values.reason || words.exportReason
  if (list === INPUT_FILE) return invoke(installation, 'exports', 'exportInputFile', { organisationId, asOf: values['as-of'], reason })
  const asked = {
    ...filterOf(values.filter), ...(organisationId ? { [placeField(list)]: organisationId } : {}),
    ...(values['as-of'] ? { asOf: values['as-of'] } : {}), ...(values['known-at'] ? { knownAt: values['known-at'] } : {}),
  }
  return invoke(installation, 'audit', 'exportList', { list, asked, reason })
}

/** `dangvu export LIST|4.0 --out FILE`: a list as a numbered workbook, or the national input file of a cell. */
export async function exportFile(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, options)
  const [list] = positionals
  const known = [INPUT_FILE, ...Object.keys(exportedLists), ...Object.keys(exportedForms)]
  if (!list || !known.includes(list)) throw new WrongUse(fillIn(words.exportUnknown, { list: list ?? '', known: known.join(', ') }))
  return withInstallation(values, async (installation) => {
    const { content, fileName, facts } = await taken(installation, list, values)
    const out = values.out ?? fileName
    await pipeline(Buffer.isBuffer(content) ? Readable.from([content]) : content, createWriteStream(out, { mode: 0o600 }))
    tell(fillIn(words.exported, { ...facts, file: out }))
    if (values.json) tellJson({ list, file: out, exportNumber: facts.number, rows: facts.rows, bytes: (await stat(out)).size })
    return 0
  })
}
