import sql, { empty, join, raw, type Sql } from 'sql-template-tag'

export { sql, join, raw, empty, type Sql }

/** What queries need of a connection: a transaction in progress, on one client. */
export interface Db {
  /** All rows. */
  rows<R>(query: Sql): Promise<R[]>
  /** First row, if any. */
  first<R>(query: Sql): Promise<R | undefined>
  /** The only row; a missing row is a bug. */
  one<R>(query: Sql): Promise<R>
  /** Runs a change; number of rows touched. */
  run(query: Sql): Promise<number>
  /** A statement prepared once on each connection; for the few hottest queries. */
  prepared<R>(name: string, query: Sql): Promise<R[]>
}

/** A question put to the database now whose answer is awaited later; that it failed is told to whoever awaits it, and to nobody before. */
export function begun<T>(asked: Promise<T>): Promise<T> {
  asked.catch(() => undefined)
  return asked
}

type Client = { query(config: { text: string; values: unknown[]; name?: string }): Promise<{ rows: unknown[]; rowCount: number | null }> }

/** A `Db` that can tell when every question put to it was answered; a transaction ends after them. */
export type AnsweringDb = Db & { allAnswered(): Promise<void> }

/** The `Db` of one client of the pool. */
export function dbOf(client: Client): AnsweringDb {
  // A client answers one question at a time; one that is put meanwhile waits here for its turn.
  let answered: Promise<unknown> = Promise.resolve()
  const ask = (query: Sql, name?: string) => {
    const asked = answered.then(() => client.query({ text: query.text, values: query.values as unknown[], ...(name ? { name } : {}) }))
    answered = asked.catch(() => undefined)
    return asked
  }
  return {
    rows: async <R>(query: Sql) => (await ask(query)).rows as R[],
    first: async <R>(query: Sql) => (await ask(query)).rows[0] as R | undefined,
    async one<R>(query: Sql) {
      const { rows } = await ask(query)
      if (rows.length !== 1) throw new Error(`Expected one row, got ${rows.length}: ${query.text.slice(0, 200)}`)
      return rows[0] as R
    },
    run: async (query) => (await ask(query)).rowCount ?? 0,
    prepared: async <R>(name: string, query: Sql) => (await ask(query, name)).rows as R[],
    async allAnswered() {
      for (let last: unknown; last !== answered;) await (last = answered)
    },
  }
}
