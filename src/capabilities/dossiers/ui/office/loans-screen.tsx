import '../dossiers.css'
import { AppLink, countText, DataTable, FailureBox, Page, useAddress, useAddressState, useDesk, useIsPast, useRead, useViewed, ViewSwitch, type Column } from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { dossiers, ROOM, type Loan } from '../client.ts'
import { day } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { LoanMark, ReturnButton } from './dossier-facts.tsx'

const PAGE = 50
const states = { '': 'open', 'qua-hen': 'late', 'tat-ca': 'all' } as const
const isState = (text: string): text is keyof typeof states => Object.hasOwn(states, text)

/** What is lent, the earliest due first. */
export default function LoansScreen() {
  const viewed = useViewed()
  const { roleName } = useDesk()
  const isPast = useIsPast()
  const address = useAddress()
  const [state, set] = useAddressState({ muc: '', trang: '1' })
  const page = Number(state.trang) || 1
  const which = isState(state.muc) ? states[state.muc] : 'open'
  const read = useRead([ROOM, 'loans', which, page], (signal) => dossiers.listLoans({ state: which, ...viewed, page, size: PAGE }, { signal }))
  const mayReturn = !isPast && ['superiorOfficer', 'grassrootsOfficer'].includes(roleName ?? '')
  const columns: Column<Loan>[] = [
    { id: 'name', title: word('colName'), width: '18%', cell: (loan) => <AppLink to={address('dossier', { id: loan.personId })}>{loan.fullName}</AppLink> },
    { id: 'cell', title: word('colCell'), cell: (loan) => loan.cell },
    { id: 'what', title: word('colWhat'), width: '20%', cell: (loan) => loan.title ?? word('wholeDossier') },
    { id: 'borrower', title: word('colBorrower'), cell: (loan) => loan.borrower },
    { id: 'purpose', title: word('colPurpose'), cell: (loan) => loan.purpose },
    { id: 'lent', title: word('colLent'), tight: true, cell: (loan) => day(loan.lentOn) },
    { id: 'state', title: word('colState'), tight: true, cell: (loan) => <LoanMark loan={loan} /> },
    ...(mayReturn ? [{ id: 'act', title: word('colAct'), tight: true, cell: (loan: Loan) => !loan.returnedOn && <ReturnButton loan={loan} /> }] : []),
  ]
  const list = read.value
  return (
    <Page title={word('loansTitle')} crumbs={[{ label: word('menu'), to: address('dossiers') }, { label: word('loansTitle') }]} tools={<ListTools list="loans" asked={{ state: which, ...viewed }} />}
      summary={list && word('loansSummary', { n: countText(list.total), late: countText(list.late) })}>
      <ViewSwitch label={word('views')} value={state.muc} onChange={(muc) => set({ muc, trang: '1' })}
        views={[{ value: '', label: word('loansOpen') }, { value: 'qua-hen', label: word('loansLate') }, { value: 'tat-ca', label: word('loansAll') }]} />
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(list || !read.failure) && (
        <DataTable caption={word('loansTitle')} columns={columns} rows={list?.rows ?? []} rowKey={(loan) => loan.id} waiting={read.waiting} empty={word('loansEmpty')} {...(list ? { total: list.total } : {})} page={page} onPage={(next) => set({ trang: String(next) })} />
      )}
    </Page>
  )
}
