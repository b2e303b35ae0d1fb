import type { MouseEvent } from 'react'
import type { Column, DataTableProps } from './data-table-types.ts'
import { usePlace } from './kit.tsx'
import { say } from './say.ts'

/** True when the press fell on something that acts by itself, or when text was being marked. */
function pressedSomethingElse(event: MouseEvent): boolean {
  const target = event.target as HTMLElement
  return target.closest('a, button, input, select, textarea, label, summary') !== null || (window.getSelection()?.toString() ?? '') !== ''
}

export function TableRow<Row>({ row, columns, table }: { row: Row; columns: readonly Column<Row>[]; table: DataTableProps<Row> }) {
  const place = usePlace()
  const key = table.rowKey(row)
  const href = table.rowHref?.(row)
  const tone = table.rowTone?.(row)
  const note = table.rowNote?.(row)
  const chosen = table.selection?.everything || table.selection?.keys.has(key) || false
  const choose = () => {
    const keys = new Set(table.selection?.keys)
    if (!keys.delete(key)) keys.add(key)
    table.onSelect?.({ keys, everything: false })
  }
  const open = (event: MouseEvent) => {
    if (href && !pressedSomethingElse(event)) place.go(href)
  }
  const classes = [href && 'row-opens', tone && `row-${tone}`, chosen && 'row-chosen', note && 'row-noted'].filter(Boolean).join(' ')
  return (
    <>
      <tr className={classes || undefined} data-row={key} data-href={href} onClick={open}>
        {table.onSelect && (
          <td className="select-cell">
            <input type="checkbox" className="checkbox" aria-label={say('list.select', { row: table.rowName?.(row) ?? key })} checked={chosen} onChange={choose} />
          </td>
        )}
        {columns.map((column) => (
          <td key={column.id} className={[column.number && 'number-cell', column.tight && 'tight-cell', column.wide && 'wide-cell'].filter(Boolean).join(' ') || undefined} data-label={column.title}>
            <div className="cell">{column.cell(row)}</div>
          </td>
        ))}
      </tr>
      {note && (
        <tr className={tone ? `note-row row-${tone}` : 'note-row'}>
          <td colSpan={columns.length + (table.onSelect ? 1 : 0)}>{note}</td>
        </tr>
      )}
    </>
  )
}
