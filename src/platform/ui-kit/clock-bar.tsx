import type { ReactNode } from 'react'
import { say } from './say.ts'

/** `holder` had the file for so many working days; `note` says from when to when. */
export type ClockPart = { readonly holder: string; readonly workingDays: number; readonly note?: string }

const WIDTH = 1000

/** One term as a bar split by who had it: “đã 45/60 ngày làm việc”, and the same numbers in words under it. */
export function ClockBar(props: { title: string; parts: readonly ClockPart[]; total: number; basis?: ReactNode }) {
  const used = props.parts.reduce((sum, part) => sum + part.workingDays, 0)
  const left = Math.max(0, props.total - used)
  const scale = WIDTH / Math.max(props.total, used, 1)
  const starts = props.parts.map((_, i) => props.parts.slice(0, i).reduce((sum, part) => sum + part.workingDays, 0) * scale)
  return (
    <div className="clock">
      <p>
        <strong>{props.title}:</strong> {say('due.elapsed', { n: used, total: props.total })}
      </p>
      <div className="clock-bar" aria-hidden="true">
        <svg viewBox={`0 0 ${WIDTH} 20`} preserveAspectRatio="none" focusable="false">
          {props.parts.map((part, i) => (
            <rect key={i} className={`clock-part clock-part-${i % 3}`} x={starts[i]} y="0" width={part.workingDays * scale} height="20" />
          ))}
        </svg>
        {props.parts.map((part, i) => (
          <span key={i} style={{ left: `${starts[i]! / 10}%`, width: `${(part.workingDays * scale) / 10}%` }}>
            {part.workingDays}
          </span>
        ))}
        {left > 0 && <span style={{ left: `${(used * scale) / 10}%`, width: `${(left * scale) / 10}%` }}>{say('due.remaining', { n: left })}</span>}
      </div>
      <dl className="clock-words">
        {props.parts.map((part, i) => (
          <div key={i}>
            <dt>{part.holder}</dt>
            <dd>{[part.workingDays, part.note].filter((text) => text !== undefined).join(' · ')}</dd>
          </div>
        ))}
      </dl>
      {props.basis && <p className="clock-basis">{props.basis}</p>}
    </div>
  )
}
