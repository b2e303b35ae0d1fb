import type { ReactNode } from 'react'
import { AppLink } from './app-link.tsx'
import { Button } from './button.tsx'
import { say } from './say.ts'

export type SummaryRow = {
  readonly label: string
  readonly value: ReactNode
  /** Grey words after the value: its source. */
  readonly note?: ReactNode
  /** Where the value is changed: “Sửa”. */
  readonly editTo?: string
  readonly onEdit?: () => void
  /** Anything else at the right of the row. */
  readonly act?: ReactNode
}

/** Label and value in rows, each with “Sửa” where it may be changed. */
export function SummaryList({ rows, narrow }: { rows: readonly SummaryRow[]; narrow?: boolean }) {
  return (
    <dl className={narrow ? 'summary-list summary-narrow' : 'summary-list'}>
      {rows.map((row, i) => (
        <div key={i} className="summary-row">
          <dt>{row.label}</dt>
          <dd>
            {row.value}
            {row.note && <span className="summary-note">{row.note}</span>}
          </dd>
          {(row.editTo || row.onEdit || row.act) && (
            <dd className="summary-act">
              {row.editTo && <AppLink to={row.editTo} aria-label={`${say('ui.edit')}: ${row.label}`}>{say('ui.edit')}</AppLink>}
              {row.onEdit && (
                <button type="button" className="as-link" onClick={row.onEdit} aria-label={`${say('ui.edit')}: ${row.label}`}>
                  {say('ui.edit')}
                </button>
              )}
              {row.act}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

/** A covered value: the bar says that it is there and what opening needs. Prints as “(không in)”. */
export function Covered({ onOpen }: { onOpen?: () => void }) {
  return (
    <span className="covered">
      <span className="covered-bar">{say('ui.covered')}</span>
      <span className="covered-print" aria-hidden="true">{say('ui.covered.print')}</span>
      {onOpen && <Button look="quiet" onClick={onOpen}>{say('ui.open')}</Button>}
    </span>
  )
}
