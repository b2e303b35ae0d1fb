import { sql, type Db } from '../../../platform/action/index.ts'

export type Opening = { at: string; by: string; role: string; what: string[]; reason: string | null; note: string | null }

type Row = { at: string; by: string; role: string; event: string; facts: { classes?: string[]; reason?: string; note?: string | null } }

/** What was looked at by entries that name no classes of the sheet. */
const lookedAt: Readonly<Record<string, readonly string[]>> = { 'members.revealed': ['identity'], 'exports.inputFileTaken': ['identity', 'religion'], 'memberSheet.photoSeen': ['photo'], 'dossiers.read': ['dossier'], 'dossiers.scanRead': ['scan'], 'admission.scanRead': ['scan'] }

const classesOf = ({ event, facts }: Row): string[] => [...(lookedAt[event] ?? facts.classes ?? [])]

/** Entries of the trail about looking at covered parts of a person's sheet, at the dossier on paper and at scans, newest first. */
export async function openingsOf(db: Db, personId: string): Promise<Opening[]> {
  const rows = await db.rows<Row>(sql`
    select recorded_at as at, actor_name as by, actor_role as role, event, facts
    from (select * from member_sheet.openings_of(${personId}) union all select * from member_sheet.openings_beside_sheet(${personId})) looked
    order by recorded_at desc limit 500`)
  return rows.map((row) => ({ at: row.at, by: row.by, role: row.role, what: classesOf(row), reason: row.facts.reason ?? null, note: row.facts.note ?? null }))
}
