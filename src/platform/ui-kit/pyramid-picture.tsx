import { useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { countText } from './format.ts'
import { say } from './say.ts'

export type PyramidSide = { readonly value: number; readonly onOpen?: () => void }
export type PyramidRow = { readonly label: string; readonly left: PyramidSide; readonly right: PyramidSide }

type Props = { readonly caption: string; readonly left: string; readonly right: string; readonly label: string; readonly rows: readonly PyramidRow[] }

function figure({ value, onOpen }: PyramidSide, label: string): ReactNode {
  const text = countText(value)
  return onOpen && value > 0 ? <button type="button" className="as-link" onClick={onOpen} aria-label={`${text} ${label}`}>{text}</button> : text
}

function SideBar({ value, longest, side }: { value: number; longest: number; side: 'left' | 'right' }) {
  const width = (value / longest) * 100
  return (
    <svg className="pyramid-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect className={`pyramid-${side}`} x={side === 'left' ? 100 - width : 0} width={width} height="10" />
    </svg>
  )
}

function PyramidDrawing({ rows, left, right, label }: Props) {
  const longest = Math.max(1, ...rows.flatMap((row) => [row.left.value, row.right.value]))
  return (
    <table className="pyramid-table">
      <thead>
        <tr><th scope="col" className="number-cell">{left}</th><td /><th scope="col">{label}</th><td /><th scope="col">{right}</th></tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <td className="number-cell">{figure(row.left, `${left}, ${row.label}`)}</td>
            <td><SideBar value={row.left.value} longest={longest} side="left" /></td>
            <th scope="row">{row.label}</th>
            <td><SideBar value={row.right.value} longest={longest} side="right" /></td>
            <td>{figure(row.right, `${right}, ${row.label}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PyramidTable({ caption, rows, left, right, label }: Props) {
  return (
    <table className="data-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr><th scope="col">{label}</th><th scope="col" className="number-cell">{left}</th><th scope="col" className="number-cell">{right}</th></tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td className="number-cell">{figure(row.left, `${left}, ${row.label}`)}</td>
            <td className="number-cell">{figure(row.right, `${right}, ${row.label}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Two counts of each band, drawn to the left and to the right of it with their numbers beside them; the same as a table. */
export function PyramidPicture(props: Props) {
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="bars">
      <figcaption className="visually-hidden">{props.caption}</figcaption>
      {asTable ? <PyramidTable {...props} /> : <PyramidDrawing {...props} />}
      <Button look="quiet" onClick={() => setAsTable(!asTable)} aria-pressed={asTable}>{say('ui.chart.table')}</Button>
    </figure>
  )
}
