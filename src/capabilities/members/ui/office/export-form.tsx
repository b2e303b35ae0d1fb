import { useState } from 'react'
import { Button, Form, keepFile, say, Section, TextField, useAct, useTell, type FieldError } from '../../../../platform/ui-kit/index.ts'
import { members, type ListInput } from '../client.ts'
import { word } from '../words.vi.ts'

/** Asks why the list is taken out, then takes it: the rows that are filtered, in their order. */
export function ExportForm({ input, onClose }: { input: Omit<ListInput, 'page' | 'size'>; onClose: () => void }) {
  const tell = useTell()
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(() => members.exportMembers({ ...input, reason }), {
    onDone: (file) => {
      keepFile(file as unknown as Blob, `danh-sach-dang-vien${input.asOf ? `-${input.asOf}` : ''}.xlsx`)
      tell(word('exportDone'))
      onClose()
    },
  })
  const submit = () => {
    const missing = reason.trim() ? [] : [{ field: 'reason', text: word('missing', { field: word('exportReason') }) }]
    setErrors(missing)
    if (missing.length === 0) void act.run(undefined)
  }
  return (
    <Section title={word('exportTitle')} boxed>
      <Form onSubmit={submit} errors={errors} failure={act.failure}
        acts={<><Button type="submit" look="main" running={act.running}>{word('exportTake')}</Button><Button onClick={onClose}>{say('ui.cancelForm')}</Button></>}>
        <TextField name="reason" label={word('exportReason')} hint={word('exportHint')} value={reason} onChange={setReason} maxLength={300} />
      </Form>
    </Section>
  )
}
