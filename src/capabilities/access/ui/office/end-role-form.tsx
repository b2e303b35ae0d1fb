import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { Button, DayField, Form, say, Section, useAct, useDesk, useTell } from '../../../../platform/ui-kit/index.ts'
import { roleNames } from '../../messages.vi.ts'
import { access, ROOM, type Holding } from '../client.ts'
import { placeOf } from '../role-words.ts'
import { word } from '../words.vi.ts'

/** Ends a role from a day; it stays among the dated rows. */
export function EndRoleForm({ accountId, holding, onClose }: { accountId: string; holding: Holding; onClose: () => void }) {
  const { today } = useDesk()
  const tell = useTell()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [tried, setTried] = useState(false)
  const act = useAct(access.endRole, { refresh: [[ROOM]], onDone: () => { tell(word('ended')); onClose() } })
  const submit = () => {
    setTried(true)
    if (on) void act.run({ id: accountId, holdingId: holding.id, on })
  }
  return (
    <Section title={word('endTitle', { role: roleNames[holding.role] })} note={placeOf(holding)} boxed>
      <Form onSubmit={submit} failure={act.failure} {...(tried && !on ? { errors: [{ field: 'on', text: say('ui.fieldMissing', { field: word('endOn') }) }] } : {})}
        acts={<><Button type="submit" running={act.running}>{word('end')}</Button><Button onClick={onClose}>{say('ui.cancelForm')}</Button></>}>
        <DayField name="on" label={word('endOn')} hint={word('endOnHint')} value={on} onChange={setOn} />
      </Form>
    </Section>
  )
}
