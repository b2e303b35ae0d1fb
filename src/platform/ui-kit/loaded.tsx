import { useEffect, useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { Page } from './page.tsx'
import { FailureBox } from './refusal-box.tsx'
import type { Read } from './use-read.ts'
import { say } from './say.ts'

const SHOW_LINES_AFTER = 300
const SAY_SO_AFTER = 5000

/** True once `delay` milliseconds have passed. */
function useAfter(delay: number): boolean {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), delay)
    return () => clearTimeout(timer)
  }, [delay])
  return passed
}

/** Waiting: nothing for 300 ms, then grey lines, after 5 s words and “Thử lại”. */
export function GreyLines({ lines = 6, onRetry }: { lines?: number; onRetry?: () => void }) {
  const visible = useAfter(SHOW_LINES_AFTER)
  const slow = useAfter(SAY_SO_AFTER)
  return (
    <div className="grey-lines" role="status" aria-busy="true">
      {visible && Array.from({ length: lines }, (_, i) => <div key={i} className="grey-line" />)}
      {slow && (
        <p>
          {say('ui.loading')} {onRetry && <Button look="quiet" onClick={onRetry}>{say('ui.retry')}</Button>}
        </p>
      )}
    </div>
  )
}

/** Shows what was read, grey lines while it comes, or why it did not come. Old values stay while new ones are fetched. */
export function Loaded<Value>({ read, children, lines }: { read: Read<Value>; lines?: number; children: (value: Value) => ReactNode }) {
  if (read.value !== undefined)
    return (
      <>
        {read.failure && <FailureBox failure={read.failure} onRetry={read.again} />}
        {children(read.value)}
      </>
    )
  if (read.failure) return <FailureBox failure={read.failure} onRetry={read.again} />
  return <GreyLines {...(lines ? { lines } : {})} onRetry={read.again} />
}

/**
 * A page about one thing that was read, once what was read `isThis`: while another is on its way, or is not there, the former one does not stand under its
 * address. Until then, and when nothing came, a page with only the title.
 */
export function LoadedPage<Value>({ read, title, isThis, children, lines }: { read: Read<Value>; title: string; isThis: (value: Value) => boolean; lines?: number; children: (value: Value) => ReactNode }) {
  if (read.value !== undefined && isThis(read.value)) return <Loaded read={read} {...(lines ? { lines } : {})}>{children}</Loaded>
  return <Page title={title}><Loaded read={{ ...read, value: undefined }} {...(lines ? { lines } : {})}>{() => null}</Loaded></Page>
}
