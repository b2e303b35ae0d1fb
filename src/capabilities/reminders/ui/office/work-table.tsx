import { useState, type ReactNode } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import {
  AppLink, countText, DataTable, dayText, DueWords, EmptyList, filterWords, say, StatusMark, useAddress, useDesk, type Column, type Selection, type TableGroup,
} from '../../../../platform/ui-kit/index.ts'
import { assignmentOutcomeNames, kindNames, ownerNames } from '../../messages.vi.ts'
import type { WorkList, WorkRow } from '../client.ts'
import { dueOf, placeName, rowKey, subjectName, useSubjectAddress } from '../work-row.ts'
import { word } from '../words.vi.ts'
import { groupSlugs, keptSearch, type Work } from './use-work.ts'
import { WorkDrawer } from './work-drawer.tsx'

const groupHeads = { late: word('groupLate'), today: word('groupToday'), soon: word('groupSoon') }

const shortDay = (day: string) => dayText(day as PlainDate).slice(0, 5)

function RemindedCell({ row, onOpen }: { row: WorkRow; onOpen: () => void }) {
  const { assigned } = row
  const words = row.reminded ? word('remindedLine', { day: shortDay(row.reminded.on), effect: word(row.reminded.effect) }) : word('notReminded')
  return (
    <>
      <button type="button" className="as-link" onClick={onOpen} aria-label={`${words}. ${word('openMore', { row: subjectName(row) })}`}>
        {words}
      </button>
      {assigned && <span className="hint">{word('assignedLine', { name: assigned.toName, state: assigned.outcome ? assignmentOutcomeNames[assigned.outcome] : word(assigned.isLate ? 'wantedLate' : 'wantedBy', { day: shortDay(assigned.wantedOn) }) })}</span>}
    </>
  )
}

function useColumns(today: PlainDate, open: (row: WorkRow) => void): Column<WorkRow>[] {
  const addressOf = useSubjectAddress()
  return [
    { id: 'due', title: word('columnDue'), tight: true, cell: (row) => <DueWords due={dueOf(row, today)} /> },
    { id: 'work', title: word('columnWork'), cell: (row) => kindNames[row.kind] },
    { id: 'person', title: word('columnPerson'), cell: (row) => <AppLink to={addressOf(row)}>{subjectName(row)}</AppLink> },
    { id: 'place', title: word('columnPlace'), cell: placeName },
    { id: 'next', title: word('columnNext'), cell: (row) => row.nextAct },
    { id: 'owner', title: word('columnOwner'), tight: true, cell: (row) => ownerNames[row.owner] },
    { id: 'reminded', title: word('columnReminded'), width: '10%', cell: (row) => <RemindedCell row={row} onOpen={() => open(row)} /> },
  ]
}

/** Runs of rows of one cell, in the order they came. */
function byCell(rows: readonly WorkRow[]): TableGroup<WorkRow>[] {
  const groups = new Map<string, WorkRow[]>()
  for (const row of rows) groups.set(row.organisationId, [...(groups.get(row.organisationId) ?? []), row])
  return [...groups].map(([id, inCell]) => ({ id, head: placeName(inCell[0]!), rows: inCell }))
}

function useGroups({ state, filters, grouped }: Work, list: WorkList | undefined): TableGroup<WorkRow>[] {
  const address = useAddress()
  const rows = list?.rows ?? []
  if (!list) return []
  if (state.theo === 'chi-bo') return byCell(rows)
  return (['late', 'today', 'soon'] as const).filter((group) => list.counts[group] > 0 && (!filters.group || filters.group === group)).map((group) => {
    const inGroup = rows.filter((row) => row.group === group)
    const rest = list.counts[group] - inGroup.length
    return {
      id: group, rows: inGroup,
      head: <StatusMark shape={group} plain>{word('groupCount', { group: groupHeads[group], n: countText(list.counts[group]) })}</StatusMark>,
      more: grouped && rest > 0 && (
        <>
          <span className="work-more"><AppLink to={address('work', {}, { ...keptSearch(state), nhom: groupSlugs[group] })}>{say('ui.more', { n: countText(rest) })}</AppLink></span>
          <span className="work-more-on-paper">{word('moreNotPrinted', { n: countText(rest) })}</span>
        </>
      ),
    }
  })
}

function Nothing({ work, list }: { work: Work; list: WorkList | undefined }) {
  const onlyLate = work.state.nhom === groupSlugs.late && work.filterRow.filter(filterWords).length === 1
  if (onlyLate) return <p className="empty">{word('emptyLate')}</p>
  return (
    <EmptyList filters={work.filterRow} onDrop={work.change}>
      {word('empty')} {list?.nextDueOn && word('emptyNext', { day: dayText(list.nextDueOn as PlainDate) })}
    </EmptyList>
  )
}

/** The list itself: under its three groups, one group paged, or cell by cell. */
export function WorkTable(props: { work: Work; selection?: Selection; onSelect?: (selection: Selection) => void; selectionActs?: ReactNode }) {
  const { work, ...selecting } = props
  const { today } = useDesk()
  const [opened, setOpened] = useState<WorkRow>()
  const addressOf = useSubjectAddress()
  const columns = useColumns(today, setOpened)
  const list = work.read.value
  const groups = useGroups(work, list)
  return (
    <>
      <DataTable
        caption={word('title')}
        columns={columns}
        groups={groups}
        rowKey={rowKey}
        rowName={subjectName}
        rowHref={addressOf}
        waiting={work.read.waiting}
        {...(list ? { total: list.total } : {})}
        {...(work.grouped && list ? { pageSize: Math.max(list.total, 1) } : { page: Number(work.state.trang) || 1 })}
        onPage={(page) => work.set({ trang: String(page) })}
        empty={<Nothing work={work} list={list} />}
        {...selecting}
      />
      <WorkDrawer row={opened} onClose={() => setOpened(undefined)} />
    </>
  )
}
