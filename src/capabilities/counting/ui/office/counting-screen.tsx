import './counting.css'
import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { Button, DayField, dayText, FilterRow, filtersInWords, Page, useAddressState, useDesk, type Filter } from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { usePlaces } from '../../../organisations/ui/index.ts'
import { dimensionsOf, measures, stocks, type Dimension, type Measure } from '../../codes.ts'
import { detailNames, dimensionNames, measureNames } from '../../messages.vi.ts'
import { word } from '../words.vi.ts'
import { CountedTable } from './counted-table.tsx'
import { CountedDrawer, type Opened } from './counted-drawer.tsx'

const empty = { dem: 'members', hang: 'grassroots', cot: 'sex', tu: '', den: '', 'to-chuc': '', tinh: 'then' }

const nameOf = (measure: Measure, dimension: Dimension) => (dimension === 'detail' ? (detailNames[measure] ?? dimensionNames.detail) : dimensionNames[dimension])

/** What is asked, as the address says it; what does not fit the measure falls back to what does. */
function useQuestion() {
  const { today, asOf, knownAt } = useDesk()
  const [state, set] = useAddressState(empty)
  const measure = measures.find((each) => each === state.dem) ?? 'members'
  const known = dimensionsOf[measure]
  const rows = known.find((each) => each === state.hang) ?? known.find((each) => each !== 'none')!
  const columns = measure === 'movement' ? 'none' : (known.find((each) => each === state.cot && each !== rows) ?? 'none')
  const until = (state.den || asOf || today) as PlainDate
  const from = (state.tu || `${until.slice(0, 4)}-01-01`) as PlainDate
  const isStock = stocks.includes(measure)
  const input = {
    measure, rows, columns, until, ...(isStock ? {} : { from }), ...(state['to-chuc'] ? { organisationId: state['to-chuc'] } : {}), ...(knownAt ? { knownAt } : {}),
    owner: (state.tinh === 'now' ? 'now' : 'then') as 'then' | 'now',
  }
  return { state, set, measure, rows, columns, known, until, from, isStock, input }
}

/** Days of the question: one for what stands, two for what has happened. */
function Days({ isStock, from, until, onChange }: { isStock: boolean; from: PlainDate; until: PlainDate; onChange: (change: { tu?: string; den?: string }) => void }) {
  return (
    <div className="counting-choices">
      {!isStock && <DayField name="from" label={word('fromDay')} value={from} onChange={(day) => day && onChange({ tu: day })} />}
      <DayField name="until" label={word(isStock ? 'onDay' : 'untilDay')} value={until} onChange={(day) => day && onChange({ den: day })} />
    </div>
  )
}

/** Any measure by any two dimensions; every number opens its names. */
export default function CountingScreen() {
  const { state, set, measure, rows, columns, known, until, from, isStock, input } = useQuestion()
  const [opened, setOpened] = useState<Opened | undefined>()
  const [organisation, setOrganisation] = useState('')
  const choices = (dimensions: readonly Dimension[]) => dimensions.map((each) => ({ value: each, label: nameOf(measure, each) }))
  const filters: Filter[] = [
    { kind: 'list', name: 'dem', label: word('measure'), value: measure, choices: measures.map((each) => ({ value: each, label: measureNames[each] })) },
    { kind: 'list', name: 'hang', label: word('rows'), value: rows, choices: choices(known) },
    ...(measure === 'movement' ? [] : [{ kind: 'list', name: 'cot', label: word('columns'), value: columns, choices: choices(known.filter((each) => each === 'none' || each !== rows)) } as const]),
    { kind: 'list', name: 'to-chuc', label: word('place'), value: state['to-chuc'], choices: usePlaces(state['to-chuc']) },
    { kind: 'list', name: 'tinh', label: word('owner'), value: input.owner, choices: [{ value: 'then', label: word('ownerThen') }, { value: 'now', label: word('ownerNow') }] },
  ]
  const days = { organisation, from: dayText(from), until: dayText(until) }
  return (
    <Page title={word('title')} filterWords={filtersInWords(filters)} summary={organisation ? word(isStock ? 'day' : 'period', days) : ''}
      tools={<><ListTools list="counts" asked={input} filter={filtersInWords(filters)} /><Button onClick={() => set(empty)}>{word('startAgain')}</Button></>}>
      <FilterRow filters={filters} onChange={(name, value) => set({ [name]: value })} />
      <Days key={`${from} ${until}`} isStock={isStock} from={from} until={until} onChange={set} />
      <CountedTable input={input} rowsName={nameOf(measure, rows)} onOrganisation={setOrganisation} onOpen={setOpened} />
      <CountedDrawer opened={opened} onClose={() => setOpened(undefined)} />
    </Page>
  )
}
