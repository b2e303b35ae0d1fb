import { AppLink, Button, countText, DataTable, FailureBox, FilterRow, filtersInWords, GreyLines, Page, Section, StatusMark, useAct, useAddress, useAddressState, useParams, useRead, useTell, type Column, type Filter, type StatusShape } from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { supplementStates, type SupplementState } from '../../codes.ts'
import { memberSheet, ROOM, type Campaign } from '../client.ts'
import { dateText, itemName } from '../said.ts'
import { supplementStateNames, word } from '../words.vi.ts'
import { FormsToPrint } from './forms-to-print.tsx'
import './sheet.css'

const shapes: Readonly<Record<SupplementState, StatusShape>> = { asked: 'future', answered: 'soon', checked: 'soon', takenIn: 'done', returned: 'returned' }

export const SupplementMark = ({ state }: { state: SupplementState }) => <StatusMark shape={shapes[state]} plain>{supplementStateNames[state]}</StatusMark>

const empty = { 'tinh-trang': '', 'chi-bo': '', trang: '1', in: '' }

type Cell = Campaign['cells'][number]
type Row = Campaign['rows'][number]

const cellColumns: readonly Column<Cell>[] = [
  { id: 'cell', title: word('columnCell'), cell: (row) => row.cell },
  { id: 'total', title: word('columnTotal'), cell: (row) => countText(row.total), number: true },
  ...supplementStates.map((state): Column<Cell> => ({ id: state, title: supplementStateNames[state], cell: (row) => countText(row[state]), number: true })),
]

function useRowColumns(): Column<Row>[] {
  const address = useAddress()
  return [
    { id: 'name', title: word('columnPerson'), cell: (row) => <AppLink to={address('supplementForm', { id: row.id })}>{row.bornOn ? `${row.fullName} (${row.bornOn.slice(0, 4)})` : row.fullName}</AppLink> },
    { id: 'cell', title: word('columnCell'), cell: (row) => row.cell }, { id: 'items', title: word('answers'), cell: (row) => (row.items.length ? row.items.map(itemName).join(', ') : row.answeredOn ? word('noChange') : ''), width: '34%' },
    { id: 'on', title: word('columnOn'), cell: (row) => (row.answeredOn ? dateText(row.answeredOn) : ''), tight: true },
    { id: 'state', title: word('columnState'), cell: (row) => <SupplementMark state={row.state} />, tight: true },
  ]
}

function TakeIn({ campaign }: { campaign: Campaign }) {
  const tell = useTell()
  const act = useAct(memberSheet.takeInSupplements, { refresh: [[ROOM], ['members']], onDone: ({ takenIn }) => tell(word('takenIn', { n: takenIn })) })
  return { act, button: campaign.may.takeIn && <Button look="main" running={act.running} onClick={() => void act.run({ campaignId: campaign.id })}>{word('takeIn', { n: campaign.readyToTakeIn })}</Button> }
}

function CampaignPage({ campaign, state, set }: { campaign: Campaign; state: typeof empty; set: (change: Partial<typeof empty>) => void }) {
  const address = useAddress()
  const columns = useRowColumns()
  const { act, button } = TakeIn({ campaign })
  const filters: Filter[] = [
    { kind: 'list', name: 'tinh-trang', label: word('filterState'), value: state['tinh-trang'], choices: supplementStates.map((value) => ({ value, label: supplementStateNames[value], count: campaign[value] })) },
    { kind: 'list', name: 'chi-bo', label: word('columnCell'), value: state['chi-bo'], choices: campaign.cells.map((cell) => ({ value: cell.cellId, label: cell.cell, count: cell.total })) },
  ]
  if (state.in === '1') return <FormsToPrint campaign={campaign} organisationId={state['chi-bo'] || undefined} onLeave={() => set({ in: '' })} />
  return (
    <Page alwaysToday title={word('campaign', { year: campaign.year })} filterWords={filtersInWords(filters)} backToList={address('supplements')} summary={word('campaignSummary', { organisation: campaign.organisation, due: dateText(campaign.dueOn), n: countText(campaign.total) })}
      tools={<><ListTools list="campaign" asked={{ campaignId: campaign.id, state: state['tinh-trang'], organisationId: state['chi-bo'] }} filter={filtersInWords(filters)} /><Button onClick={() => set({ in: '1' })}>{word('printForms')}</Button></>} main={button}>
      {act.failure && <FailureBox failure={act.failure} />}
      {act.done && act.done.notTakenIn.length > 0 && (
        <div role="status"><p>{word('notTakenIn')}</p><ul>{act.done.notTakenIn.map((each) => <li key={each.supplementId}>{each.fullName}: {each.items.join(', ')}</li>)}</ul></div>
      )}
      {campaign.cells.length > 1 && <Section title={word('byCell')}><DataTable caption={word('byCell')} columns={cellColumns} rows={campaign.cells} rowKey={(row) => row.cellId} /></Section>}
      <Section title={word('forms')}>
        <FilterRow filters={filters} onChange={(name, value) => set({ [name]: String(value) })} />
        <DataTable caption={word('forms')} columns={columns} rows={campaign.rows} rowKey={(row) => row.id} rowHref={(row) => address('supplementForm', { id: row.id })} total={campaign.rowsTotal} page={Number(state.trang)} onPage={(page) => set({ trang: String(page) })} />
      </Section>
    </Page>
  )
}

/** One yearly supplement: who answered and who did not, cell by cell. */
export default function CampaignScreen() {
  const { id } = useParams<{ id: string }>()
  const [state, set] = useAddressState(empty)
  const chosen = (supplementStates as readonly string[]).includes(state['tinh-trang']) ? (state['tinh-trang'] as SupplementState) : undefined
  const read = useRead([ROOM, 'campaign', id, state], (signal) => memberSheet.findCampaign({ campaignId: id, ...(chosen ? { state: chosen } : {}), ...(state['chi-bo'] ? { organisationId: state['chi-bo'] } : {}), page: Number(state.trang) }, { signal }))
  if (read.value?.id === id) return <CampaignPage campaign={read.value} state={state} set={set} />
  return <Page alwaysToday title={word('supplements')}>{read.failure ? <FailureBox failure={read.failure} onRetry={read.again} /> : <GreyLines />}</Page>
}
