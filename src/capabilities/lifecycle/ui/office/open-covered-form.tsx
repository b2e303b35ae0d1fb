import { useState } from 'react'
import { ActBox, TextField, useAct } from '../../../../platform/ui-kit/index.ts'
import { word } from '../measures.vi.ts'

type Props<T> = { call: (input: { personId: string; reason: string }) => Promise<T>; personId: string; onOpened: (opened: T) => void; onLeave: () => void }

/** Asks why the covered words about a person are opened, then opens them. */
export function OpenCoveredForm<T>({ call, personId, onOpened, onLeave }: Props<T>) {
  const [reason, setReason] = useState('')
  const act = useAct(call, { onDone: onOpened })
  return (
    <ActBox title={word('openIt')} act={act} doing={word('openIt')} onLeave={onLeave} required={[['reason', word('openReason'), reason.trim() !== '']]} onAct={() => void act.run({ personId, reason })}>
      <TextField name="reason" label={word('openReason')} hint={word('openReasonHint')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}
