import { useState } from 'react'
import { Button, Form, say, Section, useAct, useTell, type FieldError } from '../../../../platform/ui-kit/index.ts'
import { access, ROOM, type Account } from '../client.ts'
import { word } from '../words.vi.ts'
import { useGrantFields } from './use-grant-fields.tsx'

/** Gives a user a role. */
export function GrantForm({ account, onClose }: { account: Pick<Account, 'id' | 'fullName'>; onClose: () => void }) {
  const tell = useTell()
  const { fields, errors, grant } = useGrantFields()
  const [shown, setShown] = useState<FieldError[]>([])
  const act = useAct(access.grantRole, { refresh: [[ROOM]], onDone: () => { tell(word('granted')); onClose() } })
  const submit = () => {
    setShown(errors)
    if (errors.length === 0 && grant) void act.run({ id: account.id, ...grant })
  }
  return (
    <Section title={word('grantTitle', { name: account.fullName })} boxed>
      <Form onSubmit={submit} errors={shown} failure={act.failure}
        acts={<><Button type="submit" look="main" running={act.running}>{word('grant')}</Button><Button onClick={onClose}>{say('ui.cancelForm')}</Button></>}>
        {fields}
      </Form>
    </Section>
  )
}
