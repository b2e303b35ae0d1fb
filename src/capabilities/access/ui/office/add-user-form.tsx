import { useState } from 'react'
import { Button, Form, PasswordField, say, Section, TextField, useAct, useAddress, usePlace, useTell, type FieldError } from '../../../../platform/ui-kit/index.ts'
import { access, ROOM } from '../client.ts'
import { SHORTEST_PASSWORD } from '../password-form.tsx'
import { word } from '../words.vi.ts'
import { useGrantFields } from './use-grant-fields.tsx'

const empty = { fullName: '', signInName: '', password: '' }

function errorsOf({ fullName, signInName, password }: typeof empty): FieldError[] {
  return [
    ...(fullName.trim() ? [] : [{ field: 'fullName', text: say('ui.fieldMissing', { field: word('fullName') }) }]),
    ...(signInName.trim() ? [] : [{ field: 'signInName', text: say('ui.fieldMissing', { field: word('signInName') }) }]),
    ...(password.length < SHORTEST_PASSWORD ? [{ field: 'password', text: word('passwordShort') }] : []),
  ]
}

/** Adds a user with a first role. */
export function AddUserForm({ onClose }: { onClose: () => void }) {
  const tell = useTell()
  const place = usePlace()
  const address = useAddress()
  const [typed, setTyped] = useState(empty)
  const { fields, errors, grant } = useGrantFields()
  const [shown, setShown] = useState<FieldError[]>([])
  const act = useAct(access.addAccount, {
    refresh: [[ROOM]],
    onDone: ({ id }) => {
      tell(word('added', { name: typed.fullName }))
      place.go(address('user', { id }))
    },
  })
  const set = (name: keyof typeof empty) => (text: string) => setTyped((before) => ({ ...before, [name]: text }))
  const submit = () => {
    const found = [...errorsOf(typed), ...errors]
    setShown(found)
    if (found.length === 0 && grant) void act.run({ ...typed, signInName: typed.signInName.trim(), ...grant })
  }
  return (
    <Section title={word('addTitle')} boxed>
      <Form onSubmit={submit} errors={shown} failure={act.failure}
        acts={<><Button type="submit" look="main" running={act.running}>{word('add')}</Button><Button onClick={onClose}>{say('ui.cancelForm')}</Button></>}>
        <TextField name="fullName" label={word('fullName')} value={typed.fullName} onChange={set('fullName')} maxLength={120} />
        <TextField name="signInName" label={word('signInName')} hint={word('signInNameHint')} value={typed.signInName} onChange={set('signInName')} maxLength={60} />
        <PasswordField name="password" label={word('addPassword')} hint={word('addPasswordHint')} value={typed.password} onChange={set('password')} autoComplete="new-password" />
        {fields}
      </Form>
    </Section>
  )
}
