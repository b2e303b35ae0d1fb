import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'

/** The term of the committee of an organisation on a day; also of one above one's part. */
export const termOn = (db: Db, organisationId: string, on: PlainDate, knownAt?: string): Promise<{ name: string; from: PlainDate; until: PlainDate | null } | undefined> =>
  db.first(sql`select term_name as name, term_from as "from", term_until as until from organisations.term_on(${organisationId}, ${on}, ${knownAt ?? null})`)
