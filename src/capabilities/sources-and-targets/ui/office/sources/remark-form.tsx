import { useState } from 'react'
import { dayText, Select, TextArea, useAct, useTell } from '../../../../../platform/ui-kit/index.ts'
import { quarterText } from '../../../messages.vi.ts'
import { ActForm, refresh, type ActFormProps } from './act-form.tsx'
import { quarterAsked, remarkOf } from '../../quarter-asked.ts'
import { sourcesAndTargets } from './client.ts'
import { word } from './words.vi.ts'

/** What the cell says of the person for a quarter; where it has said something already, that stands in the form and is replaced. */
export function RemarkForm({ one, onClose }: ActFormProps) {
  const tell = useTell()
  const [quarter, setQuarter] = useState(quarterAsked(one.quarters, one.remarks) ?? '')
  const [text, setText] = useState(remarkOf(one.remarks, quarter)?.text ?? '')
  const former = remarkOf(one.remarks, quarter)
  const act = useAct(sourcesAndTargets.recordRemark, { refresh, onDone: () => { tell(word(former ? 'remarkReplaced' : 'remarkSaved')); onClose() } })
  const choose = (next: string) => {
    // What was typed stays; a former text only stands in for nothing typed.
    if (text === (former?.text ?? '')) setText(remarkOf(one.remarks, next)?.text ?? '')
    setQuarter(next)
  }
  const send = () => void act.run({ id: one.id, quarter, text, ...(former ? { replaces: former.id } : {}) })
  return (
    <ActForm act={act} doing={word(former ? 'remarkReplace' : 'remark')} onClose={onClose} send={send} fields={[['quarter', word('fieldQuarter'), quarter], ['text', word('fieldText'), text.trim()]]}>
      <Select name="quarter" label={word('fieldQuarter')} value={quarter} onChange={choose} choices={one.quarters.map((value) => ({ value, label: quarterText(value) }))} />
      {former && <p className="hint">{word('remarkReplaces', { day: dayText(former.writtenOn) })}</p>}
      <TextArea name="text" label={word('fieldText')} value={text} onChange={setText} rows={6} maxLength={2000} />
    </ActForm>
  )
}
