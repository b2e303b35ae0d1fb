import { sql, type Db } from '../../../platform/action/index.ts'

/** When a measure, and what came after it, were entered. */
export type Moments = { readonly recordedAt: string; readonly secondAt: string | null; readonly thirdAt: string | null }

const byId = (rows: readonly (Moments & { id: string })[]): ReadonlyMap<string, Moments> => new Map(rows.map(({ id, ...moments }) => [id, moments]))

/** Of each discipline of a person: when it, its complaint and its review were entered. */
export const disciplineMoments = async (db: Db, personId: string): Promise<ReadonlyMap<string, Moments>> => byId(await db.rows(sql`
  select id, recorded_at as "recordedAt", complaint_recorded_at as "secondAt", review_recorded_at as "thirdAt" from lifecycle.discipline where person_id = ${personId}`))

/** Of each suspension of a person: when it, its extension and its lifting were entered. */
export const suspensionMoments = async (db: Db, personId: string): Promise<ReadonlyMap<string, Moments>> => byId(await db.rows(sql`
  select id, recorded_at as "recordedAt", extension_recorded_at as "secondAt", lifting_recorded_at as "thirdAt" from lifecycle.suspension where person_id = ${personId}`))
