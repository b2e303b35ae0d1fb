import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { Button, DayField, FailureBox, ScanButton, Select, StatusMark, useRead, say } from '../../../../platform/ui-kit/index.ts'
import { ROOM, type CaseFile } from '../client.ts'
import { namesOf } from '../member-names.ts'
import { introducersLeft, type PaperLine } from '../paper-line.ts'
import { word } from '../words.vi.ts'
import { useScanPaper } from './use-scan-paper.ts'

type Asked<Value> = { value: Value; onChange: (value: Value) => void; error: string | undefined }

/** Whose statement an introduction is: asked only where more than one is still to come. */
function IntroducerChoice({ name, ids, value, onChange, error }: Asked<string> & { name: string; ids: readonly string[] }) {
  const names = useRead([ROOM, 'names', ids], (signal) => namesOf(ids, signal), { kept: true })
  const choices = ids.map((id, i) => ({ value: id, label: names.value?.[id] ?? word('introducerNumber', { n: i + 1 }) }))
  return <Select name={name} label={word('documentSubject')} value={value} choices={choices} onChange={onChange} error={error} />
}

const mustFill = (isWrong: boolean, field: string) => (isWrong ? say('ui.fieldMissing', { field }) : undefined)

/** Photographs a paper page by page, asks for what stands on it, and sends all together. */
export function ScanPaper({ file, line }: { file: CaseFile; line: PaperLine }) {
  const [pages, setPages] = useState<readonly File[]>([])
  const [datedOn, setDatedOn] = useState<PlainDate>()
  const [chosen, setChosen] = useState('')
  const [asksAgain, setAsksAgain] = useState(false)
  const act = useScanPaper(file, line, () => setPages([]))
  const introducers = introducersLeft(file, line)
  const subjectId = introducers.length > 1 ? chosen : introducers[0]
  const may = file.acts.some((one) => one.code === (line.paper ? 'replaceDocument' : 'recordDocument') && one.isPossible)
  if (!may) return null
  const add = (more: File[]) => setPages((before) => [...before, ...more])
  if (pages.length === 0) return <ScanButton name={`scan-${line.key}`} label={word(line.paper ? 'scanRedone' : 'scanPaper')} onPages={add} />
  const send = () => {
    if ((act.needsDay && !datedOn) || subjectId === '') setAsksAgain(true)
    else act.send({ pages, datedOn, subjectId })
  }
  return (
    <div className="scan-paper">
      <StatusMark shape="done" strong>{word('scanCount', { n: pages.length })}</StatusMark>
      <ScanButton name={`scan-${line.key}`} label={word('scanMore')} onPages={add} />
      <Button onClick={() => setPages(pages.slice(0, -1))}>{word('scanDrop')}</Button>
      {introducers.length > 1 && <IntroducerChoice name={`subject-${line.key}`} ids={introducers} value={chosen} onChange={setChosen} error={mustFill(asksAgain && !chosen, word('documentSubject'))} />}
      {act.needsDay && (
        <DayField name={`datedOn-${line.key}`} label={word('paperDay')} value={datedOn} onChange={setDatedOn} error={mustFill(asksAgain && !datedOn, word('paperDay'))} />
      )}
      <FailureBox failure={act.failure} />
      <Button running={act.running} onClick={send}>{word('recordPaper')}</Button>
    </div>
  )
}
