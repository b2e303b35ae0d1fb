import type { ReactNode } from 'react'
import { AppLink } from './app-link.tsx'
import { countText } from './format.ts'
import { StatusIcon, type StatusShape } from './status-mark.tsx'

/**
 * A number that opens the names behind it: with the same scope, day and filter.
 * `key` = a key figure with its word; `cell` = in a table; `inline` = inside a sentence (`count` + `word` in one link).
 */
export function NumberLink(props: {
  count: number | undefined
  to?: string | undefined
  onOpen?: () => void
  word?: string
  size?: 'key' | 'large' | 'cell' | 'inline'
  shape?: StatusShape
  /** For screen readers where the word stands elsewhere, e.g. in the head of a table. */
  label?: string
}) {
  const size = props.size ?? 'inline'
  const number = <span className="number">{countText(props.count)}</span>
  const key = size === 'key'
  const content = (
    <>
      {!key && number}
      {props.word && <span className="number-word">{key ? props.word : ` ${props.word}`}</span>}
    </>
  )
  const label = props.label ? `${countText(props.count)} ${props.label}` : key ? `${countText(props.count)} ${props.word ?? ''}` : undefined
  return (
    <span className={`number-link number-${size}${props.shape ? ` number-${props.shape}` : ''}`}>
      {props.shape && <StatusIcon shape={props.shape} />}
      {key && <span aria-hidden="true">{number}</span>}
      <Opener {...props} label={label}>{content}</Opener>
    </span>
  )
}

function Opener(props: { to?: string | undefined; onOpen?: () => void; label?: string | undefined; children: ReactNode }) {
  if (props.onOpen)
    return (
      <button type="button" className="as-link" onClick={props.onOpen} aria-label={props.label}>
        {props.children}
      </button>
    )
  if (props.to) return <AppLink to={props.to} aria-label={props.label}>{props.children}</AppLink>
  return <span>{props.children}</span>
}

/** Line of numbers under a title. */
export function NumberLine({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className="number-line">
      <div className="number-line-figures">{children}</div>
      {aside && <div className="number-line-aside">{aside}</div>}
    </div>
  )
}
