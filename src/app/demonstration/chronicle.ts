import { plainDate, type PlainDate } from '../../kernel/index.ts'
import { addDays } from './calendar.ts'
import { Random } from './random.ts'

export type Value = string | number | boolean | null | undefined
export type Row = Readonly<Record<string, Value>>

/** The day from which the district's books are kept in the program; what is older was taken over on it. */
export const TAKEN_OVER_ON = plainDate('2015-08-03')
/** First day of the term 2015–2020 and the first day after it. */
export const TERM_FROM = plainDate('2015-08-01')
export const TERM_UNTIL = plainDate('2020-08-01')

/** Collects the rows of the demonstration, table by table; nothing is written here. */
export class Chronicle {
  readonly tables = new Map<string, Row[]>()
  /** Contents that rows name by their hash. */
  readonly files: Uint8Array[] = []
  /** Files among them that are scans of papers in dossiers. */
  readonly paperScans: { readonly contentHash: string; readonly byteSize: number }[] = []
  private readonly ids: Random
  private counter = 0

  constructor(readonly seed: number, readonly today: PlainDate) {
    if (today < '2017-10-01' || today >= TERM_UNTIL) throw new RangeError(`The demonstration is set in the term: ${today}`)
    this.ids = new Random(seed, 'ids')
  }

  branch(name: string): Random {
    return new Random(this.seed, name)
  }

  /** An identifier in the form of `newId()`: rising, and the same again for the same seed. */
  id(): string {
    const time = (Date.parse(`${TAKEN_OVER_ON}T00:00:00Z`) + this.counter++).toString(16).padStart(12, '0')
    const hex = () => Math.floor(this.ids.next() * 2 ** 32).toString(16).padStart(8, '0')
    const [front, back] = [hex(), hex()]
    return `${time.slice(0, 8)}-${time.slice(8)}-7${front.slice(0, 3)}-9${front.slice(3, 6)}-${front.slice(4)}${back}`
  }

  /** Adds a row and answers its `id`, made here unless given. */
  add(table: string, row: Row): string {
    const id = (row.id as string | undefined) ?? this.id()
    this.put(table, { ...row, id })
    return id
  }

  /** Adds a row to a table without an `id`. */
  put(table: string, row: Row): void {
    const rows = this.tables.get(table)
    if (rows) rows.push(row)
    else this.tables.set(table, [row])
  }

  private readonly indexes = new Map<string, { readonly places: Map<Value, number>; upTo: number }>()

  /** Changes the row of a table that has the value in the column (`id` unless told); the first one when there are several. */
  amend(table: string, value: string, changed: Row, column = 'id'): void {
    const rows = this.tables.get(table) ?? []
    const place = this.placesBy(table, column).get(value)
    if (place === undefined) throw new RangeError(`No row ${value} in ${table}`)
    rows[place] = { ...rows[place], ...changed }
  }

  // Rows are only ever added at the end, so an index is right for what it has seen and grows with the rest.
  private placesBy(table: string, column: string): ReadonlyMap<Value, number> {
    const key = `${table}.${column}`
    const index = this.indexes.get(key) ?? { places: new Map<Value, number>(), upTo: 0 }
    const rows = this.rowsOf(table)
    for (; index.upTo < rows.length; index.upTo++) {
      const value = rows[index.upTo]![column]
      if (!index.places.has(value)) index.places.set(value, index.upTo)
    }
    this.indexes.set(key, index)
    return index.places
  }

  rowsOf(table: string): readonly Row[] {
    return this.tables.get(table) ?? []
  }

  /** When the program came to know a fact of the day: with the books taken over, or `after` days later, never in the future. */
  known(day: PlainDate, after = 2): string {
    if (day < TAKEN_OVER_ON) return `${TAKEN_OVER_ON}T01:00:00Z`
    const noted = addDays(day, after)
    return noted < this.today ? `${noted}T03:30:00Z` : `${this.today}T00:30:00Z`
  }
}

/** `[from,until)` for a column of type daterange; open when `until` is absent. Throws `RangeError` where no day is left. */
export function range(from: PlainDate, until?: PlainDate | null): string {
  if (until && until <= from) throw new RangeError(`No day between ${from} and ${until}`)
  return `[${from},${until ?? ''})`
}
