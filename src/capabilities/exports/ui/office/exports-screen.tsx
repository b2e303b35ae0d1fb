import { useState } from 'react'
import {
  AppLink, Button, ComboBox, Form, keepFile, Page, Section, TextField, useAct, useAddress, useAddressState, useDesk, useRead, useTell, useViewed, type ComboItem, type FieldError,
} from '../../../../platform/ui-kit/index.ts'
import { exports, organisations } from '../client.ts'
import { word } from '../words.vi.ts'

async function searchPlaces(text: string, signal: AbortSignal): Promise<ComboItem[]> {
  const { rows } = await organisations.listTree(text ? { search: text } : {}, { signal })
  return rows.filter((row) => !text || row.found).map((row) => ({ id: row.id, label: row.name, note: row.code }))
}

/** The organisation of the address, as the field shows it. */
function useChosen(): readonly [ComboItem | undefined, (item: ComboItem | undefined) => void] {
  const viewed = useViewed()
  const [state, set] = useAddressState({ 'to-chuc': '' })
  const id = state['to-chuc']
  const [picked, setPicked] = useState<ComboItem>()
  const read = useRead(['organisations', 'one', id, 'exports'], (signal) => organisations.findOrganisation({ id, ...viewed }, { signal }), { enabled: id !== '' && picked?.id !== id })
  const chosen = picked?.id === id ? picked : read.value?.id === id ? { id, label: read.value.name } : undefined
  return [chosen, (item) => { setPicked(item); set({ 'to-chuc': item?.id ?? '' }) }]
}

function TakeForm() {
  const tell = useTell()
  const { asOf, roleName } = useDesk()
  const hasOwnCell = roleName === 'cellSecretary'
  const [place, setPlace] = useChosen()
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(() => exports.exportInputFile({ ...(hasOwnCell || !place ? {} : { organisationId: place.id }), ...(asOf ? { asOf } : {}), reason }), {
    onDone: (file) => { keepFile(file as unknown as Blob); tell(word('done')); setReason('') },
  })
  const submit = () => {
    const wrong = [...(hasOwnCell || place ? [] : [{ field: 'organisationId', text: word('noPlace') }]), ...(reason.trim() ? [] : [{ field: 'reason', text: word('noReason') }])]
    setErrors(wrong)
    if (wrong.length === 0) void act.run(undefined)
  }
  return (
    <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<Button type="submit" look="main" running={act.running}>{word('take')}</Button>}>
      {!hasOwnCell && <ComboBox name="organisationId" label={word('place')} hint={word('placeHint')} value={place} onChange={setPlace} search={searchPlaces} />}
      <TextField name="reason" label={word('reason')} hint={word('reasonHint')} value={reason} onChange={setReason} maxLength={300} />
    </Form>
  )
}

/** The national input file of a cell or grassroots organisation, for a reason that is written down. */
export default function ExportsScreen() {
  const address = useAddress()
  const { organisation, roleName } = useDesk()
  return (
    <Page title={word('title')} crumbs={[{ label: organisation }]} summary={word('lead')}
      tools={roleName !== 'cellSecretary' && <AppLink to={address('audit', {}, { loai: 'xuat' })}>{word('trail')}</AppLink>}>
      <Section title={word('take')} boxed><TakeForm /></Section>
      <Section title={word('afterTitle')}>
        <ul>
          <li>{word('afterEdit')}</li>
          <li>{word('afterBack')}</li>
          <li>{word('afterKeep')}</li>
        </ul>
      </Section>
    </Page>
  )
}
