import { useEffect, useState } from 'react'
import { Button, Form, Select, TextField, useAct, type FieldError, say } from '../../../platform/ui-kit/index.ts'
import { revealReasons } from '../messages.vi.ts'
import { members, type Member } from './client.ts'
import { word } from './words.vi.ts'

const COVERS_AFTER_MS = 10 * 60_000
type Reason = keyof typeof revealReasons
export type Revealed = Awaited<ReturnType<typeof members.revealMember>>

/** What was opened, until ten minutes have passed or the page is left. */
export function useRevealed(): [Revealed | undefined, (opened: Revealed | undefined) => void] {
  const [opened, setOpened] = useState<Revealed>()
  useEffect(() => {
    if (!opened) return
    const timer = setTimeout(() => setOpened(undefined), COVERS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [opened])
  return [opened, setOpened]
}

/** Asks for the reason for which covered parts are opened. */
export function RevealForm({ id, label, onOpened }: { id: Member['id']; label: string; onOpened: (opened: Revealed) => void }) {
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(members.revealMember, { onDone: onOpened })
  const submit = () => {
    const missing = [
      ...(reason ? [] : [{ field: 'reason', text: say('ui.fieldMissing', { field: word('revealAsk') }) }]),
      ...(reason === 'other' && !note.trim() ? [{ field: 'note', text: say('ui.fieldMissing', { field: word('revealOther') }) }] : []),
    ]
    setErrors(missing)
    if (missing.length === 0) void act.run({ id, reason: reason as Reason, ...(note.trim() ? { note } : {}) })
  }
  return (
    <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<Button type="submit" running={act.running}>{label}</Button>}>
      <Select name="reason" label={word('revealAsk')} value={reason} onChange={setReason} choices={Object.entries(revealReasons).map(([value, choice]) => ({ value, label: choice }))} />
      {reason === 'other' && <TextField name="note" label={word('revealOther')} value={note} onChange={setNote} maxLength={300} />}
    </Form>
  )
}
