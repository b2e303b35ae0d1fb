import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { Button, DayField, FailureBox, ScanButton, StatusMark } from '../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../client.ts'
import type { PaperLine } from '../paper-line.ts'
import { word } from '../words.vi.ts'
import { useScanPaper } from './use-scan-paper.ts'

/** Photographs a paper page by page, asks for the day that stands on it, and sends both. */
export function ScanPaper({ file, line }: { file: CaseFile; line: PaperLine }) {
  const [pages, setPages] = useState<readonly File[]>([])
  const [datedOn, setDatedOn] = useState<PlainDate>()
  const [askDay, setAskDay] = useState(false)
  const act = useScanPaper(file, line, () => setPages([]))
  const may = file.acts.some((one) => one.code === (line.paper ? 'replaceDocument' : 'recordDocument') && one.isPossible)
  if (!may) return null
  const add = (more: File[]) => setPages((before) => [...before, ...more])
  if (pages.length === 0) return <ScanButton label={word(line.paper ? 'scanRedone' : 'scanPaper')} onPages={add} />
  const send = () => {
    if (act.needsDay && !datedOn) setAskDay(true)
    else act.send(pages, datedOn)
  }
  return (
    <div className="scan-paper">
      <StatusMark shape="done" strong>{word('scanCount', { n: pages.length })}</StatusMark>
      <ScanButton label={word('scanMore')} onPages={add} />
      {act.needsDay && (
        <DayField name={`datedOn-${line.key}`} label={word('paperDay')} value={datedOn} onChange={setDatedOn} error={askDay && !datedOn ? word('mustFill', { field: word('paperDay') }) : undefined} />
      )}
      <FailureBox failure={act.failure} />
      <Button running={act.running} onClick={send}>{word('recordPaper')}</Button>
    </div>
  )
}
