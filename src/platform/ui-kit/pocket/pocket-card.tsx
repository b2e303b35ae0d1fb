import type { ReactNode } from 'react'
import { AppLink } from '../app-link.tsx'

/** A card: shape and time words, the person, what to do. `first` has the strong border and holds the act of the page. */
export function PocketCard(props: { mark?: ReactNode; title?: ReactNode; note?: ReactNode; to?: string; first?: boolean; act?: ReactNode; children?: ReactNode }) {
  return (
    <section className={props.first ? 'pocket-card pocket-card-first' : 'pocket-card'}>
      {props.mark && <p className="pocket-card-mark">{props.mark}</p>}
      {props.title && <h2>{props.to ? <AppLink to={props.to}>{props.title}</AppLink> : props.title}</h2>}
      {props.children}
      {props.note && <p className="pocket-note">{props.note}</p>}
      {props.act}
    </section>
  )
}

/** Label and value, or label and “Mở”, in rows of a card. */
export function PocketRows({ rows }: { rows: readonly { label: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="pocket-rows">
      {rows.map((row, i) => (
        <div key={i}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  )
}
