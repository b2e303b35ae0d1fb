import { useState } from 'react'
import type { PlainDate } from '../../../../../kernel/index.ts'
import { Checkbox, DayField, FieldGroup, Select, TextField, useAct, useTell } from '../../../../../platform/ui-kit/index.ts'
import { foundWays, unionCodes } from '../../../codes.ts'
import { foundNames, unionNames } from '../../../messages.vi.ts'
import { ActForm, refresh, type ActFormProps } from './act-form.tsx'
import { sourcesAndTargets } from './client.ts'
import { word } from './words.vi.ts'

/** Since when the cell follows, mass organisations of the person and how the person was found, stated anew. */
export function DescribeForm({ one, onClose }: ActFormProps) {
  const tell = useTell()
  const [openedOn, setOpenedOn] = useState<PlainDate | undefined>(one.openedOn)
  const [union, setUnion] = useState<string>(one.unionCode ?? '')
  const [also, setAlso] = useState<readonly string[]>(one.alsoIn)
  const [foundBy, setFoundBy] = useState<string>(one.foundBy ?? '')
  const [foundThrough, setFoundThrough] = useState(one.foundThrough ?? '')
  const act = useAct(sourcesAndTargets.describeProspect, { refresh, onDone: () => { tell(word('described')); onClose() } })
  const others = unionCodes.filter((code) => code !== union)
  const send = () => void act.run({
    id: one.id, version: one.version, unionCode: unionCodes.find((code) => code === union) ?? null, alsoIn: others.filter((code) => also.includes(code)),
    foundBy: foundWays.find((way) => way === foundBy) ?? null, foundThrough: foundThrough.trim(), openedOn: openedOn!,
  })
  return (
    <ActForm act={act} doing={word('describe')} onClose={onClose} send={send} fields={[['openedOn', word('fieldOpened'), openedOn]]}>
      <DayField name="openedOn" label={word('fieldOpened')} value={openedOn} onChange={setOpenedOn} />
      <Select name="unionCode" label={word('fieldUnion')} value={union} onChange={setUnion} choices={unionCodes.map((value) => ({ value, label: unionNames[value] }))} optional />
      <FieldGroup legend={word('fieldAlso')}>
        {others.map((code) => <Checkbox key={code} name={`alsoIn.${code}`} label={unionNames[code]} checked={also.includes(code)} onChange={(checked) => setAlso(checked ? [...also, code] : also.filter((each) => each !== code))} />)}
      </FieldGroup>
      <Select name="foundBy" label={word('fieldFoundBy')} value={foundBy} onChange={setFoundBy} choices={foundWays.map((value) => ({ value, label: foundNames[value] }))} optional />
      <TextField name="foundThrough" label={word('fieldFound')} value={foundThrough} onChange={setFoundThrough} maxLength={200} optional />
    </ActForm>
  )
}
