import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'

/** Name of an organisation on a day, also outside one's part: a name alone is no secret. */
export async function nameOn(db: Db, organisationId: string, on: PlainDate): Promise<string> {
  const { name } = await db.one<{ name: string | null }>(sql`select organisations.name_on(${organisationId}, ${on}::date) as name`)
  return name ?? ''
}
