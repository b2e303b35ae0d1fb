import { useId, useState, type ReactNode } from 'react'
import type { DataTableProps, TableGroup } from './data-table-types.ts'
import { TableHead } from './data-table-head.tsx'
import { TableRow } from './data-table-row.tsx'
import { countText } from './format.ts'
import { useIsPast } from './kit.tsx'
import { GreyLines } from './loaded.tsx'
import { Pager } from './pager.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { say } from './say.ts'
import { useRowKeys } from './use-row-keys.ts'

export const ROWS_PER_PAGE = 50

const figure = (total: ReactNode): ReactNode => (typeof total === 'number' ? countText(total) : total)

/**
 * The one table of the office: native, sticky head and totals, sorting by heading buttons, selection, `j`/`k`/`Enter`.
 * Under 600 px it becomes cards of label: value.
 */
export function DataTable<Row>(given: DataTableProps<Row>) {
  const isPast = useIsPast()
  // Rows are chosen to be acted upon, and the past has no acts.
  const props = isPast ? { ...given, selection: undefined, onSelect: undefined } : given
  const id = useId()
  const [withExtra, setWithExtra] = useState(false)
  const hasExtra = props.columns.some((column) => column.extra)
  const columns = props.columns.filter((column) => withExtra || !column.extra)
  const groups: readonly TableGroup<Row>[] = props.groups ?? [{ id: 'all', head: null, rows: props.rows ?? [] }]
  const rows = groups.flatMap((group) => group.rows)
  const table = useRowKeys()
  const width = columns.length + (props.onSelect ? 1 : 0)
  const totals = props.totals && (
    <tr className="table-totals">
      {props.onSelect && <td />}
      {columns.map((column, i) => (
        i === 0
          ? <th key={column.id} scope="row">{props.totals?.[column.id] ?? say('ui.total')}</th>
          : <td key={column.id} className={column.number ? 'number-cell' : undefined} data-label={column.title}><div className="cell">{figure(props.totals?.[column.id])}</div></td>
      ))}
    </tr>
  )
  if (rows.length === 0 && !props.waiting && !props.totals) return <div className="table-empty">{props.empty ?? say('list.empty')}</div>
  return (
    <div className="table-block">
      {props.selection && props.onSelect && props.selection.keys.size + Number(props.selection.everything) > 0 && (
        <SelectionBar selection={props.selection} onSelect={props.onSelect} total={props.total ?? rows.length} acts={props.selectionActs} />
      )}
      <div className="table-frame" tabIndex={-1}>
        <table className="data-table" id={id} ref={table} aria-busy={props.waiting || undefined}>
          <caption className={props.showCaption ? undefined : 'visually-hidden'}>{props.caption}</caption>
          <TableHead {...props} columns={columns} rows={rows} />
          {totals && props.totalsAt !== 'bottom' && <tbody className="totals-top">{totals}</tbody>}
          {props.waiting && rows.length === 0 ? (
            <tbody>
              <tr>
                <td colSpan={width}>
                  <GreyLines />
                </td>
              </tr>
            </tbody>
          ) : (
            groups.map((group) => (
              <tbody key={group.id}>
                {group.head && (
                  <tr className="group-row">
                    <th colSpan={width} scope="rowgroup">
                      <span className="group-head">
                        {group.head}
                        {group.more}
                      </span>
                    </th>
                  </tr>
                )}
                {group.rows.map((row) => (
                  <TableRow key={props.rowKey(row)} row={row} columns={columns} table={props} />
                ))}
              </tbody>
            ))
          )}
          {totals && props.totalsAt === 'bottom' && <tfoot>{totals}</tfoot>}
        </table>
      </div>
      {(props.foot || hasExtra || props.total !== undefined) && (
        <div className="table-foot">
          <span>
            {props.foot}
            {hasExtra && (
              <button type="button" className="button button-quiet" aria-pressed={withExtra} onClick={() => setWithExtra(!withExtra)}>
                {withExtra ? say('ui.fewer') : say('ui.columns')}
              </button>
            )}
          </span>
          {props.total !== undefined && <Pager total={props.total} page={props.page ?? 1} pageSize={props.pageSize ?? ROWS_PER_PAGE} onPage={props.onPage} />}
        </div>
      )}
    </div>
  )
}
