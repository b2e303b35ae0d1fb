import '../conferences.css'
import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import {
  ActBox, AppLink, Button, countText, DataTable, DayField, dayText, FailureBox, FilterRow, filtersInWords, Page, StatusMark, TextField, useAct, useAddress, useAddressState, useDesk, usePlace, useRead, useTell, ViewSwitch,
  type Column, type Filter,
} from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { afterAct, conferences, findOwn, ROOM, type ConferenceRow } from '../client.ts'
import { word } from '../words.vi.ts'
import { FollowUpForm } from './follow-up-form.tsx'
import { SolutionsTable } from './solutions-table.tsx'

const SIZE = 20
const states = ['open', 'asked', 'closed'] as const
const stateNames = { open: word('stateOpen'), asked: word('stateAsked'), closed: word('stateClosed') } as const

function OpenForm({ onLeave }: { onLeave: () => void }) {
  const { today } = useDesk()
  const [address, place, tell] = [useAddress(), usePlace(), useTell()]
  const own = useRead([ROOM, 'own'], findOwn)
  const [title, setTitle] = useState('')
  const [heldOn, setHeld] = useState<PlainDate | undefined>(today)
  const [where, setWhere] = useState('')
  const [asOf, setAsOf] = useState<PlainDate | undefined>(today)
  const act = useAct(conferences.openConference, { refresh: afterAct, onDone: ({ id }) => { tell(word('opened')); place.go(address('conference', { id })) } })
  return (
    <ActBox title={word('open')} act={act} doing={word('open')} onLeave={onLeave} required={[['title', word('fieldTitle'), title.trim() !== ''], ['heldOn', word('fieldHeld'), heldOn !== undefined], ['asOf', word('fieldAsOf'), asOf !== undefined]]}
      onAct={() => void (own.value && act.run({ organisationId: own.value.id, title, heldOn: heldOn!, asOf: asOf!, ...(where.trim() ? { place: where } : {}) }))}>
      <TextField name="title" label={word('fieldTitle')} value={title} onChange={setTitle} maxLength={200} />
      <DayField name="heldOn" label={word('fieldHeld')} value={heldOn} onChange={setHeld} />
      <TextField name="place" label={word('fieldPlace')} value={where} onChange={setWhere} maxLength={200} optional />
      <DayField name="asOf" label={word('fieldAsOf')} hint={word('openHint')} value={asOf} onChange={setAsOf} />
    </ActBox>
  )
}

function ConferencesTable({ rows, waiting }: { rows: readonly ConferenceRow[]; waiting: boolean }) {
  const address = useAddress()
  const columns: Column<ConferenceRow>[] = [
    { id: 'held', title: word('colHeld'), tight: true, cell: (row) => dayText(row.heldOn) },
    { id: 'title', title: word('colTitle'), width: '36%', cell: (row) => <AppLink to={address('conference', { id: row.id })}>{row.title}</AppLink> },
    { id: 'organisation', title: word('colOrganisation'), cell: (row) => row.organisation },
    { id: 'solutions', title: word('colSolutions'), number: true, cell: (row) => countText(row.solutions) },
    { id: 'open', title: word('colOpen'), number: true, cell: (row) => countText(row.open) },
    { id: 'asked', title: word('colAsked'), number: true, cell: (row) => (row.asked > 0 ? <StatusMark shape="late">{countText(row.asked)}</StatusMark> : countText(0)) },
    { id: 'state', title: word('colState'), tight: true, cell: (row) => (row.concludedOn ? word('concludedOn', { day: dayText(row.concludedOn) }) : word('drafting')) },
  ]
  return <DataTable caption={word('viewConferences')} columns={columns} rows={rows} rowKey={(row) => row.id} rowHref={(row) => address('conference', { id: row.id })} waiting={waiting} empty={word('noConferences')} />
}

function Solutions({ day }: { day: { asOf?: string; knownAt?: string } }) {
  const [state, set] = useAddressState({ 'tinh-trang': '', 'giai-phap': '', trang: '1' })
  const page = Number(state.trang) || 1
  const wanted = states.find((each) => each === state['tinh-trang'])
  const read = useRead([ROOM, 'solutions', wanted, page], (signal) => conferences.listSolutions({ ...day, ...(wanted ? { state: wanted } : {}), page, size: SIZE }, { signal }))
  const filters: Filter[] = [{ kind: 'list', name: 'tinh-trang', label: word('filterState'), value: wanted ?? '', choices: states.map((value) => ({ value, label: stateNames[value] })) }]
  const answered = read.value?.rows.find(({ id, mayFollowUp }) => id === state['giai-phap'] && mayFollowUp)
  return (
    <>
      {answered && <FollowUpForm key={answered.id} solution={answered} onLeave={() => set({ 'giai-phap': '' })} />}
      <FilterRow filters={filters} onChange={(_name, value) => set({ 'tinh-trang': value, trang: '1' })} />
      <FailureBox failure={read.failure} onRetry={read.again} />
      <SolutionsTable caption={filtersInWords(filters) || word('viewSolutions')} solutions={read.value?.rows ?? []} withConference onFollowUp={({ id }) => set({ 'giai-phap': id })} total={read.value?.total ?? 0} page={page} pageSize={SIZE}
        onPage={(to) => set({ trang: String(to) })} waiting={read.waiting} />
    </>
  )
}

/** What conferences decided and whether it moved anything; and the conferences themselves. */
export default function ConferencesScreen() {
  const { asOf, knownAt } = useDesk()
  const [state, set] = useAddressState({ cach: '', viec: '' })
  const day = { ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) }
  const read = useRead([ROOM, 'conferences'], (signal) => conferences.listConferences(day, { signal }))
  const mayOpen = read.value?.mayOpen === true
  const isList = state.cach === 'hoi-nghi'
  return (
    <Page title={word('title')} tools={<ListTools list={isList ? 'conferences' : 'solutions'} asked={day} />}
      main={mayOpen && state.viec !== 'mo' && <Button look="main" onClick={() => set({ viec: 'mo' })}>{word('open')}</Button>}>
      {mayOpen && state.viec === 'mo' && <OpenForm onLeave={() => set({ viec: '' })} />}
      <ViewSwitch label={word('view')} value={isList ? 'hoi-nghi' : ''} onChange={(cach) => set({ cach })} views={[{ value: '', label: word('viewSolutions') }, { value: 'hoi-nghi', label: word('viewConferences') }]} />
      <FailureBox failure={read.failure} onRetry={read.again} />
      {isList ? <ConferencesTable rows={read.value?.rows ?? []} waiting={read.waiting} /> : <Solutions day={day} />}
    </Page>
  )
}
