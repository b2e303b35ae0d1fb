import { useState } from 'react'
import { ActBox, TextField, useAct } from '../../../../platform/ui-kit/index.ts'
import { lifecycle, type OpenedMeasures } from '../client.ts'
import { word } from '../measures.vi.ts'

/** Asks why the covered words are opened, then opens them. */
export function OpenMeasuresForm({ personId, onOpened, onLeave }: { personId: string; onOpened: (opened: OpenedMeasures) => void; onLeave: () => void }) {
  const [reason, setReason] = useState('')
  const act = useAct(lifecycle.openMeasures, { onDone: onOpened })
  return (
    <ActBox title={word('openIt')} act={act} doing={word('openIt')} onLeave={onLeave} required={[['reason', word('openReason'), reason.trim() !== '']]} onAct={() => void act.run({ personId, reason })}>
      <TextField name="reason" label={word('openReason')} hint={word('openReasonHint')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}
