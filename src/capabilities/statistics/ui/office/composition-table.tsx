import type { PlainDate } from '../../../../kernel/index.ts'
import { countText, DataTable, FailureBox, ShareBar, shareText, useDesk, useRead, type Column, type TableGroup } from '../../../../platform/ui-kit/index.ts'
import { traitColumnNames, traitNames, traitValueName } from '../../messages.vi.ts'
import { traitColumns, type Trait, type TraitColumn } from '../../codes.ts'
import { ROOM, statistics } from '../client.ts'
import { word } from '../words.vi.ts'
import type { Wanted } from './people-drawer.tsx'
import { TableFoot } from './table-foot.tsx'

type Line = { trait: Trait | 'all'; value: string | null; covered: boolean; amounts: Readonly<Record<TraitColumn, number>> }

const nameOf = ({ trait, value }: Line) => (trait === 'all' ? word('total') : traitValueName(trait, value))

/** Table 3: a section for each trait, a bar for the share of all. */
export function CompositionTable({ until, place, onOpen }: { until: PlainDate; place: { organisationId?: string }; onOpen: (wanted: Wanted) => void }) {
  const { knownAt } = useDesk()
  const input = { until, ...place, ...(knownAt ? { knownAt } : {}) }
  const read = useRead([ROOM, 'composition', JSON.stringify(input)], (signal) => statistics.findComposition(input, { signal }))
  const table = read.value
  const all = table?.total.members ?? 0
  const number = (line: Line, among: TraitColumn) => line.amounts[among] === 0 || line.covered ? countText(line.amounts[among]) : (
    <button type="button" className="as-link" onClick={() => onOpen({ kind: 'composition', what: `${nameOf(line)} – ${traitColumnNames[among]}`, input: { ...input, trait: line.trait, ...(line.value === null ? {} : { value: line.value }), among } })}>{countText(line.amounts[among])}</button>
  )
  const columns: Column<Line>[] = [
    { id: 'value', title: word('by'), width: '28%', cell: nameOf },
    ...traitColumns.map((column): Column<Line> => ({ id: column, title: traitColumnNames[column], number: true, cell: (line) => number(line, column) })),
    { id: 'bar', title: word('shareOfAll'), width: '22%', cell: (line) => <ShareBar share={line.amounts.members / Math.max(1, all)} /> },
    { id: 'share', title: '%', number: true, tight: true, cell: (line) => shareText(line.amounts.members, all) },
  ]
  const groups: TableGroup<Line>[] = (table?.sections ?? []).map(({ trait, namesCovered, rows }) => ({ id: trait, head: traitNames[trait], rows: rows.map(({ value, ...amounts }) => ({ trait, value, covered: namesCovered, amounts })) }))
  const whole: Line | undefined = table && { trait: 'all', value: null, covered: false, amounts: table.total }
  return (
    <>
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(table || !read.failure) && (
        <DataTable caption={word('table3')} columns={columns} groups={groups} rowKey={(line) => `${line.trait} ${line.value}`} waiting={read.waiting}
          {...(whole ? { totals: { value: word('total'), ...Object.fromEntries(traitColumns.map((column) => [column, number(whole, column)])) } } : {})} />
      )}
      {table && <TableFoot checks={table.checks} source={table.source} />}
    </>
  )
}
