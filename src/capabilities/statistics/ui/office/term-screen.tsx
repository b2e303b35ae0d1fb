import './term.css'
import { useState } from 'react'
import { dayText, Loaded, Page, useDesk, useRead } from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { ROOM, statistics, type Measure } from '../client.ts'
import { word, yearsOfTerm } from '../words.vi.ts'
import { AdmissionsBlock } from './admissions-block.tsx'
import { CellsBlock } from './cells-block.tsx'
import { LateBlock } from './late-block.tsx'
import { MembersBlock } from './members-block.tsx'
import { NamesDrawer, type Opened } from './names-drawer.tsx'
import { OutlookBlocks } from './outlook-blocks.tsx'
import { QualityBlock } from './quality-block.tsx'
import { UnionsBlock } from './unions-block.tsx'

/** One page before a meeting: how far, where it sticks, where the sources are. Every number of people opens the names. */
export default function TermScreen() {
  const { asOf, knownAt, today, organisation } = useDesk()
  const [opened, setOpened] = useState<Opened>()
  const day = { ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) }
  const read = useRead([ROOM, 'dashboard'], () => statistics.findDashboard(day))
  const open = (measure: Measure, what: string, period?: { from: string; until: string }) => setOpened({ measure, what, ...period })
  const term = read.value?.term?.name
  return (
    <Page
      title={term ? word('titleOfTerm', { term: yearsOfTerm(term) }) : word('title')}
      note={asOf ? undefined : word('asOf', { day: dayText(today) })}
      crumbs={[{ label: organisation }]}
      tools={<ListTools list="term" asked={day} />}
    >
      <Loaded read={read} lines={10}>
        {(dashboard) => (
          <div className="term">
            <AdmissionsBlock dashboard={dashboard} open={open} />
            <MembersBlock dashboard={dashboard} open={open} />
            <LateBlock dashboard={dashboard} />
            <UnionsBlock dashboard={dashboard} />
          </div>
        )}
      </Loaded>
      <div className="term term-second">
        <OutlookBlocks day={day} open={setOpened} />
        <QualityBlock day={day} />
        <CellsBlock day={day} />
      </div>
      <NamesDrawer opened={opened} day={day} onClose={() => setOpened(undefined)} />
    </Page>
  )
}
