import { useState } from 'react'
import {
  Button, Checkbox, DayField, Drawer, Form, RadioRow, say, Select, TextField, UncertainDayField, useAct, useDesk, useRead, useTell, type FieldError,
} from '../../../../../platform/ui-kit/index.ts'
import type { PlainDate, UncertainDate } from '../../../../../kernel/index.ts'
import { foundWays, unionCodes } from '../../../codes.ts'
import { foundNames, unionNames } from '../../../messages.vi.ts'
import { ROOM, sourcesAndTargets } from './client.ts'
import { useOwnCell } from './cells.ts'
import { word } from './words.vi.ts'

const required = (name: string, label: string, value: unknown): FieldError[] => (value ? [] : [{ field: name, text: say('ui.fieldMissing', { field: label }) }])

function AddForm({ onClose }: { onClose: () => void }) {
  const tell = useTell()
  const { today } = useDesk()
  const cell = useRead([ROOM, 'ownCell'], useOwnCell())
  const [fullName, setFullName] = useState('')
  const [sex, setSex] = useState('')
  const [bornOn, setBornOn] = useState<UncertainDate>()
  const [openedOn, setOpenedOn] = useState<PlainDate | undefined>(today)
  const [union, setUnion] = useState('')
  const [residence, setResidence] = useState('')
  const [resolution, setResolution] = useState('')
  const [also, setAlso] = useState('')
  const [foundBy, setFoundBy] = useState('')
  const [foundThrough, setFound] = useState('')
  const [isAnother, setAnother] = useState(false)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const act = useAct(sourcesAndTargets.addProspect, { refresh: [[ROOM]], onDone: () => { tell(word('added', { name: fullName.trim() })); onClose() } })
  const submit = () => {
    const wrongs = [...required('fullName', word('fieldName'), fullName.trim()), ...required('sex', word('fieldSex'), sex), ...required('bornOn', word('fieldBorn'), bornOn), ...required('openedOn', word('fieldOpened'), openedOn)]
    setErrors(wrongs)
    if (wrongs.length > 0 || !cell.value) return
    void act.run({
      cellId: cell.value, isAnother, openedOn: openedOn!, person: { fullName, sex: sex === 'female' ? 'female' : 'male', bornOn: bornOn!, ...(residence.trim() ? { residence } : {}) },
      ...(unionCodes.find((code) => code === union) ? { unionCode: unionCodes.find((code) => code === union) } : {}),
      ...(unionCodes.some((code) => code === also) ? { alsoIn: unionCodes.filter((code) => code === also) } : {}),
      ...(foundWays.find((way) => way === foundBy) ? { foundBy: foundWays.find((way) => way === foundBy) } : {}),
      ...(resolution.trim() ? { resolution } : {}), ...(foundThrough.trim() ? { foundThrough } : {}),
    })
  }
  const isAsked = isAnother || act.reasons.some(({ code }) => code === 'sourcesAndTargets.personKnown' || code === 'sourcesAndTargets.personAlike')
  return (
    <Form onSubmit={submit} errors={errors} failure={act.failure}
      acts={<><Button look="main" type="submit" running={act.running}>{word('add')}</Button><Button onClick={onClose}>{say('ui.cancelForm')}</Button></>}>
      <TextField name="fullName" label={word('fieldName')} value={fullName} onChange={setFullName} maxLength={120} />
      <RadioRow name="sex" label={word('fieldSex')} value={sex} onChange={setSex} choices={[{ value: 'male', label: word('male') }, { value: 'female', label: word('female') }]} />
      <UncertainDayField name="bornOn" label={word('fieldBorn')} value={bornOn} onChange={setBornOn} />
      <DayField name="openedOn" label={word('fieldOpened')} value={openedOn} onChange={setOpenedOn} />
      <Select name="unionCode" label={word('fieldUnion')} value={union} onChange={setUnion} choices={unionCodes.map((value) => ({ value, label: unionNames[value] }))} optional />
      <Select name="alsoIn" label={word('fieldAlso')} value={also} onChange={setAlso} choices={unionCodes.filter((code) => code !== union).map((value) => ({ value, label: unionNames[value] }))} optional />
      <TextField name="residence" label={word('fieldResidence')} value={residence} onChange={setResidence} maxLength={200} optional />
      <TextField name="resolution" label={word('fieldResolution')} value={resolution} onChange={setResolution} maxLength={200} optional />
      <Select name="foundBy" label={word('fieldFoundBy')} value={foundBy} onChange={setFoundBy} choices={foundWays.map((value) => ({ value, label: foundNames[value] }))} optional />
      <TextField name="foundThrough" label={word('fieldFound')} value={foundThrough} onChange={setFound} maxLength={200} optional />
      {isAsked && <Checkbox name="isAnother" label={word('isAnother')} checked={isAnother} onChange={setAnother} />}
    </Form>
  )
}

/** A cell takes up a person as a source; only what the forms ask. */
export function AddDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  return <Drawer open={open} onClose={onClose} title={word('add')} note={word('addHint')}><AddForm onClose={onClose} /></Drawer>
}
