import { useState } from 'react'
import { Button, Form, PasswordField, RefusalBox, say, TextField, useAct, useRead, type FieldError } from '../../../platform/ui-kit/index.ts'
import { accessRefusals } from '../messages.vi.ts'
import { access, ROOM } from './client.ts'
import { EntranceFrame } from './entrance-frame.tsx'
import { SHORTEST_PASSWORD } from './password-form.tsx'
import { word, type Word } from './words.vi.ts'

const empty = { organisationName: '', fullName: '', signInName: '', password: '' }
const labels: Record<Exclude<keyof typeof empty, 'password'>, Word> = { organisationName: 'setUpOrganisation', fullName: 'setUpPerson', signInName: 'signInName' }

function errorsOf(typed: typeof empty): FieldError[] {
  const missing = (Object.keys(labels) as (keyof typeof labels)[]).filter((name) => !typed[name].trim())
  return [
    ...missing.map((name) => ({ field: name, text: say('ui.fieldMissing', { field: word(labels[name]) }) })),
    ...(typed.password.length < SHORTEST_PASSWORD ? [{ field: 'password', text: word('passwordShort') }] : []),
  ]
}

/** The door that is walked through once is closed behind whoever came first. */
export function SetUpPage({ code, onDone }: { code: string; onDone: () => void }) {
  const { value } = useRead([ROOM, 'entrance'], (signal) => access.findEntrance({}, { signal }))
  if (!value?.organisationName) return <SetUpForm code={code} onDone={onDone} />
  const { what, todo } = accessRefusals['access.setUpDone']!
  return (
    <EntranceFrame title={word('setUpTitle')}>
      <RefusalBox reasons={[{ message: what, todo }]} still />
      <p className="form-acts"><Button look="main" onClick={onDone}>{say('ui.signIn')}</Button></p>
    </EntranceFrame>
  )
}

/** First start: the top organisation and the first administrator, with the code printed at the terminal. */
function SetUpForm({ code, onDone }: { code: string; onDone: () => void }) {
  const [typed, setTyped] = useState(empty)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(access.setUp, { onDone })
  const set = (name: keyof typeof empty) => (text: string) => setTyped((before) => ({ ...before, [name]: text }))
  const submit = () => {
    const found = errorsOf(typed)
    setErrors(found)
    if (found.length === 0) void act.run({ code, ...typed })
  }
  return (
    <EntranceFrame title={word('setUpTitle')}>
      <p>{word('setUpLead')}</p>
      {!code && <RefusalBox reasons={[{ message: word('setUpNoCode') }]} still />}
      <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<Button type="submit" look="main" running={act.running}>{word('setUp')}</Button>}>
        <TextField name="organisationName" label={word('setUpOrganisation')} hint={word('setUpOrganisationHint')} value={typed.organisationName} onChange={set('organisationName')} />
        <TextField name="fullName" label={word('setUpPerson')} value={typed.fullName} onChange={set('fullName')} autoComplete="name" />
        <TextField name="signInName" label={word('signInName')} hint={word('signInNameHint')} value={typed.signInName} onChange={set('signInName')} autoComplete="username" />
        <PasswordField name="password" label={word('password')} hint={word('passwordHint')} value={typed.password} onChange={set('password')} autoComplete="new-password" />
      </Form>
    </EntranceFrame>
  )
}
