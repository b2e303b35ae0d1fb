import './targets.css'
import { useState } from 'react'
import { Button, countText, DataTable, Loaded, Page, useIsPast, ViewSwitch, type Sort } from '../../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../../audit/ui/index.ts'
import { AssignForm } from './assign-form.tsx'
import type { Progress, ProgressRow } from './client.ts'
import { balanceTotals, columnsOf, inOrder } from './columns.tsx'
import { HeadBar, HeadLine } from './head.tsx'
import { HistoryDrawer } from './history-drawer.tsx'
import { useTargets, type Targets } from './use-targets.ts'
import { word } from './words.vi.ts'

const sumOf = (rows: readonly ProgressRow[], number: (row: ProgressRow) => number) => rows.reduce((sum, row) => sum + number(row), 0)

const sortOf = (text: string): Sort | undefined => (text ? { by: text.replace(/-giam$/, ''), descending: text.endsWith('-giam') } : undefined)

function Rows({ targets, progress, onHistory }: { targets: Targets; progress: Progress; onHistory: (row: ProgressRow) => void }) {
  const { rows, head, elsewhere } = progress
  const sort = sortOf(targets.state.xep)
  if (head.isCell) return null
  return (
    <DataTable
      caption={word('table')} columns={columnsOf({ progress, to: targets.to, onHistory, draft: undefined })} rows={inOrder(rows, sort)} rowKey={(row) => row.organisationId}
      rowHref={(row) => (row.hasBelow ? targets.to(row.organisationId) : undefined)} waiting={targets.read.waiting} empty={word('empty')}
      {...(sort ? { sort } : {})} onSort={({ by, descending }) => targets.set({ xep: descending ? `${by}-giam` : by })}
      {...(rows.length > 0 && {
        totalsAt: 'bottom' as const,
        totals: {
          given: countText(head.passedOn), ...balanceTotals(rows, head.given, head.passedOn),
          admitted: sumOf(rows, (row) => row.admitted), thisYear: sumOf(rows, (row) => row.thisYear),
        },
      })}
      foot={elsewhere > 0 && word('elsewhere', { n: countText(elsewhere) })}
    />
  )
}

/** Targets of admission down the tree: what was given, passed on and reached, and giving them to the level below. */
export default function TargetsScreen() {
  const targets = useTargets()
  const { state, set, place, read } = targets
  const isPast = useIsPast()
  const [assigning, setAssigning] = useState<string>()
  const [opened, setOpened] = useState<{ organisationId: string; shortName: string }>()
  const progress = read.value
  const level = `${state['to-chuc']} ${state.ky} ${state.ve}`
  const givesHere = progress !== undefined && progress.mayAssign && !isPast
  const withOwn = givesHere && progress.maySetOwn && place.isOwn
  const isAssigning = assigning === level && givesHere && !read.waiting
  const mayAssign = givesHere && !isAssigning && (progress.rows.length > 0 || withOwn)
  return (
    <Page
      title={word('title')} note={!place.isOwn && place.name} crumbs={place.crumbs}
      summary={progress && <HeadLine progress={progress} onHistory={() => setOpened(progress.head)} />}
      tools={<ListTools list="targets" asked={targets.asked} />}
      main={mayAssign && <Button look="main" className="targets-act" onClick={() => setAssigning(level)}>{word('assign')}</Button>}
    >
      <div className="targets-views">
        <ViewSwitch label={word('viewPeriod')} value={state.ky} views={targets.periods} onChange={(ky) => set({ ky })} />
        <ViewSwitch label={word('viewMeasure')} value={state.ve} views={targets.measureChoices} onChange={(ve) => set({ ve })} />
      </div>
      <Loaded read={read} lines={10}>
        {(value) => (
          <>
            <HeadBar progress={value} />
            {isAssigning
              ? <AssignForm key={level} progress={value} withOwn={withOwn} onLeave={() => setAssigning(undefined)} />
              : <Rows targets={targets} progress={value} onHistory={setOpened} />}
          </>
        )}
      </Loaded>
      <HistoryDrawer opened={opened} onClose={() => setOpened(undefined)} />
    </Page>
  )
}
