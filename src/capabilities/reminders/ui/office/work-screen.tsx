import './work.css'
import { useState } from 'react'
import {
  AppLink, Box, Button, FailureBox, FilterRow, filtersInWords, nothingSelected, Page, say, useAct, useDesk, useIsPast, usePlace, useTell, ViewSwitch, weekdayText, type Selection,
} from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { reminders, ROOM, type Sheets } from '../client.ts'
import { thingOfKey } from '../work-row.ts'
import { word } from '../words.vi.ts'
import { AssignBox } from './assign-box.tsx'
import { GivenToMe, givenState, GivenToOthers } from './assignments.tsx'
import { KindTable } from './kind-table.tsx'
import { ReminderSheets } from './reminder-sheets.tsx'
import { useWork } from './use-work.ts'
import { WorkNumbers } from './work-numbers.tsx'
import { WorkTable } from './work-table.tsx'

const mayRemind = ['superiorOfficer', 'grassrootsOfficer']
const mayAssign = ['superiorOfficer', 'leader', 'grassrootsOfficer']
const mayAnswer = [...mayAssign, 'cellSecretary']

/** What is reminded or printed: the chosen rows, else all that the filters find. */
const chosenBy = (selection: Selection) => (selection.keys.size && !selection.everything ? { things: [...selection.keys].map(thingOfKey) } : {})

/** What is to be done is known of today only: no list under the heading of another day. */
function NotInThePast() {
  const { path } = usePlace()
  return (
    <Page alwaysToday title={word('title')}>
      <Box tone="past">{word('alwaysToday')} <AppLink to={path}>{say('ui.asOf.back')}</AppLink></Box>
    </Page>
  )
}

/** The Monday list: what is late and due, chasing it, and whether chasing helped. */
export default function WorkScreen() {
  return useIsPast() ? <NotInThePast /> : <WorkOfToday />
}

function WorkOfToday() {
  const { today, roleName, organisation } = useDesk()
  const tell = useTell()
  const work = useWork()
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const [sheets, setSheets] = useState<Sheets>()
  const [assigning, setAssigning] = useState(false)
  const { read, filters, filterRow } = work
  const remind = useAct(reminders.remind, {
    refresh: [[ROOM]],
    onDone: ({ reminded }) => {
      tell(word('remindedDone', { n: reminded }))
      setSelection(nothingSelected)
    },
  })
  const print = useAct(reminders.printSheets, { refresh: [[ROOM]], onDone: setSheets })
  const may = mayRemind.includes(roleName ?? '')
  const assigns = mayAssign.includes(roleName ?? '')
  const nothingChosen = selection.keys.size === 0 && !selection.everything
  const sendReminders = () => (nothingChosen ? tell(word('remindNothing')) : void remind.run({ ...filters, ...chosenBy(selection) }))
  const assign = () => {
    if (nothingChosen) return tell(word('assignNothing'))
    setAssigning(true)
    window.scrollTo({ top: 0 })
  }
  const leaveAssigning = () => {
    setAssigning(false)
    setSelection(nothingSelected)
  }
  const acts = <>{may && <Button running={remind.running} onClick={sendReminders}>{word('remind')}</Button>}{assigns && <Button onClick={assign}>{word('assign')}</Button>}</>
  const seesGiven = roleName !== 'cellSecretary'
  const view = seesGiven && <ViewSwitch label={word('views')} value={work.state.cach} onChange={(cach) => work.set({ cach, trang: '1' })} views={[{ value: '', label: word('viewWork') }, { value: 'da-giao', label: word('viewGiven') }]} />
  if (seesGiven && work.state.cach === 'da-giao')
    return (
      <Page title={word('givenTitle')} crumbs={[{ label: organisation }]} tools={<ListTools list="assignments" asked={{ state: givenState(work.state['tra-loi']) }} />}>
        {view}
        <GivenToOthers state={work.state['tra-loi']} page={Number(work.state.trang) || 1} onState={(state) => work.set({ 'tra-loi': state, trang: '1' })} onPage={(page) => work.set({ trang: String(page) })} mayWithdraw={assigns} />
      </Page>
    )
  if (sheets) return <ReminderSheets sheets={sheets} onBack={() => setSheets(undefined)} />
  return (
    <Page
      title={word('titleOn', { day: weekdayText(today) })}
      crumbs={[{ label: organisation }]}
      filterWords={filtersInWords(filterRow)}
      tools={<ListTools list="work" asked={filters} filter={filtersInWords(filterRow)} />}
      acts={acts}
      main={may && read.value !== undefined && read.value.total > 0 && (
        <Button look="main" running={print.running} onClick={() => void print.run({ ...filters, ...chosenBy(selection) })}>{word('printSheets')}</Button>
      )}
    >
      <FailureBox failure={remind.failure ?? print.failure} />
      <FailureBox failure={read.failure} onRetry={read.again} />
      {assigning && <AssignBox filters={filters} selection={selection} onLeave={leaveAssigning} />}
      {mayAnswer.includes(roleName ?? '') && <GivenToMe />}
      {read.value && <WorkNumbers list={read.value} state={work.state} />}
      {read.value && read.value.byKind.length > 0 && <KindTable list={read.value} state={work.state} />}
      <FilterRow filters={filterRow} before={view} onChange={work.change} aside={word('latestFirst')} />
      {(read.value || !read.failure) && (
        <WorkTable work={work} {...(assigns ? { selection, onSelect: setSelection } : {})} selectionActs={acts} />
      )}
    </Page>
  )
}
