import { useState } from 'react'
import { Band, Box, Button, Form, PasswordField, say, TextField, useAct } from '../../../platform/ui-kit/index.ts'
import { access } from './client.ts'
import { EntranceFrame } from './entrance-frame.tsx'
import { word } from './words.vi.ts'

/** Gets a person in. `wasIn` = a session of this browser has run out meanwhile. */
export function SignInPage({ wasIn, onSignedIn }: { wasIn: boolean; onSignedIn: () => void }) {
  const [signInName, setSignInName] = useState('')
  const [password, setPassword] = useState('')
  const act = useAct(access.signIn, { onDone: onSignedIn })
  return (
    <EntranceFrame title={word('signInTitle')} unset={<Box>{word('notSetUp')}</Box>}>
      {wasIn && !act.failure && <Band tone="past">{word('idle')}</Band>}
      <Form onSubmit={() => void act.run({ signInName, password })} failure={act.failure} acts={<Button type="submit" look="main" running={act.running}>{say('ui.signIn')}</Button>}>
        <TextField name="signInName" label={word('signInName')} value={signInName} onChange={setSignInName} autoComplete="username" />
        <PasswordField name="password" label={word('password')} value={password} onChange={setPassword} autoComplete="current-password" />
      </Form>
    </EntranceFrame>
  )
}
