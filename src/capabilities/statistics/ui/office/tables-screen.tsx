import './tables.css'
import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { dayText, DayField, FilterRow, filtersInWords, Page, useAddressState, useDesk, ViewSwitch, type Filter } from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { tableCodes } from '../../codes.ts'
import { tableTitle } from '../filled-table.tsx'
import { word } from '../words.vi.ts'
import { BalanceTable } from './balance-table.tsx'
import { CompositionTable } from './composition-table.tsx'
import { OfficialTable } from './official-table.tsx'
import { PeopleDrawer, type Wanted } from './people-drawer.tsx'
import { periodsUpTo, type Period } from './periods.ts'
import { usePlaces } from '../../../organisations/ui/index.ts'

const TAKERS = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector']
const empty = { bieu: '1', ky: '', tu: '', den: '', 'to-chuc': '' }

function usePeriod(state: typeof empty) {
  const { today, asOf } = useDesk()
  const periods = periodsUpTo(asOf ?? today)
  const chosen = periods.find(({ value }) => value === state.ky) ?? periods[0]!
  const own = state.tu && state.den
  return { periods, chosen: own ? '' : chosen.value, period: { from: (own ? state.tu : chosen.from) as PlainDate, until: (own ? state.den : chosen.until) as PlainDate } }
}

/** Days of one's own instead of a half-year. */
function OwnDays({ period, onChange }: { period: Period; onChange: (period: Period) => void }) {
  return (
    <div className="own-days">
      <DayField name="from" label={word('fromDay')} value={period.from} onChange={(from) => from && onChange({ ...period, from })} />
      <DayField name="until" label={word('untilDay')} value={period.until} onChange={(until) => until && onChange({ ...period, until })} />
    </div>
  )
}

/** The official tables of a period; every number opens its names, every table says whether it adds up. */
export default function TablesScreen() {
  const { knownAt } = useDesk()
  const [state, set] = useAddressState(empty)
  const [wanted, setWanted] = useState<Wanted | undefined>()
  const { periods, chosen, period } = usePeriod(state)
  const places = usePlaces(state['to-chuc'])
  const place = state['to-chuc'] ? { organisationId: state['to-chuc'] } : {}
  const table = tableCodes.find((each) => each === state.bieu) ?? '1'
  const filters: Filter[] = [
    { kind: 'list', name: 'ky', label: word('period'), value: chosen, choices: periods },
    { kind: 'list', name: 'to-chuc', label: word('place'), value: state['to-chuc'], choices: places },
  ]
  return (
    <Page title={tableTitle(table)} filterWords={filtersInWords(filters)}
      summary={word('periodWords', { from: dayText(period.from), until: dayText(period.until) })}
      tools={<ListTools list={`table${table}`} asked={{ ...place, ...(table === '3' ? { until: period.until } : period), knownAt }} takers={TAKERS} />}>
      <FilterRow filters={filters} onChange={(name, value) => set({ [name]: value, ...(name === 'ky' ? { tu: '', den: '' } : {}) })}
        before={<ViewSwitch label={word('tables')} value={table} onChange={(bieu) => set({ bieu })} views={tableCodes.map((each) => ({ value: each, label: word('tableShort', { table: each }) }))} />} />
      <OwnDays key={`${period.from} ${period.until}`} period={period} onChange={({ from, until }) => set({ tu: from, den: until })} />
      {table === '1' ? <BalanceTable period={period} place={place} onOpen={setWanted} /> : table === '3' ? <CompositionTable until={period.until} place={place} onOpen={setWanted} />
        : <OfficialTable key={table} table={table} period={period} place={place} />}
      <PeopleDrawer wanted={wanted} onClose={() => setWanted(undefined)} />
    </Page>
  )
}
