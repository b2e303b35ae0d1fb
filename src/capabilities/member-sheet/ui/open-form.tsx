import { useState } from 'react'
import { Button, Checkbox, FieldGroup, Form, Select, TextField, type Failure, type FieldError, say } from '../../../platform/ui-kit/index.ts'
import { openReasons, type OpenableClass, type OpenReason } from '../codes.ts'
import { className } from '../messages.vi.ts'
import { reasonNames, word } from './words.vi.ts'

export type Opening = { classes: OpenableClass[]; reason: OpenReason; note?: string }

/** Which covered parts are opened, and why. Without `classes` everything that is covered there. */
export function OpenForm({ classes, onOpen, running, failure }: { classes?: readonly OpenableClass[]; onOpen: (opening: Opening) => void; running: boolean; failure: Failure | undefined }) {
  const [chosen, setChosen] = useState<readonly OpenableClass[]>([])
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const submit = () => {
    const wrong = [
      ...(classes && chosen.length === 0 ? [{ field: 'classes', text: word('chooseClass') }] : []), ...(reason ? [] : [{ field: 'reason', text: say('ui.fieldMissing', { field: word('openReason') }) }]),
      ...(reason === 'other' && !note.trim() ? [{ field: 'note', text: say('ui.fieldMissing', { field: word('openNote') }) }] : []),
    ]
    setErrors(wrong)
    if (wrong.length === 0) onOpen({ classes: [...chosen], reason: reason as OpenReason, ...(note.trim() ? { note } : {}) })
  }
  return (
    <Form onSubmit={submit} errors={errors} failure={failure} acts={<Button type="submit" running={running}>{word('openAct')}</Button>}>
      {classes && (
        <FieldGroup legend={word('openWhich')}>
          {classes.map((each, i) => (
            <Checkbox key={each} name={i === 0 ? 'classes' : each} label={className[each]} checked={chosen.includes(each)}
              onChange={(on) => setChosen((now) => (on ? [...now, each] : now.filter((other) => other !== each)))} />
          ))}
        </FieldGroup>
      )}
      <Select name="reason" label={word('openReason')} value={reason} onChange={setReason} choices={openReasons.map((value) => ({ value, label: reasonNames[value] }))} />
      {reason === 'other' && <TextField name="note" label={word('openNote')} value={note} onChange={setNote} maxLength={300} />}
    </Form>
  )
}
