import { sql, type Db } from '../../../platform/action/index.ts'
import { assignableFields, type AssignableField } from '../assignable-fields.ts'
import type { TaughtHeadings } from '../reading/index.ts'

// The column of the table takes no null: a heading that is not to be read is kept under this word.
const NOT_READ = 'known'

const isAssignable = (field: string): field is AssignableField => (assignableFields as readonly string[]).includes(field)

/** What headings mean to each sender of one's part, by the identifier of the organisation. */
export async function headingsBySender(db: Db): Promise<ReadonlyMap<string, TaughtHeadings>> {
  const rows = await db.rows<{ organisationId: string; heading: string; field: string }>(sql`
    select organisation_id as "organisationId", heading, field from import_export.heading_map`)
  const bySender = new Map<string, Record<string, AssignableField | null>>()
  for (const { organisationId, heading, field } of rows) {
    if (field !== NOT_READ && !isAssignable(field)) continue
    bySender.set(organisationId, { ...bySender.get(organisationId), [heading]: field === NOT_READ ? null : field })
  }
  return bySender
}

/** Remembers what a sender means by headings; what was remembered of the same headings before is replaced. */
export async function rememberHeadings(db: Db, organisationId: string, headings: readonly { heading: string; field: AssignableField | null }[]): Promise<void> {
  await db.run(sql`
    insert into import_export.heading_map (organisation_id, heading, field)
    select ${organisationId}, heading, max(field) from jsonb_to_recordset(${JSON.stringify(headings.map(({ heading, field }) => ({ heading, field: field ?? NOT_READ })))}::jsonb) r (heading text, field text)
    group by heading
    on conflict (organisation_id, heading) do update set field = excluded.field, recorded_at = platform.moment()`)
}

/** Forgets what a sender means by these headings. */
export function forgetHeadings(db: Db, organisationId: string, headings: readonly string[]): Promise<number> {
  return db.run(sql`delete from import_export.heading_map where organisation_id = ${organisationId} and heading = any (${[...headings]}::text[])`)
}
