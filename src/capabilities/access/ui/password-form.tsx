import { useState } from 'react'
import { Button, Form, PasswordField, useAct, type FieldError } from '../../../platform/ui-kit/index.ts'
import { access } from './client.ts'
import { word } from './words.vi.ts'

export const SHORTEST_PASSWORD = 10

const empty = { oldPassword: '', newPassword: '', again: '' }

function errorsOf({ oldPassword, newPassword, again }: typeof empty): FieldError[] {
  return [
    ...(oldPassword ? [] : [{ field: 'oldPassword', text: word('passwordOldMissing') }]),
    ...(newPassword.length < SHORTEST_PASSWORD ? [{ field: 'newPassword', text: word('passwordShort') }] : []),
    ...(newPassword === again ? [] : [{ field: 'again', text: word('passwordDiffers') }]),
  ]
}

/** Changes the own password. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const [typed, setTyped] = useState(empty)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(access.changePassword, { onDone: () => { setTyped(empty); onDone() } })
  const set = (name: keyof typeof empty) => (text: string) => setTyped((before) => ({ ...before, [name]: text }))
  const submit = () => {
    const found = errorsOf(typed)
    setErrors(found)
    if (found.length === 0) void act.run({ oldPassword: typed.oldPassword, newPassword: typed.newPassword })
  }
  return (
    <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<Button type="submit" look="main" running={act.running}>{word('passwordChange')}</Button>}>
      <PasswordField name="oldPassword" label={word('passwordOld')} value={typed.oldPassword} onChange={set('oldPassword')} autoComplete="current-password" />
      <PasswordField name="newPassword" label={word('passwordNew')} hint={word('passwordHint')} value={typed.newPassword} onChange={set('newPassword')} autoComplete="new-password" />
      <PasswordField name="again" label={word('passwordAgain')} value={typed.again} onChange={set('again')} autoComplete="new-password" />
    </Form>
  )
}
