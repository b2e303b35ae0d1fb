import type { PlainDate } from '../../kernel/index.ts'
import type { Ctx } from './context.ts'
import { raw, sql, type Db, type Sql } from './db.ts'

/** A reading as it was on a day, as known at a moment; without the moment, as known now. `past`: it is not that of now. */
export type Seen = { readonly on: PlainDate; readonly knownAt?: string | undefined; readonly past?: boolean }

/** From here on in this transaction, names are told as they were known at a moment; without one, as they are known now. */
export async function tellAsKnown(db: Db, knownAt: string | undefined): Promise<void> {
  await db.rows(sql`select set_config('dangvu.known_at', ${knownAt ?? ''}, true)`)
}

/** The rows of a table whose former states are kept (`<table>_known` stands beside it), as recorded by a moment; without one, as they stand now. */
export const rowsKnown = (table: string, knownAt: string | undefined): Sql => (knownAt ? sql`${raw(`${table}_known`)}(${knownAt}::timestamptz)` : raw(table))

/** The day in Việt Nam on which a moment lies. */
export const dayOfMoment = (moment: Sql): Sql => sql`(${moment} at time zone 'Asia/Ho_Chi_Minh')::date`

/** Whether something was recorded by a moment, inclusive; without one, always. A moment that is not known counts as recorded long ago. */
export const recordedBy = (column: Sql, knownAt: string | undefined): Sql => (knownAt ? sql`coalesce(${column} <= ${knownAt}::timestamptz, true)` : sql`true`)

/** Whether a statement stood at a moment: recorded by then and superseded by nothing recorded by then; without one, whether it stands now. */
export const stoodAt = (alias: string, knownAt: string | undefined): Sql => {
  const [recorded, superseded] = [raw(`${alias}.recorded_at`), raw(`${alias}.superseded_at`)]
  return knownAt ? sql`(${recorded} <= ${knownAt}::timestamptz and (${superseded} is null or ${superseded} > ${knownAt}::timestamptz))` : sql`${superseded} is null`
}

/** Whether a reading is not that of now: of another day, or as known at a moment. Nothing may be done from it. */
export const isPast = (ctx: Pick<Ctx, 'today'>, asked: { readonly asOf?: PlainDate | undefined; readonly knownAt?: string | undefined }): boolean =>
  asked.knownAt !== undefined || (asked.asOf !== undefined && asked.asOf !== ctx.today)

/** The day and the moment that a reading asks for; today when it names no day. */
export const seenBy = (ctx: Pick<Ctx, 'today'>, asked: { readonly asOf?: PlainDate | undefined; readonly knownAt?: string | undefined }): Seen =>
  ({ on: asked.asOf ?? ctx.today, knownAt: asked.knownAt, past: isPast(ctx, asked) })
