import { useEffect, useRef } from 'react'
import { FailureBox, ProgressLine, useAct, useAddress, usePlace, useTell } from '../../../../platform/ui-kit/index.ts'
import { importExport, ROOM, type ImportFile, type ImportSummary } from '../client.ts'
import { word } from '../words.vi.ts'

/** Imports whose reading this page has asked for; a second visit does not ask twice. */
const asked = new Set<string>()

/** Reads a stored file for the first time. The server goes on when the page is left; “Dừng đọc” drops the reading. */
export function FirstReading({ found, progress }: { found: ImportSummary; progress: ImportFile['progress'] }) {
  const address = useAddress()
  const place = usePlace()
  const tell = useTell()
  const reading = useRef<AbortController>(undefined)
  const act = useAct(
    (input: { id: string }, options) => {
      reading.current = new AbortController()
      return importExport.readImport(input, { ...options, signal: reading.current.signal })
    },
    { refresh: [[ROOM]] },
  )
  const cancel = useAct(importExport.cancelImport, {
    refresh: [[ROOM]],
    onDone: () => {
      tell(word('stopped', { file: found.fileName }))
      place.go(address('imports'))
    },
  })
  useEffect(() => {
    if (asked.has(found.id)) return
    asked.add(found.id)
    void act.run({ id: found.id })
    // Asked once for each import, whatever else changes on the page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [found.id])
  const stop = () => {
    reading.current?.abort()
    void cancel.run({ id: found.id })
  }
  if (act.failure && !reading.current?.signal.aborted) return <FailureBox failure={act.failure} onRetry={() => void act.run({ id: found.id })} />
  return (
    <>
      {cancel.failure && <FailureBox failure={cancel.failure} />}
      <ProgressLine label={word('reading', { file: found.fileName })} {...(progress && progress.total > 0 ? { ...progress, unit: word('rowUnit') } : {})} onStop={stop} stopLabel={word('stopReading')} />
      <p className="hint">{word('readingHint')}</p>
    </>
  )
}
