import { useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { say } from './say.ts'

export type TimelineEntry = {
  readonly id: string
  /** The day as it is shown; `year` marks a new year at the left. */
  readonly day: string
  readonly year?: string
  readonly title: ReactNode
  /** Paper number, “ghi ngày …”. */
  readonly note?: ReactNode
  readonly act?: ReactNode
}

/** What happened, newest first. `years` shows the year once at its first line; `compact` is the short form for a side column. */
export function Timeline({ entries, compact, shown = 8, label }: { entries: readonly TimelineEntry[]; compact?: boolean; shown?: number; label?: string }) {
  const [all, setAll] = useState(false)
  const visible = all ? entries : entries.slice(0, shown)
  const rest = entries.length - visible.length
  const withYears = !compact && entries.some((entry) => entry.year !== undefined)
  return (
    <div className={compact ? 'timeline timeline-compact' : withYears ? 'timeline' : 'timeline timeline-yearless'}>
      <ol aria-label={label ?? say('ui.history')}>
        {visible.map((entry, i) => {
          const newYear = entry.year !== undefined && entry.year !== visible[i - 1]?.year
          return (
            <li key={entry.id} className="timeline-entry">
              {withYears && <span className="timeline-year">{newYear ? entry.year : ''}</span>}
              <span className="timeline-day">{entry.day}</span>
              <span className="timeline-title">
                {entry.title}
                {entry.note && <span className="timeline-note">{entry.note}</span>}
              </span>
              {entry.act && <span className="timeline-act">{entry.act}</span>}
            </li>
          )
        })}
      </ol>
      {(rest > 0 || all) && entries.length > shown && (
        <Button look="quiet" onClick={() => setAll(!all)}>
          {all ? say('ui.fewer') : say('ui.more', { n: rest })}
        </Button>
      )}
    </div>
  )
}
