import { useState } from 'react'
import { keepFile, TextField, useAct, useTell } from '../../../../platform/ui-kit/index.ts'
import { transfers, type ListInput } from '../client.ts'
import { word } from '../words.vi.ts'
import { ActBox } from './act-box.tsx'

/** Asks why the list is taken out, then takes it: the rows that are filtered. */
export function ExportForm({ input, onClose }: { input: ListInput; onClose: () => void }) {
  const tell = useTell()
  const [reason, setReason] = useState('')
  const act = useAct(() => transfers.exportTransfers({ ...input, reason }), {
    onDone: (file) => {
      keepFile(file as unknown as Blob, `chuyen-sinh-hoat${input.asOf ? `-${input.asOf}` : ''}.xlsx`)
      tell(word('exportDone'))
      onClose()
    },
  })
  return (
    <ActBox title={word('exportTitle')} act={act} doing={word('exportTake')} required={[['reason', 'exportReason', reason.trim() !== '']]} onAct={() => void act.run(undefined)} onLeave={onClose}>
      <TextField name="reason" label={word('exportReason')} hint={word('exportHint')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}
