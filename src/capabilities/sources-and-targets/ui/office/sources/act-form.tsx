import { useState, type ReactNode } from 'react'
import { Button, Form, say, type Act, type FieldError } from '../../../../../platform/ui-kit/index.ts'
import { ROOM, type Prospect } from './client.ts'

export type ActFormProps = { one: Prospect; onClose: () => void }
type Field = readonly [name: string, label: string, value: unknown]

/** What is missing is said before anything is sent. */
function useSubmit(fields: readonly Field[], send: () => void) {
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const submit = () => {
    const wrongs = fields.filter(([, , value]) => value === undefined || value === '').map(([field, label]) => ({ field, text: say('ui.fieldMissing', { field: label }) }))
    setErrors(wrongs)
    if (wrongs.length === 0) send()
  }
  return { errors, submit }
}

/** The form of one act: its fields, the button that does it, and the way out. */
export function ActForm<I, O>(props: { fields: readonly Field[]; act: Act<I, O>; doing: string; send: () => void; onClose: () => void; children: ReactNode }) {
  const { errors, submit } = useSubmit(props.fields, props.send)
  return (
    <Form onSubmit={submit} errors={errors} failure={props.act.failure}
      acts={<><Button look="main" type="submit" running={props.act.running}>{props.doing}</Button><Button onClick={props.onClose}>{say('ui.cancelForm')}</Button></>}>
      {props.children}
    </Form>
  )
}

/** What is read anew after an act. */
export const refresh = [[ROOM]]
