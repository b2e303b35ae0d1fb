import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { Refusal } from '../../kernel/index.ts'
import { fillIn } from '../../platform/words.ts'
import { tell, tellJson } from './answer.ts'
import { readArguments, WrongUse } from './arguments.ts'
import type { Installation } from './installation.ts'
import { invoke } from './invoke.ts'
import { withInstallation } from './keeping.ts'
import { words } from './messages.vi.ts'

const KINDS = /\.(pdf|jpe?g|png|webp|heic)$/i
const AT_ONCE = 500

type Found = { readonly path: string; readonly name: string }
type Match = { name: string; outcome: string; doubts: string[]; person: { id: string; fullName: string } | null; documentType: string | null; part: number | null; opened: boolean }
type Told = Match & { kept?: 'kept' | 'alreadyHere' | 'refused'; reason?: string }

/** Scans in a folder and below it, with their paths from it; nothing there is written to. */
async function scansIn(folder: string): Promise<Found[]> {
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw new WrongUse(fillIn(words.notAFolder, { path: folder }))
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile() && KINDS.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name)).toSorted().map((path) => ({ path, name: relative(resolve(folder, '..'), resolve(path)).slice(-300) }))
}

async function preview(installation: Installation, files: readonly Found[]): Promise<Match[]> {
  const matches: Match[] = []
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const asked = []
    for (const { path, name } of files.slice(from, from + AT_ONCE)) asked.push({ name, hash: createHash('sha256').update(await readFile(path)).digest('hex') })
    matches.push(...((await invoke(installation, 'dossiers', 'previewScans', { files: asked })) as { rows: Match[] }).rows)
  }
  return matches
}

/** Only what is matched for sure is kept; a refused file is told of, and the rest goes on. */
async function keepOne(installation: Installation, { path }: Found, match: Match): Promise<Told> {
  if (match.outcome !== 'matched') return match
  const { person, documentType, part } = match
  const file = new File([new Uint8Array(await readFile(path))], basename(path))
  try {
    const { alreadyHere } = await invoke(installation, 'dossiers', 'keepScan', { personId: person!.id, documentType, file, ...(part ? { part } : {}) })
    return { ...match, kept: alreadyHere ? 'alreadyHere' : 'kept' }
  } catch (error) {
    if (error instanceof Refusal) return { ...match, kept: 'refused', reason: error.code }
    throw error
  }
}

const countOf = (told: readonly Told[], is: (each: Told) => boolean) => told.filter(is).length

function summaryOf(told: readonly Told[]) {
  return {
    files: told.length, matched: countOf(told, (each) => each.outcome === 'matched'), doubtful: countOf(told, (each) => each.outcome === 'doubtful'), unknown: countOf(told, (each) => each.outcome === 'unknown'),
    alreadyHere: countOf(told, (each) => each.outcome === 'alreadyHere' || each.kept === 'alreadyHere'), kept: countOf(told, (each) => each.kept === 'kept'), refused: countOf(told, (each) => each.kept === 'refused'),
  }
}

/** `dangvu dossiers scans FOLDER --preview|--keep`: matches scans by their names, and keeps those that are sure. */
export async function dossiers(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, [], ['preview', 'keep'])
  const [verb, folder] = positionals
  if (verb !== 'scans' || !folder || values.preview === values.keep) throw new WrongUse('dangvu dossiers scans --preview|--keep')
  const files = await scansIn(folder)
  return withInstallation(values, async (installation) => {
    const matches = await preview(installation, files)
    const told: Told[] = []
    for (const [i, match] of matches.entries()) told.push(values.keep ? await keepOne(installation, files[i]!, match) : match)
    const summary = summaryOf(told)
    tell(fillIn(values.keep ? words.scansKept : words.scansMatched, summary))
    if (values.json) tellJson({ ...summary, rows: told.map(({ name, outcome, doubts, person, documentType, part, kept, reason }) => ({
      name, outcome, doubts, personId: person?.id ?? null, documentType, part, ...(kept ? { kept } : {}), ...(reason ? { reason } : {}) })) })
    return summary.refused > 0 ? 1 : 0
  })
}
