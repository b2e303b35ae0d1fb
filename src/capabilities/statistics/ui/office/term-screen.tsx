import './term.css'
import { useState, type ComponentType } from 'react'
import { dayText, Loaded, Page, useAddressState, useDesk, useRead, ViewSwitch } from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { ROOM, statistics, type Measure } from '../client.ts'
import { word as outlookWord } from '../outlook-words.vi.ts'
import { word, yearsOfTerm } from '../words.vi.ts'
import { AdmissionsBlock } from './admissions-block.tsx'
import { CellsBlock } from './cells-block.tsx'
import { LateBlock } from './late-block.tsx'
import { MembersBlock } from './members-block.tsx'
import { NamesDrawer, type Opened } from './names-drawer.tsx'
import { OutlookBlock } from './outlook-blocks.tsx'
import { QualityBlock } from './quality-block.tsx'
import { UnionsBlock } from './unions-block.tsx'

type Day = { asOf?: string; knownAt?: string }

/** The parts of the overview, by what the address says, each with the list that is taken out of it. */
const views = [
  { value: '', label: outlookWord('viewTerm'), list: 'term' }, { value: 'to-chuc', label: outlookWord('viewParts'), list: 'outlook' },
  { value: 'chat-luong', label: outlookWord('viewQuality'), list: 'quality' }, { value: 'chi-bo', label: outlookWord('viewCells'), list: 'sourceCells' },
] as const

type Dashboard = Awaited<ReturnType<typeof statistics.findDashboard>>

type LastBlock = ComponentType<{ day: Day; ordinal: number }>
/** The parts before it are of this room and carry their numbers in their titles. */
const LAST_ORDINAL = 6

function TermView({ dashboard, day, onOpen, LastBlock }: { dashboard: Dashboard; day: Day; onOpen: (opened: Opened) => void; LastBlock: LastBlock }) {
  const open = (measure: Measure, what: string, period?: { from: string; until: string }) => onOpen({ measure, what, ...period })
  return (
    <>
      <div className="term">
        <AdmissionsBlock dashboard={dashboard} open={open} />
        <MembersBlock dashboard={dashboard} open={open} />
        <LateBlock dashboard={dashboard} />
        <UnionsBlock dashboard={dashboard} />
      </div>
      <div className="term-wide"><OutlookBlock day={day} open={onOpen} of="whole" /></div>
      <div className="term-wide"><LastBlock day={day} ordinal={LAST_ORDINAL} /></div>
    </>
  )
}

/** One page before a meeting: how far, where it sticks, where the sources are, how far it will come. Every number of people opens the names. */
function TermScreen({ LastBlock }: { LastBlock: LastBlock }) {
  const { asOf, knownAt, today, organisation } = useDesk()
  const [opened, setOpened] = useState<Opened>()
  const [{ cach }, set] = useAddressState({ cach: '' })
  const view = views.find(({ value }) => value === cach) ?? views[0]
  const day: Day = { ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) }
  const read = useRead([ROOM, 'dashboard'], () => statistics.findDashboard(day))
  const term = read.value?.term
  return (
    <Page
      title={term ? word('titleOfTerm', { term: yearsOfTerm(term) }) : word('title')}
      note={asOf ? undefined : word('asOf', { day: dayText(today) })}
      crumbs={[{ label: organisation }]}
      filterWords={view.value ? view.label : undefined}
      tools={<ListTools list={view.list} asked={view.list === 'sourceCells' ? { ...day, only: 'twoTerms' } : day} />}
    >
      <ViewSwitch label={outlookWord('view')} value={view.value} onChange={(value) => set({ cach: value })} views={views.map(({ value, label }) => ({ value, label }))} />
      {view.value === '' && <Loaded read={read} lines={10}>{(dashboard) => <TermView dashboard={dashboard} day={day} onOpen={setOpened} LastBlock={LastBlock} />}</Loaded>}
      {view.value === 'to-chuc' && <OutlookBlock day={day} open={setOpened} of="parts" />}
      {view.value === 'chat-luong' && <QualityBlock day={day} />}
      {view.value === 'chi-bo' && <CellsBlock day={day} />}
      <NamesDrawer opened={opened} day={day} onClose={() => setOpened(undefined)} />
    </Page>
  )
}

/** The overview with a last part of a room above. */
export const termScreenWith = (LastBlock: LastBlock) => () => <TermScreen LastBlock={LastBlock} />
