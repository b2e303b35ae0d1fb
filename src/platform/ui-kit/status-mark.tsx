import type { ReactNode } from 'react'

/** The ten shapes of a status, in the order in which filters and legends list them. */
export const statusShapes = ['late', 'today', 'soon', 'future', 'done', 'returned', 'paused', 'dropped', 'unclear', 'notRequired'] as const
export type StatusShape = (typeof statusShapes)[number]

const drawings: Record<StatusShape, ReactNode> = {
  late: <path d="M6 1.2 11.4 11H.6z" fill="currentColor" />,
  today: <path d="M6 .6 11.4 6 6 11.4.6 6z" fill="currentColor" />,
  soon: (
    <>
      <circle cx="6" cy="6" r="4.7" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M6 1.3a4.7 4.7 0 0 1 0 9.4z" fill="currentColor" />
    </>
  ),
  future: <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  done: <path d="M1.2 6.4 4.5 9.7 10.9 2.6" fill="none" stroke="currentColor" strokeWidth="2.2" />,
  returned: (
    <path d="M4.4 1.2 1.4 4.2l3 3M1.6 4.2h5.7a2.9 2.9 0 0 1 0 5.8H4.6" fill="none" stroke="currentColor" strokeWidth="1.8" />
  ),
  paused: <path d="M2.4 1.5h2.4v9H2.4zM7.2 1.5h2.4v9H7.2z" fill="currentColor" />,
  dropped: <path d="m2 2 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="2" />,
  unclear: (
    <>
      <path d="M3.2 4.2C3.2 2.4 4.4 1.4 6 1.4c1.7 0 2.8 1 2.8 2.3C8.8 5.6 6 5.7 6 8" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <circle cx="6" cy="10.4" r="1.3" fill="currentColor" />
    </>
  ),
  notRequired: <path d="M1.5 5h9v2h-9z" fill="currentColor" />,
}

/** The shape alone, hidden from screen readers; stands only beside the word it belongs to. */
export function StatusIcon({ shape }: { shape: StatusShape }) {
  return (
    <svg className={`shape shape-${shape}`} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {drawings[shape]}
    </svg>
  )
}

/**
 * A status: shape left of the word, colour only as the third signal. `strong` gives weight and colour also to the calm
 * shapes, `plain` takes them from the loud ones.
 */
export function StatusMark(props: { shape: StatusShape; strong?: boolean; plain?: boolean; children: ReactNode }) {
  const loud = props.strong ? ' status-strong' : props.plain ? ' status-plain' : ''
  return (
    <span className={`status status-${props.shape}${loud}`}>
      <StatusIcon shape={props.shape} />
      <span>{props.children}</span>
    </span>
  )
}
