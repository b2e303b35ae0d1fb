import { useState } from 'react'
import { Button } from './button.tsx'
import { countText } from './format.ts'
import { say } from './say.ts'
import { AppLink } from './app-link.tsx'

export type Bar = { readonly label: string; readonly value: number; readonly text?: string; readonly to?: string; readonly onOpen?: () => void }

/** Share of the width, in percent, that the longest bar takes; the rest is for its figure. */
const LONGEST_SHARE = 82

/** Bars with their numbers beside them, and the same as a table. No bar without its figure. */
export function BarPicture({ caption, bars, max }: { caption: string; bars: readonly Bar[]; max?: number }) {
  const [asTable, setAsTable] = useState(false)
  const longest = max ?? Math.max(1, ...bars.map((bar) => bar.value))
  const figure = (bar: Bar) => {
    const text = bar.text ?? countText(bar.value)
    if (bar.onOpen) return <button type="button" className="as-link" onClick={bar.onOpen} aria-label={`${text} ${bar.label}`}>{text}</button>
    return bar.to ? <AppLink to={bar.to} aria-label={`${bar.label}: ${text}`}>{text}</AppLink> : text
  }
  return (
    <figure className="bars">
      <figcaption className="visually-hidden">{caption}</figcaption>
      {asTable ? (
        <table className="data-table">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say('ui.chart.label')}</th>
              <th scope="col" className="number-cell">{say('ui.chart.value')}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.label}>
                <th scope="row">{bar.label}</th>
                <td className="number-cell">{figure(bar)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <ul>
          {bars.map((bar) => (
            <li key={bar.label}>
              <span className="bar-label">{bar.label}</span>
              <span className="bar-track">
                <svg className="bar-drawing" style={{ flexBasis: `${(bar.value / longest) * LONGEST_SHARE}%` }} aria-hidden="true" focusable="false">
                  <rect width="100%" height="16" />
                </svg>
                <span className="bar-figure">{figure(bar)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <Button look="quiet" onClick={() => setAsTable(!asTable)} aria-pressed={asTable}>
        {say('ui.chart.table')}
      </Button>
    </figure>
  )
}

/** One bar against a whole, with a mark where it should be by now: 59,7% done, pace 63,3%. */
export function PaceBar(props: { part: number; whole: number; pace?: number; paceLabel?: string; label: string }) {
  const share = Math.min(1, props.part / Math.max(1, props.whole)) * 100
  return (
    <div className="pace" role="img" aria-label={props.label}>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="pace-whole" width="100" height="10" />
        <rect className="pace-part" width={share} height="10" />
      </svg>
      {props.pace !== undefined && (
        <>
          <span className="pace-mark" style={{ left: `${props.pace * 100}%` }} />
          <span className="pace-label" style={{ left: `${props.pace * 100}%` }}>{props.paceLabel}</span>
        </>
      )}
    </div>
  )
}

/** A small bar inside a table cell; the figure stands in the next cell. */
export function ShareBar({ share }: { share: number }) {
  return (
    <svg className="share-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width={Math.max(0, Math.min(1, share)) * 100} height="10" />
    </svg>
  )
}
