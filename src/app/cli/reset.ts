import type { Pool } from 'pg'
import { migrate } from '../../platform/database/index.ts'

/** Empties the database of a demonstration: every schema of the product goes, and the migrations run again. */
export async function emptyDatabase(owner: Pool): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')`)
  for (const { name } of rows) await owner.query(`drop schema "${name}" cascade`)
  await migrate(owner)
}
