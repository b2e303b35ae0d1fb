import '../reports.css'
import { useState } from 'react'
import { Button, changeText, countText, DataTable, dayText, Drawer, FilterRow, Loaded, Page, Section, useAddress, useAddressState, useRead, type Column, type TableGroup } from '../../../../platform/ui-kit/index.ts'
import { columnName, formOf, rowName, sectionName, tableTitles } from '../../../statistics/ui/index.ts'
import { reports, ROOM, type Comparison, type Difference } from '../client.ts'
import { word } from '../words.vi.ts'
import { DifferingPeopleList } from './differing-people.tsx'

const keyOf = ({ base, by, value, column }: Difference) => [base, by, value, column].join(' ')
const nameOf = ({ by, value }: Difference) => [sectionName(by), rowName(by, value ?? '')].filter(Boolean).join(': ')
/** The columns of everybody; the others tell of the same people once more. */
const isMain = ({ column }: Difference) => column === 'total'

const order = ['changes', 'admitted', 'stand', 'organisations', 'acts', 'committee'] as const

function groupsOf(rows: readonly Difference[]): TableGroup<Difference>[] {
  return order.map((base) => ({
    id: base, head: formOf(base).map((table) => `${table}. ${tableTitles[table]}`).join(' · '),
    rows: rows.filter((row) => row.base === base),
  })).filter(({ rows: found }) => found.length > 0)
}

function Differences({ comparison, sides }: { comparison: Comparison; sides: { a: string; b: string } }) {
  const [opened, setOpened] = useState<Difference>()
  // Of a sum they may be whole organisations.
  const [everybody, setEverybody] = useState(comparison.a.kind !== 'sum' && comparison.b.kind !== 'sum')
  const [state, set] = useAddressState({ cach: '' })
  const rows = comparison.rows.filter((row) => state.cach === 'het' || isMain(row))
  const columns: Column<Difference>[] = [
    { id: 'number', title: word('number'), width: '34%', cell: nameOf },
    { id: 'column', title: word('column'), cell: ({ column }) => columnName(column) },
    { id: 'a', title: word('columnA'), number: true, cell: ({ a }) => countText(a) },
    { id: 'b', title: word('columnB'), number: true, cell: ({ b }) => countText(b) },
    { id: 'change', title: word('change'), number: true, cell: ({ a, b }) => changeText(b - a) },
    { id: 'onlyA', title: word('onlyA'), number: true, cell: (row) => people(row, row.onlyA) },
    { id: 'onlyB', title: word('onlyB'), number: true, cell: (row) => people(row, row.onlyB) },
  ]
  const people = (row: Difference, n: number) => (n === 0 || row.namesCovered ? countText(n) : <button type="button" className="as-link" onClick={() => setOpened(row)}>{countText(n)}</button>)
  if (comparison.rows.length === 0) return <p>{word('nothingDiffers')}</p>
  return (
    <>
      <FilterRow filters={[{ kind: 'list', name: 'cach', label: word('view'), value: state.cach || 'chinh', choices: [{ value: 'chinh', label: word('onlyOthers') }, { value: 'het', label: word('allNumbers') }] }]} onChange={(_name, value) => set({ cach: String(value) })} />
      <DataTable caption={word('comparison')} columns={columns} groups={groupsOf(rows)} rowKey={keyOf} total={rows.length} />
      <Section title={word('people')}>{everybody ? <DifferingPeopleList sides={sides} cell={undefined} /> : <Button onClick={() => setEverybody(true)}>{word('showPeople')}</Button>}</Section>
      <Drawer open={opened !== undefined} onClose={() => setOpened(undefined)} title={opened ? `${nameOf(opened)} – ${columnName(opened.column)}` : ''}>
        {opened && <DifferingPeopleList key={keyOf(opened)} sides={sides} cell={opened} />}
      </Drawer>
    </>
  )
}

/** Why two reports differ: every number, the names that stand in one only, and the facts that put them there. */
export default function ComparisonScreen() {
  const address = useAddress()
  const [state] = useAddressState({ a: '', b: '' })
  const sides = { a: state.a, b: state.b }
  const read = useRead([ROOM, 'comparison', state.a, state.b], (signal) => reports.compareReports(sides, { signal }), { enabled: state.a !== '' && state.b !== '' })
  return (
    <Page alwaysToday title={word('comparison')} crumbs={[{ label: word('title'), to: address('reports') }, { label: word('comparison') }]} tools={<Button onClick={() => window.print()}>{word('print')}</Button>}
      summary={read.value && <>
        {word('sideA', { name: read.value.a.name, until: dayText(read.value.a.until) })}<br />{word('sideB', { name: read.value.b.name, until: dayText(read.value.b.until) })}
        {[read.value.a, read.value.b].filter(({ missing }) => missing.length > 0).map(({ missing }) => <span key={missing.join()}><br />{word('notInSum', { names: missing.join(', ') })}</span>)}
        {read.value.rows.length > 0 && <><br />{word('differs', { n: countText(read.value.rows.length) })}</>}
      </>}>
      {!state.a || !state.b ? <p>{word('choose')}</p> : <Loaded read={read} lines={10}>{(comparison) => <Differences comparison={comparison} sides={sides} />}</Loaded>}
    </Page>
  )
}
