import { useEffect } from 'react'
import { countText, DataTable, FailureBox, NumberLink, StatusMark, useRead, type Column } from '../../../../platform/ui-kit/index.ts'
import { counting, ROOM, type Counts } from '../client.ts'
import { word } from '../words.vi.ts'
import type { Opened } from './counted-drawer.tsx'

export type Question = Parameters<typeof counting.countBy>[0]
type Line = { readonly at: number; readonly name: string }
type Value = Counts['rows'][number]

/** The value of a row or column as the reading of its people takes it. */
const wanted = (side: 'row' | 'column', value: Value | undefined, dimension: string) =>
  value === undefined || dimension === 'none' ? {} : value.value === null ? { [`${side}Unknown`]: true } : { [side]: value.value }

/** The numbers with their sums; each opens its names, as far as the reader may see them. */
export function CountedTable({ input, rowsName, onOrganisation, onOpen }: { input: Question; rowsName: string; onOrganisation: (name: string) => void; onOpen: (opened: Opened) => void }) {
  const read = useRead([ROOM, JSON.stringify(input)], (signal) => counting.countBy(input, { signal }))
  const counts = read.value
  const isMovement = input.measure === 'movement'
  const name = counts?.organisation
  useEffect(() => { if (name) onOrganisation(name) }, [name, onOrganisation])

  const number = (n: number, row: Value | undefined, column: Value | undefined) => (n === 0 || counts?.namesCovered || row?.value === 'few' || column?.value === 'few' ? countText(n) : (
    <NumberLink size="cell" count={n} onOpen={() => onOpen({
      what: word('namesOf', { row: row?.name ?? word('total'), column: column?.name ?? word('total') }),
      input: { ...input, ...wanted('row', row, input.rows ?? 'none'), ...wanted('column', column, isMovement ? 'detail' : (input.columns ?? 'none')) },
    })} />
  ))
  const shown = counts && (isMovement || input.columns !== 'none') ? counts.columns : []
  const sumOf = (n: number, row: Value | undefined) => (isMovement ? countText(n) : number(n, row, undefined))
  const columns: Column<Line>[] = [
    { id: 'row', title: rowsName, width: shown.length > 4 ? '22%' : '34%', cell: (line) => line.name },
    ...shown.map((column, j): Column<Line> => ({ id: `c${j}`, title: column.name, number: true, cell: ({ at }) => number(counts!.numbers[at]![j]!, counts!.rows[at], column) })),
    ...(isMovement ? [] : [{ id: 'total', title: word('total'), number: true, cell: ({ at }: Line) => sumOf(counts!.rowTotals[at]!, counts!.rows[at]) }]),
  ]
  return (
    <>
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(counts || !read.failure) && (
        <DataTable caption={word('title')} columns={columns} rows={counts?.rows.map((row, at) => ({ at, name: row.name })) ?? []} rowKey={({ at }) => String(at)} waiting={read.waiting} empty={word('nothing')}
          {...(counts ? { totals: { row: word('total'), ...Object.fromEntries(shown.map((column, j) => [`c${j}`, number(counts.columnTotals[j]!, undefined, column)])), total: sumOf(counts.total, undefined) } } : {})} />
      )}
      {counts?.namesCovered && <p className="hint">{word('noNames')}</p>}
      {counts && counts.balances !== null && <p><StatusMark shape={counts.balances ? 'done' : 'late'}>{word(counts.balances ? 'balances' : 'notBalanced')}</StatusMark></p>}
    </>
  )
}
