import './filled-table.css'
import { Button, countText, DataTable, type Column, type TableGroup } from '../../../platform/ui-kit/index.ts'
import { columnName, isSumRow, missingWords, rowName, sectionName, tableTitles } from '../messages.vi.ts'
import type { statistics } from './client.ts'
import { word } from './words.vi.ts'

export type Filled = Pick<Awaited<ReturnType<typeof statistics.findTable>>, 'table' | 'base' | 'columns' | 'sections'>
export type FilledLine = { readonly section: string; readonly by: string; readonly whole: boolean; readonly covered: boolean } & Filled['sections'][number]['rows'][number]
/** A number of a filled table that was asked about. */
export type Opened = { readonly what: string; readonly base: Filled['base']; readonly by: string; readonly values: string[]; readonly column: string }

const isEmpty = ({ missing, numbers }: FilledLine) => !missing && numbers.every((number) => number === 0)

const linesOf = ({ sections }: Filled): { id: string; head: string; lines: FilledLine[] }[] =>
  sections.map(({ code, by, whole, namesCovered, rows }) => ({ id: code, head: sectionName(code), lines: rows.map((row) => ({ ...row, section: code, by, whole, covered: namesCovered })) }))

export const tableTitle = (table: Filled['table']): string => word('tableTitle', { table, title: tableTitles[table] })

/**
 * An official table as filled: parts with their rows, every number that is not nought opens its names. Rows that count nobody are left out until asked for, except sums.
 * `more`: columns of a page of its own, as the figures of the period before; `keeps`: rows that such a column has something to say of.
 */
export function FilledTable({ filled, onOpen, withEmpty, onEmpty, more = [], keeps = () => false, waiting }: {
  filled: Filled | undefined; onOpen: (opened: Opened) => void; withEmpty: boolean; onEmpty: (shown: boolean) => void; more?: readonly Column<FilledLine>[]; keeps?: (line: FilledLine) => boolean; waiting?: boolean
}) {
  const number = (line: FilledLine, column: string, at: number) => {
    if (line.missing) return word('noNumber')
    const count = line.numbers[at]!
    if (count === 0 || line.covered) return countText(count)
    const open = () => onOpen({ what: `${rowName(line.by, line.code)} – ${columnName(column)}`, base: filled!.base, by: line.by, values: line.values, column })
    return <button type="button" className="as-link" onClick={open}>{countText(count)}</button>
  }
  const columns: Column<FilledLine>[] = [
    { id: 'row', title: word('by'), width: '34%', cell: ({ by, code, missing }) => <>{rowName(by, code)}{missing && <div className="hint">{missingWords[missing]}</div>}</> },
    ...(filled?.columns ?? []).map((column, at): Column<FilledLine> => ({ id: column, title: columnName(column), number: true, cell: (line) => number(line, column, at) })),
    ...more,
  ]
  const parts = filled ? linesOf(filled) : []
  const isHidden = (line: FilledLine) => isEmpty(line) && !isSumRow(line.code) && !keeps(line)
  const hidden = parts.flatMap(({ lines }) => lines).filter(isHidden).length
  const groups: TableGroup<FilledLine>[] = parts.map(({ id, head, lines }) => ({ id, head, rows: lines.filter((line) => withEmpty || !isHidden(line)) })).filter(({ rows }) => rows.length > 0)
  return (
    <>
      <DataTable caption={filled ? tableTitle(filled.table) : ''} columns={columns} groups={groups} rowKey={(line) => `${line.section} ${line.code}`} rowTone={({ code }) => (isSumRow(code) ? 'strong' : undefined)} {...(waiting === undefined ? {} : { waiting })} />
      {hidden > 0 && <p className="empty-rows">{!withEmpty && word('emptyRowsHidden', { n: countText(hidden) })} <Button onClick={() => onEmpty(!withEmpty)}>{word(withEmpty ? 'hideEmpty' : 'showEmpty')}</Button></p>}
    </>
  )
}
