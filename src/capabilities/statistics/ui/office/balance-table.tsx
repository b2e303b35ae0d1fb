import { countText, DataTable, FailureBox, useDesk, useRead, type Column } from '../../../../platform/ui-kit/index.ts'
import { balanceNames } from '../../messages.vi.ts'
import { balanceItems, decreases, increases, type BalanceItem } from '../../codes.ts'
import { ROOM, statistics } from '../client.ts'
import { word } from '../words.vi.ts'
import type { Wanted } from './people-drawer.tsx'
import { TableFoot } from './table-foot.tsx'
import type { Period } from './periods.ts'

type Line = { organisationId: string; name: string; balance: Readonly<Record<BalanceItem, number>> }

/** Rare ways have no column while nobody went them. */
const rare: readonly BalanceItem[] = ['readmitted', 'reorganisedIn', 'expelled', 'left', 'reorganisedOut', 'unexplained']

const groupOf = (item: BalanceItem) => ((increases as readonly string[]).includes(item) ? word('increase') : (decreases as readonly string[]).includes(item) ? word('decrease') : undefined)

/** Table 1: the whole on top, a line for each part; every number that is not nought opens its names. */
export function BalanceTable({ period, place, onOpen }: { period: Period; place: { organisationId?: string }; onOpen: (wanted: Wanted) => void }) {
  const { knownAt } = useDesk()
  const input = { ...period, ...place, ...(knownAt ? { knownAt } : {}) }
  const read = useRead([ROOM, 'balance', JSON.stringify(input)], (signal) => statistics.findBalance(input, { signal }))
  const table = read.value
  const number = (line: Line, item: BalanceItem, isWhole = false) => line.balance[item] === 0 ? '0' : (
    <button type="button" className="as-link" onClick={() => onOpen({ kind: 'balance', what: `${line.name}: ${balanceNames[item]}`, input: { ...input, ...(isWhole ? {} : { partId: line.organisationId }), item } })}>{countText(line.balance[item])}</button>
  )
  const whole = table && { organisationId: table.organisationId, name: table.name, balance: table.whole }
  const items = balanceItems.filter((item) => !rare.includes(item) || (table?.whole[item] ?? 0) > 0 || table?.parts.some(({ balance }) => balance[item] > 0))
  const columns: Column<Line>[] = [
    { id: 'name', title: word('organisation'), width: '18%', cell: (line) => line.name },
    ...items.map((item): Column<Line> => { const group = groupOf(item); return { id: item, title: balanceNames[item], number: true, ...(group ? { group } : {}), cell: (line) => number(line, item) } }),
  ]
  return (
    <>
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(table || !read.failure) && (
        <DataTable caption={word('table1')} columns={columns} rows={table?.parts ?? []} rowKey={(line) => line.organisationId} waiting={read.waiting} empty={word('noParts')}
          {...(whole ? { totals: { name: word('total'), ...Object.fromEntries(items.map((item) => [item, number(whole, item, true)])) } } : {})} />
      )}
      {table && <TableFoot checks={table.checks} source={table.source} />}
    </>
  )
}
