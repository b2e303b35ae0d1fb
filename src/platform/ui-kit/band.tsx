import type { ReactNode } from 'react'
import { StatusIcon } from './status-mark.tsx'

/** A band over the whole width: `past` = another day is viewed, `demo` = invented people, `alert` = something is broken. */
export function Band({ tone, children, act }: { tone: 'past' | 'demo' | 'alert'; children: ReactNode; act?: ReactNode }) {
  return (
    <div className={`band band-${tone}`} role={tone === 'alert' ? 'alert' : 'note'}>
      {tone === 'alert' && <StatusIcon shape="late" />}
      <span>{children}</span>
      {act}
    </div>
  )
}
