import { AppLink, Button, countText, DataTable, dayText, FailureBox, FilterRow, filtersInWords, momentText, Page, useAddress, useAddressState, useDesk, useRead, type Column, type Filter } from '../../../../platform/ui-kit/index.ts'
import { reportStates, type ReportState } from '../../codes.ts'
import { stateNames } from '../../messages.vi.ts'
import { reports, ROOM, type ReportList, type ReportRow } from '../client.ts'
import { periodChoice, StateMark } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { DueForm, OpenForm } from './period-forms.tsx'

function useColumns(list: ReportList | undefined): Column<ReportRow>[] {
  const address = useAddress()
  const to = (organisationId: string) => address('report', { period: list?.id ?? '', organisation: organisationId })
  const late = (row: ReportRow) => row.late && <span className="hint">{word(row.latest ? 'late' : 'notYetLate')}</span>
  return [
    { id: 'organisation', title: word('organisation'), width: '26%', cell: (row) => <AppLink to={to(row.organisationId)}>{row.name}</AppLink> },
    { id: 'state', title: word('state'), tight: true, cell: (row) => <><StateMark state={row.state} /> {late(row)}{row.changedBelow > 0 && <div className="hint">{word('changedBelowRow', { n: row.changedBelow })}</div>}</> },
    { id: 'version', title: word('version'), tight: true, cell: ({ latest }) => (latest ? word('versionN', { n: latest.ordinal }) : '') },
    { id: 'at', title: word('submittedAt'), tight: true, cell: ({ latest }) => (latest ? momentText(latest.submittedAt) : '') },
    { id: 'by', title: word('submittedBy'), cell: ({ latest }) => latest?.submittedBy ?? '' },
    { id: 'decided', title: word('decidedBy'), cell: ({ latest, state }) => <>{latest?.decidedBy ?? ''}{state === 'returned' && <div className="hint">{latest?.requests.at(-1)?.reason ?? latest?.decision}</div>}</> },
    { id: 'members', title: word('members'), number: true, cell: ({ members }) => (members === null ? '' : countText(members)) },
  ]
}

const statesLine = ({ counts, rows, dueOn }: ReportList) =>
  `${word('due', { day: dayText(dueOn) })} · ${word('states', { approved: counts.approved, expected: Math.max(rows.length, Object.values(counts).reduce((sum, n) => sum + n, 0)), submitted: counts.submitted, returned: counts.returned, missing: counts.missing })}`

/** Periods, and who has reported for one of them. */
export default function ReportsScreen() {
  const address = useAddress()
  const { today } = useDesk()
  const [state, set] = useAddressState({ ky: '', cua: '', 'tinh-trang': '', viec: '' })
  const periods = useRead([ROOM, 'periods'], (signal) => reports.listPeriods({ size: 50 }, { signal }))
  // From the work list comes who has to report, not for which period.
  const reporting = useRead([ROOM, 'periods', state.cua], (signal) => reports.listPeriods({ reporterId: state.cua, size: 50 }, { signal }), { enabled: state.cua !== '' && state.ky === '' })
  const asked = state.ky || reporting.value?.rows.find(({ until }) => until < today)?.id
  const chosen = periods.value?.rows.find(({ id }) => id === asked) ?? periods.value?.rows[0]
  const wanted = reportStates.find((each) => each === state['tinh-trang']) as ReportState | undefined
  const list = useRead([ROOM, 'list', chosen?.id ?? '', wanted ?? ''], (signal) => reports.listReports({ periodId: chosen!.id, ...(wanted ? { state: wanted } : {}) }, { signal }), { enabled: chosen !== undefined })
  const columns = useColumns(list.value)
  const filters: Filter[] = [
    { kind: 'list', name: 'ky', label: word('period'), value: chosen?.id ?? '', choices: (periods.value?.rows ?? []).map((period, _at, all) => ({ value: period.id, label: periodChoice(period, all) })) },
    { kind: 'list', name: 'tinh-trang', label: word('state'), value: state['tinh-trang'], choices: reportStates.map((value) => ({ value, label: stateNames[value] })) },
  ]
  const leave = () => set({ viec: '' })
  return (
    <Page alwaysToday title={word('title')} note={chosen && periodChoice(chosen, periods.value?.rows ?? [])} summary={list.value && statesLine(list.value)} filterWords={filtersInWords(filters)}
      tools={<Button onClick={() => window.print()}>{word('print')}</Button>}
      acts={list.value?.may.changeDueDay && !state.viec && <Button onClick={() => set({ viec: 'han' })}>{word('changeDue')}</Button>}
      main={periods.value?.may.open && !state.viec && <Button look="main" onClick={() => set({ viec: 'mo' })}>{word('open')}</Button>}>
      {state.viec === 'mo' && <OpenForm onLeave={leave} onOpened={(ky) => set({ ky, viec: '' })} />}
      {state.viec === 'han' && list.value && <DueForm list={list.value} onLeave={leave} />}
      <FailureBox failure={periods.failure ?? list.failure} onRetry={periods.failure ? periods.again : list.again} />
      {periods.value?.rows.length === 0 ? <p>{word('noPeriods')}</p> : (
        <>
          <FilterRow filters={filters} onChange={(name, value) => set({ [name]: String(value) })}
            aside={list.value?.may.readSum && chosen && <AppLink to={address('report', { period: chosen.id, organisation: chosen.organisationId })}>{word('sumOf', { name: chosen.organisation })}</AppLink>} />
          <DataTable caption={word('title')} columns={columns} rows={list.value?.rows ?? []} rowKey={({ organisationId }) => organisationId} waiting={list.waiting} {...(list.value ? { total: list.value.rows.length } : {})} />
        </>
      )}
    </Page>
  )
}
