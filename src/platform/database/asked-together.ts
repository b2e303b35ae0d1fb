import pg from 'pg'
import { columnTypes } from './column-types.ts'

/** A statement with its values; under a name it is prepared once on each connection. */
export type Statement = { readonly text: string; readonly values: readonly unknown[]; readonly name?: string | undefined }

type Rows = Record<string, unknown>[]
type Column = { readonly name: string; readonly parse: (value: string) => unknown }

/** What is used of a connection of `pg` (its messages to the server, and what it remembers to have prepared). */
type Wire = {
  readonly stream: { cork(): void; uncork(): void }
  readonly parsedStatements: Record<string, string>
  parse(message: object): void
  bind(message: object): void
  describe(message: object): void
  execute(message: object): void
  sync(): void
}

const prepareValue = (pg as unknown as { utils: { prepareValue(value: unknown): unknown } }).utils.prepareValue

/** Columns of the named statements that a connection has answered before: they need not be described again. */
const columnsKnown = new WeakMap<Wire, Map<string, readonly Column[]>>()

function knownOn(wire: Wire): Map<string, readonly Column[]> {
  const known = columnsKnown.get(wire) ?? new Map<string, readonly Column[]>()
  columnsKnown.set(wire, known)
  return known
}

/** Statements of which `pg` sends all messages at once and reads all answers; it calls the `handle…` methods in the order of the protocol. */
class AskedTogether {
  private readonly rows: Rows[]
  private readonly columns: (readonly Column[] | undefined)[]
  private wire!: Wire
  private at = 0

  constructor(private readonly statements: readonly Statement[], readonly callback: (error: Error | null, rows?: Rows[]) => void) {
    this.rows = statements.map(() => [])
    this.columns = statements.map(() => undefined)
  }

  submit(wire: Wire): Error | null {
    this.wire = wire
    wire.stream.cork()
    try {
      this.statements.forEach((statement, i) => this.send(statement, i))
      wire.sync()
    } finally {
      wire.stream.uncork()
    }
    return null
  }

  private send({ text, values, name }: Statement, i: number): void {
    const isPrepared = name !== undefined && this.wire.parsedStatements[name] !== undefined
    if (isPrepared && this.wire.parsedStatements[name] !== text) throw new Error(`Two statements have the name ${name}`)
    if (!isPrepared) this.wire.parse({ text, name: name ?? '' })
    this.wire.bind({ statement: name ?? '', values, valueMapper: prepareValue })
    this.columns[i] = isPrepared ? knownOn(this.wire).get(name) : undefined
    if (!this.columns[i]) this.wire.describe({ type: 'P', name: '' })
    this.wire.execute({ portal: '' })
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.columns[this.at] = fields.map(({ name, dataTypeID }) => ({ name, parse: columnTypes.getTypeParser(dataTypeID, 'text') as Column['parse'] }))
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const columns = this.columns[this.at]!
    const row: Record<string, unknown> = {}
    for (let i = 0; i < columns.length; i++) row[columns[i]!.name] = fields[i] === null ? null : columns[i]!.parse(fields[i]!)
    this.rows[this.at]!.push(row)
  }

  handleCommandComplete(): void {
    this.at++
  }

  handleReadyForQuery(): void {
    this.statements.forEach(({ name, text }, i) => {
      if (name === undefined) return
      this.wire.parsedStatements[name] = text
      if (this.columns[i]) knownOn(this.wire).set(name, this.columns[i]!)
    })
    this.callback(null, this.rows)
  }

  handleError(error: Error): void {
    this.callback(error)
  }
}

/**
 * Asks several statements in one message and one transaction of their own, which ends with them: settings that an earlier one makes for
 * the transaction hold for the later ones. Answers the rows of each. After a failure the connection is not to be used again: what it has
 * prepared is not known.
 */
export function askTogether(client: pg.PoolClient, statements: readonly Statement[]): Promise<Rows[]> {
  return new Promise((resolve, reject) => {
    client.query(new AskedTogether(statements, (error, rows) => (error ? reject(error) : resolve(rows!))) as unknown as pg.Submittable)
  })
}
