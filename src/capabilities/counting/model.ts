import { decreases, FEWEST_SHOWN, increases } from '../statistics/index.ts'
import type { Dimension, Measure } from './codes.ts'
import type { Counted } from './queries/counting.ts'

/** The columns of a movement, in the order of table 1. */
const ways: readonly (string | null)[] = ['opening', ...increases, ...decreases, 'closing']
const lessens: ReadonlySet<string | null> = new Set([...decreases, 'closing'])

export type Grid = { readonly rows: (string | null)[]; readonly columns: (string | null)[]; readonly numbers: number[][]; readonly rowTotals: number[]; readonly columnTotals: number[]; readonly total: number }

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** Values that few have, taken together, so that no number points at a person. */
export function withoutFew(counted: readonly Counted[], side: 'row' | 'column'): Counted[] {
  const totals = new Map<string | null, number>()
  for (const each of counted) totals.set(each[side], (totals.get(each[side]) ?? 0) + each.counted)
  const few = new Set([...totals].filter(([value, total]) => value !== null && total < FEWEST_SHOWN).map(([value]) => value))
  if (few.size === 0) return [...counted]
  const together = new Map<string | null, Counted>()
  for (const each of counted.filter((one) => few.has(one[side]))) {
    const other = side === 'row' ? each.column : each.row
    const before = together.get(other)?.counted ?? 0
    together.set(other, { ...each, [side]: 'few', counted: before + each.counted })
  }
  return [...counted.filter((one) => !few.has(one[side])), ...together.values()]
}

/** Days, bands and ways in their own order; other values the most frequent first; what few have, and then what is not known, last. */
function inOrder(dimension: Dimension, isMovement: boolean, totalOf: (value: string | null) => number) {
  const rank = (value: string | null) => (value === null ? 2 : value === 'few' ? 1 : 0)
  return (a: string | null, b: string | null): number => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b)
    if (a === null || b === null) return 0
    if (isMovement) return ways.indexOf(a) - ways.indexOf(b)
    if (dimension === 'ageBand' || dimension === 'partyAgeBand') return Number(a) - Number(b)
    if (dimension === 'year' || dimension === 'month') return a < b ? -1 : 1
    return totalOf(b) - totalOf(a) || (a < b ? -1 : 1)
  }
}

/** The numbers as a grid with its sums. The columns of a movement are its ways in and out; its totals are those of the last day. */
export function gridOf(counted: readonly Counted[], measure: Measure, { rows, columns }: { rows: Dimension; columns: Dimension }): Grid {
  const numberOf = new Map<string | null, Map<string | null, number>>()
  for (const { row, column, counted: n } of counted) {
    const line = numberOf.get(row) ?? new Map<string | null, number>()
    line.set(column, (line.get(column) ?? 0) + n)
    numberOf.set(row, line)
  }
  const rowTotal = (row: string | null) => sum([...(numberOf.get(row)?.values() ?? [])])
  const columnTotal = (column: string | null) => sum([...numberOf.values()].map((line) => line.get(column) ?? 0))
  const rowValues = [...numberOf.keys()].sort(inOrder(rows, false, rowTotal))
  const columnValues = [...new Set(counted.map(({ column }) => column))].sort(inOrder(columns, measure === 'movement', columnTotal))
  const numbers = rowValues.map((row) => columnValues.map((column) => numberOf.get(row)!.get(column) ?? 0))
  const rowTotals = measure === 'movement' ? rowValues.map((row) => numberOf.get(row)!.get('closing') ?? 0) : rowValues.map(rowTotal)
  return { rows: rowValues, columns: columnValues, numbers, rowTotals, columnTotals: columnValues.map(columnTotal), total: sum(rowTotals) }
}

/** Whether opening + in − out = closing in every row of a movement. */
export const balances = ({ rows, columns, numbers }: Grid): boolean =>
  rows.every((_row, i) => sum(columns.map((column, j) => (lessens.has(column) ? -1 : 1) * numbers[i]![j]!)) === 0)
