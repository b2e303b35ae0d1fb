import { useState } from 'react'
import type { PlainDate } from '../../../../../kernel/index.ts'
import { ComboBox, DayField, TextField, useAct, useAddress, useDesk, usePlace, useTell, type ComboItem } from '../../../../../platform/ui-kit/index.ts'
import { ActForm, refresh, type ActFormProps } from './act-form.tsx'
import { sourcesAndTargets } from './client.ts'
import { cellsBut } from './cells.ts'
import { word } from './words.vi.ts'

/** Another cell of the own part follows the person from a day on; what is written since stands in its own following. */
export function MoveForm({ one, onClose }: ActFormProps) {
  const tell = useTell()
  const place = usePlace()
  const address = useAddress()
  const { today } = useDesk()
  const [cell, setCell] = useState<ComboItem>()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [resolution, setResolution] = useState('')
  const act = useAct(sourcesAndTargets.moveProspect, {
    refresh,
    onDone: ({ id }) => { tell(word('moved', { cell: cell?.label ?? '' })); onClose(); place.go(address('source', { id })) },
  })
  const send = () => void act.run({ id: one.id, cellId: cell!.id, on: on!, version: one.version, ...(resolution.trim() ? { resolution } : {}) })
  return (
    <ActForm act={act} doing={word('move')} onClose={onClose} send={send} fields={[['cellId', word('fieldToCell'), cell?.id], ['on', word('fieldCloseOn'), on]]}>
      <ComboBox name="cellId" label={word('fieldToCell')} value={cell} onChange={setCell} search={cellsBut(one.cellId)} />
      <DayField name="on" label={word('fieldCloseOn')} value={on} onChange={setOn} />
      <TextField name="resolution" label={word('fieldResolution')} value={resolution} onChange={setResolution} maxLength={200} optional />
    </ActForm>
  )
}
