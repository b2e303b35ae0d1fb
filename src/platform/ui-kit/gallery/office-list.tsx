import { useState } from 'react'
import type { PlainDate } from '../../../kernel/index.ts'
import { AppLink, Button, DataTable, DueWords, FilterRow, NumberLine, NumberLink, nothingSelected, Page, StatusMark, type Column, type Filter, type Selection, type Sort } from '../index.ts'
import { district, kinds, places, tasks, tasksToday, w, type Task } from './messages.vi.ts'

const columns: Column<Task>[] = [
  { id: 'due', title: w.term, sortable: true, tight: true, cell: (task) => <DueWords due={task.days === 0 ? { kind: 'today', dueOn: task.dueOn as PlainDate } : { kind: 'late', workingDays: task.days, ...(task.months !== undefined ? { years: task.years ?? 0, months: task.months } : {}), dueOn: task.dueOn as PlainDate }} /> },
  { id: 'work', title: w.work, cell: (task) => task.work },
  { id: 'person', title: w.person, sortable: true, cell: (task) => <AppLink to="/dang-vien/1">{task.person}</AppLink> },
  { id: 'place', title: w.place, cell: (task) => task.place },
  { id: 'next', title: w.next, cell: (task) => task.next },
  { id: 'owner', title: w.owner, cell: (task) => task.owner },
  { id: 'reminded', title: w.reminded, cell: (task) => task.reminded || <span className="hint">{w.never}</span> },
]

type Figures = { label: string; late: boolean }

const figureColumns: Column<Figures>[] = [
  { id: 'label', title: w.kind, cell: (row) => <strong>{row.label}</strong> },
  ...kinds.map(([title, late, soon]): Column<Figures> => ({ id: title, title, number: true, cell: (row) => <NumberLink size="cell" count={row.late ? late : soon} to="/viec-can-lam" label={title} /> })),
]

export function OfficeList() {
  const [party, setParty] = useState('qm')
  const [grouped, setGrouped] = useState(false)
  const [sort, setSort] = useState<Sort>({ by: 'due', descending: true })
  const [selection, setSelection] = useState<Selection>({ keys: new Set(['3']), everything: false })
  const filters: Filter[] = [
    { kind: 'list', name: 'party', label: w.party, value: party, choices: places.map((place) => ({ value: place.id, label: place.label, count: place.count })) },
    { kind: 'list', name: 'kind', label: w.kind, value: '', choices: kinds.map(([label]) => ({ value: label, label })) },
    { kind: 'text', name: 'name', label: w.name, value: '' },
    { kind: 'switch', name: 'grouped', label: w.cell, value: grouped },
  ]
  return (
    <Page title={w.list} crumbs={[{ label: district }]} acts={<><Button>{w.remind}</Button><Button>{w.assign}</Button></>} main={<Button look="main">{w.print}</Button>}>
      <NumberLine aside={w.lastWeek}>
        <NumberLink size="key" shape="late" count={47} word={w.late} to="/viec-can-lam" />
        <NumberLink size="key" shape="today" count={3} word={w.today} to="/viec-can-lam" />
        <NumberLink size="key" shape="soon" count={86} word={w.soon} to="/viec-can-lam" />
      </NumberLine>
      <DataTable caption={w.kind} columns={figureColumns} rows={[{ label: w.lateRow, late: true }, { label: w.soonRow, late: false }]} rowKey={(row) => row.label} />
      <FilterRow filters={filters} onChange={(name, value) => (name === 'party' ? setParty(value) : name === 'grouped' ? setGrouped(value === '1') : undefined)} aside={w.latestFirst} />
      <DataTable
        caption={w.list}
        columns={columns}
        groups={[
          { id: 'late', head: <StatusMark shape="late" plain>{w.lateGroup}</StatusMark>, rows: tasks, more: <AppLink to="/viec-can-lam">+40</AppLink> },
          { id: 'today', head: <StatusMark shape="today" plain>{w.todayGroup}</StatusMark>, rows: tasksToday },
        ]}
        rowKey={(task) => task.id}
        rowName={(task) => task.person}
        rowHref={() => '/dang-vien/1'}
        sort={sort}
        onSort={setSort}
        selection={selection}
        onSelect={setSelection}
        selectionActs={<Button onClick={() => setSelection(nothingSelected)}>{w.remind}</Button>}
        total={136}
        page={1}
        onPage={() => undefined}
      />
    </Page>
  )
}
