import { useState } from 'react'
import { Button, Drawer, Form, keepFile, say, TextField, useAct, useDesk, useTell, type FieldError } from '../../../platform/ui-kit/index.ts'
import { audit } from './client.ts'
import { word } from './words.vi.ts'

type Exported = {
  /** Name of the list among those that can be taken out. */
  readonly list: string
  /** The input with which the page reads the list, without its page. */
  readonly asked?: Readonly<Record<string, unknown>>
  /** The filters in words, as the page prints them. */
  readonly filter?: string | undefined
}

/** What `undefined` stands for is left out: it cannot travel. */
const given = (asked: Readonly<Record<string, unknown>> = {}) => Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''))

function TakeForm({ list, asked, filter, onClose }: Exported & { onClose: () => void }) {
  const tell = useTell()
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(() => audit.exportList({ list, asked: given(asked), reason, ...(filter ? { filter: filter.slice(0, 500) } : {}) }), {
    onDone: (file) => {
      keepFile(file as unknown as Blob)
      tell(word('exportDone'))
      onClose()
    },
  })
  const submit = () => {
    const missing = reason.trim() ? [] : [{ field: 'reason', text: word('exportMissing') }]
    setErrors(missing)
    if (missing.length === 0) void act.run(undefined)
  }
  return (
    <Form onSubmit={submit} errors={errors} failure={act.failure}
      acts={<><Button type="submit" look="main" running={act.running}>{word('exportTake')}</Button><Button onClick={onClose}>{say('ui.cancelForm')}</Button></>}>
      <TextField name="reason" label={word('exportReason')} hint={word('exportHint')} value={reason} onChange={setReason} maxLength={300} />
    </Form>
  )
}

/** Takes a list out as a workbook, all its rows, for a reason. Only for the roles in `takers`, when some may not. */
export function ListExport({ takers, label, ...exported }: Exported & { takers?: readonly string[]; label?: string }) {
  const { roleName } = useDesk()
  const [open, setOpen] = useState(false)
  if (!roleName || roleName === 'member' || (takers && !takers.includes(roleName))) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label ?? say('ui.export')}</Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={word('exportTitle')}>{open && <TakeForm {...exported} onClose={() => setOpen(false)} />}</Drawer>
    </>
  )
}

/** What every page with a list offers: to print it and to take it out. */
export function ListTools(props: Parameters<typeof ListExport>[0]) {
  return (
    <>
      <Button onClick={() => window.print()}>{say('ui.print')}</Button>
      <ListExport {...props} />
    </>
  )
}
