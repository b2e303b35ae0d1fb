import { useState } from 'react'
import { Button, Form, RadioRow, useAct } from '../../../platform/ui-kit/index.ts'
import { access, type Me } from './client.ts'
import { heldText, roleAt } from './role-words.ts'
import { word } from './words.vi.ts'

/** “Làm việc với vai trò”: one of the roles held today. */
export function RoleChoice({ me, onChosen }: { me: Me; onChosen: () => void }) {
  const [holdingId, setHoldingId] = useState(me.holding?.id ?? '')
  const [missing, setMissing] = useState(false)
  const act = useAct(access.chooseRole, { onDone: onChosen })
  const submit = () => {
    setMissing(!holdingId)
    if (holdingId) void act.run({ holdingId })
  }
  return (
    <Form onSubmit={submit} failure={act.failure} {...(missing && !holdingId ? { errors: [{ field: 'holdingId', text: word('roleMissing') }] } : {})}
      acts={<Button type="submit" look="main" running={act.running}>{word('roleChoose')}</Button>}>
      <RadioRow name="holdingId" label={word('roleTitle')} hint={word('roleHint')} stacked value={holdingId} onChange={setHoldingId}
        choices={me.holdings.map((holding) => ({ value: holding.id, label: roleAt(holding), hint: heldText(holding) }))} />
    </Form>
  )
}
