import { useState } from 'react'
import type { PlainDate } from '../../../../../kernel/index.ts'
import { Button, DayField, Form, say, TextField, useAct, useAddress, usePlace, useTell, type FieldError } from '../../../../../platform/ui-kit/index.ts'
import { admission, afterAct, type ConfirmationRow } from '../../client.ts'
import { actWords, word } from '../../words.vi.ts'

/** Opens the file of a probationary member who was taken over without one; the day of the ceremony rests on a paper. */
export function OpenConfirmation({ row, onClose }: { row: ConfirmationRow; onClose: () => void }) {
  const place = usePlace()
  const address = useAddress()
  const tell = useTell()
  const [ceremonyOn, setCeremonyOn] = useState<PlainDate | undefined>((row.ceremonyOn ?? undefined) as PlainDate | undefined)
  const [basis, setBasis] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(admission.openConfirmationForProbationer, {
    refresh: afterAct,
    onDone: (opened) => {
      tell(word('doneWord', { act: actWords.openConfirmation }))
      place.go(address('recognition', { id: opened.id }))
    },
  })
  const submit = () => {
    const wrong = [
      ...(ceremonyOn ? [] : [{ field: 'ceremonyOn', text: say('ui.fieldMissing', { field: word('ceremonyHeldOn') }) }]),
      ...(basis.trim() ? [] : [{ field: 'basis', text: say('ui.fieldMissing', { field: word('openConfirmationBasis') }) }]),
    ]
    setErrors(wrong)
    if (wrong.length === 0) void act.run({ personId: row.person.id, ceremonyOn: ceremonyOn!, basis })
  }
  return (
    <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<><Button look="main" type="submit" running={act.running}>{actWords.openConfirmation}</Button><Button onClick={onClose}>{say('ui.cancelForm')}</Button></>}>
      <DayField name="ceremonyOn" label={word('ceremonyHeldOn')} value={ceremonyOn} onChange={setCeremonyOn} />
      <TextField name="basis" label={word('openConfirmationBasis')} maxLength={200} value={basis} onChange={setBasis} />
      <p className="form-after">{word('openConfirmationAfter')}</p>
    </Form>
  )
}
