import { rowsKnown, sql, type Sql } from '../../../platform/action/index.ts'

const statements = (table: string, knownAt: string | undefined): Sql => (knownAt ? rowsKnown(table, knownAt) : sql`(select * from ${rowsKnown(table, undefined)} where superseded_at is null)`)

/** Who stands above whom on which days, as known at a moment; without one, as known now. */
export const closureKnown = (knownAt: string | undefined): Sql => rowsKnown('organisations.closure', knownAt)

/** Names, types and competences, as known at a moment; without one, as known now. */
export const versionsKnown = (knownAt: string | undefined): Sql => statements('organisations.version', knownAt)

/** Under which parent each organisation stands, as known at a moment; without one, as known now. */
export const placementsKnown = (knownAt: string | undefined): Sql => statements('organisations.placement', knownAt)
