import type { Pool, PoolClient } from 'pg'
import type { Chronicle, Row, Value } from './chronicle.ts'
import { layBadges } from './badges.ts'
import { layCards } from './cards.ts'
import { layConferences } from './conferences.ts'
import { layEndings } from './endings.ts'
import { layDossiers } from './dossiers.ts'
import { layAsides } from './faults.ts'
import { layMeasures } from './measures.ts'
import { layReconciliations } from './reconciling.ts'
import { layReports } from './reports.ts'
import { layReorganisations } from './reorganisations.ts'
import { layTransfers } from './transfers.ts'
import { layDuplicates } from './duplicates.ts'
import { makerName, progressWords } from './messages.vi.ts'

export type Progress = (done: number, total: number, words: string) => void

/** Tables in the order in which rows may refer to each other. */
const ORDER = [
  'organisations.act', 'organisations.organisation', 'organisations.version', 'organisations.placement', 'organisations.committee',
  'access.account', 'access.role_holding',
  'members.person', 'members.person_version', 'members.membership', 'members.status', 'members.placement', 'members.overlay', 'members.post', 'members.account_person',
  'sources_and_targets.prospect', 'sources_and_targets.mentor_assignment', 'sources_and_targets.remark', 'sources_and_targets.awareness_certificate',
  'sources_and_targets.target', 'sources_and_targets.mass_review',
  'admission.case_file', 'admission.act', 'admission.document', 'admission.scan', 'admission.verification', 'admission.vote', 'admission.return', 'admission.return_reason', 'admission.mentor_remark',
  'reminders.reminder', 'reminders.assignment',
  'member_sheet.value', 'member_sheet.entry', 'member_sheet.campaign', 'member_sheet.supplement', 'member_sheet.proposal',
]

/** Rows sent at once. */
const BATCH = 4000

/** Writes everything in one transaction, rebuilds what is derived, and leaves one entry in the trail. */
export async function writeChronicle(owner: Pool, chronicle: Chronicle, onProgress: Progress): Promise<void> {
  const missing = [...chronicle.tables.keys()].filter((table) => !ORDER.includes(table))
  if (missing.length > 0) throw new Error(`No place in the order of writing: ${missing.join(', ')}`)
  const total = ORDER.reduce((sum, table) => sum + chronicle.rowsOf(table).length, 0)
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('dangvu.today', $1, true), set_config('dangvu.now', $2, true)`, [chronicle.today, `${chronicle.today}T00:30:00Z`])
    let done = 0
    for (const table of ORDER) {
      const rows = chronicle.rowsOf(table)
      const types = rows.length > 0 ? await columnTypes(client, table) : {}
      for (let from = 0; from < rows.length; from += BATCH) {
        onProgress(done, total, progressWords[table.split('.')[0] as keyof typeof progressWords])
        const batch = rows.slice(from, from + BATCH)
        await insert(client, table, types, batch)
        done += batch.length
      }
    }
    onProgress(done, total, progressWords.finish)
    await finish(client, chronicle, total)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
  // Plans made without statistics would be those of an empty database.
  await owner.query(`analyze ${ORDER.join(', ')}, organisations.closure, organisations.succession, organisations.afterlife, reorganisation.plan, reports.report, reports.submission, reports.figure, reports.line, reports.basis, reorganisation.carried, dossiers.dossier, dossiers.item, lifecycle.badge, lifecycle.discipline, lifecycle.suspension, lifecycle.exemption, lifecycle.ending, lifecycle.ending_step, cards.card, cards.step, members.party_age_ruling, conferences.solution, transfers.transfer, transfers.step, transfers.letter, reconciling.entry, reconciling.statement, reconciling.difference, reconciling.agreed`)
}

async function finish(client: PoolClient, chronicle: Chronicle, rows: number): Promise<void> {
  await layReorganisations(client, chronicle.today)
  await client.query('select organisations.rebuild_closure()')
  await layDossiers(client, chronicle.today, chronicle.paperScans)
  await layBadges(client, chronicle.today)
  await layMeasures(client, chronicle.today)
  await layEndings(client, chronicle.today)
  await layCards(client, chronicle.today)
  await layTransfers(client, chronicle.today)
  await layReports(client, chronicle.today)
  await layAsides(client, chronicle.today)
  await layDuplicates(client, chronicle.today)
  await layConferences(client, chronicle.today)
  await layReconciliations(client, chronicle.today)
  await client.query('select audit.append($1)', [JSON.stringify({
    actorName: makerName, actorRole: 'keeper', event: 'demonstration.made', subjectType: 'demonstration', subjectId: String(chronicle.seed), facts: { seed: chronicle.seed, today: chronicle.today, rows },
  })])
}

async function columnTypes(client: PoolClient, table: string): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`, [table])
  return Object.fromEntries(rows.map(({ name, type }) => [name, type]))
}

const asText = (value: Value): string | null => (value === null || value === undefined ? null : String(value))

async function insert(client: PoolClient, table: string, types: Record<string, string>, rows: readonly Row[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const unknown = columns.filter((column) => !types[column])
  if (unknown.length > 0) throw new Error(`${table} has no column ${unknown.join(', ')}`)
  const values = columns.map((column) => rows.map((row) => asText(row[column])))
  await client.query(
    `insert into ${table} (${columns.join(', ')}) select ${columns.map((column) => `${column}::${types[column]}`).join(', ')}
     from unnest(${columns.map((_, i) => `$${i + 1}::text[]`).join(', ')}) as t (${columns.join(', ')})`, values)
}
