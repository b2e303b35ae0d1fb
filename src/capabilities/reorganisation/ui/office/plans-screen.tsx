import '../reorganisation.css'
import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import {
  ActBox, AppLink, Button, countText, DataTable, DayField, FailureBox, FilterRow, Page, Select, TextField, useAct, useAddress, useAddressState, useDesk, usePlace, useViewed, useRead, useTell, type Column,
} from '../../../../platform/ui-kit/index.ts'
import { planStates, type PlanState } from '../../codes.ts'
import { stateNames } from '../../messages.vi.ts'
import { reorganisation, ROOM, type PlanRow } from '../client.ts'
import { day, StateMark } from '../marks.tsx'
import { word } from '../words.vi.ts'

const PAGE = 50

/** Begins a plan: its name, the committee above all that changes, and the day. */
function NewForm({ onLeave }: { onLeave: () => void }) {
  const address = useAddress()
  const place = usePlace()
  const tell = useTell()
  const { today } = useDesk()
  const units = useRead([ROOM, 'units', ''], (signal) => reorganisation.listUnits({}, { signal }))
  const [title, setTitle] = useState('')
  const [root, setRoot] = useState('')
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const chosen = root || units.value?.rootId || ''
  const choices = (units.value?.rows ?? []).filter(({ isCell }) => !isCell).map(({ id, name }) => ({ value: id, label: name }))
  const act = useAct(reorganisation.draftPlan, { refresh: [[ROOM]], onDone: ({ id }) => { tell(word('drafted')); place.go(address('reorganisation', { id })) } })
  return (
    <ActBox title={word('actNew')} act={act} doing={word('actNew')} onLeave={onLeave} required={[['title', word('planTitle'), title.trim() !== ''], ['organisationId', word('root'), chosen !== '']]}
      onAct={() => void act.run({ organisationId: chosen, title, ...(on ? { effectiveOn: on } : {}) })}>
      <TextField name="title" label={word('planTitle')} hint={word('planTitleHint')} value={title} onChange={setTitle} maxLength={200} />
      <Select name="organisationId" label={word('root')} hint={word('rootHint')} value={chosen} onChange={setRoot} choices={choices} />
      <DayField name="effectiveOn" label={word('effectiveOn')} hint={word('effectiveHint')} value={on} onChange={setOn} />
    </ActBox>
  )
}

/** Plans that are prepared, and acts that were done. */
export default function PlansScreen() {
  const viewed = useViewed()
  const address = useAddress()
  const [state, set] = useAddressState({ viec: '', 'tinh-trang': '', trang: '1' })
  const page = Number(state.trang) || 1
  const wanted = planStates.find((each) => each === state['tinh-trang']) as PlanState | undefined
  const read = useRead([ROOM, 'plans', page, wanted ?? ''], (signal) => reorganisation.listPlans({ ...viewed, page, size: PAGE, ...(wanted ? { state: wanted } : {}) }, { signal }))
  const columns: Column<PlanRow>[] = [
    { id: 'on', title: word('colOn'), tight: true, cell: (row) => (row.effectiveOn ? day(row.effectiveOn) : word('noDay')) },
    { id: 'title', title: word('colTitle'), width: '36%', cell: (row) => <AppLink to={address('reorganisation', { id: row.id })}>{row.title}</AppLink> },
    { id: 'state', title: word('colState'), tight: true, cell: (row) => <StateMark state={row.state} /> },
    { id: 'decision', title: word('colDecision'), cell: (row) => (row.decisionNumber ? `${row.decisionNumber}, ${day(row.decidedOn)}` : word('none')) },
    { id: 'people', title: word('colPeople'), number: true, cell: (row) => (row.state === 'inForce' ? countText(row.people) : word('none')) },
    { id: 'organisation', title: word('colOrganisation'), cell: (row) => row.organisation },
  ]
  const may = read.value?.may.plan ?? false
  return (
    <Page title={word('title')} main={may && !state.viec && <Button look="main" onClick={() => set({ viec: 'lap' })}>{word('actNew')}</Button>}>
      {may && state.viec === 'lap' && <NewForm onLeave={() => set({ viec: '' })} />}
      <FilterRow filters={[{ kind: 'list', name: 'tinh-trang', label: word('filterState'), value: state['tinh-trang'], choices: planStates.map((value) => ({ value, label: stateNames[value] })) }]} onChange={(_name, value) => set({ 'tinh-trang': String(value), trang: '1' })} />
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && (
        <DataTable caption={word('title')} columns={columns} rows={read.value?.rows ?? []} rowKey={(row) => row.id} rowHref={(row) => address('reorganisation', { id: row.id })} waiting={read.waiting}
          empty={word('listEmpty')} {...(read.value ? { total: read.value.total } : {})} page={page} onPage={(next) => set({ trang: String(next) })} />
      )}
    </Page>
  )
}
