import { fold, vietnameseOrder, nameSortKey } from '../../../../kernel/index.ts'
import {
  AppLink, Button, DataTable, EmptyList, FailureBox, FilterRow, filtersInWords, momentText, NumberLink, Page, useAddress, useAddressState, useDesk, useRead,
  type Column, type Filter,
} from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { heldRoles, isInState, type AccountState } from '../../codes.ts'
import { roleNames } from '../../messages.vi.ts'
import { access, ROOM, type Account } from '../client.ts'
import { word } from '../words.vi.ts'
import { AddUserForm } from './add-user-form.tsx'
import { RoleLines } from './role-lines.tsx'

const empty = { tim: '', 'vai-tro': '', 'tinh-trang': '', them: '', trang: '1' }
const PAGE = 50

/** States that the summary counts and the list can be narrowed to, by their slug. */
const states: Readonly<Record<string, { label: string; state: AccountState }>> = {
  'dang-dung': { label: word('usersActive'), state: 'active' }, 'chua-vao': { label: word('usersUnseen'), state: 'unseen' },
  'sap-het': { label: word('usersEnding'), state: 'ending' }, 'thoi': { label: word('usersWithout'), state: 'without' },
}

function useColumns(today: string): Column<Account>[] {
  const address = useAddress()
  return [
    { id: 'name', title: word('columnName'), cell: (account) => <AppLink to={address('user', { id: account.id })}>{account.fullName}</AppLink> },
    { id: 'signIn', title: word('columnSignIn'), cell: (account) => account.signInName },
    { id: 'roles', title: word('columnRoles'), width: '50%', cell: (account) => <RoleLines account={account} holdings={heldRoles(account, today)} /> },
    { id: 'seen', title: word('columnSeen'), tight: true, cell: (account) => (account.lastSeenAt ? momentText(account.lastSeenAt) : <span className="hint">{word('never')}</span>) },
  ]
}

/** Who may see what, since when, by whose decision. */
export default function UsersScreen() {
  const { today, roleName } = useDesk()
  const address = useAddress()
  const [state, set] = useAddressState(empty)
  const read = useRead([ROOM, 'accounts'], (signal) => access.listAccounts({}, { signal }))
  const columns = useColumns(today)
  const everybody = [...(read.value?.rows ?? [])].sort((a, b) => vietnameseOrder(nameSortKey(a.fullName), nameSortKey(b.fullName)))
  const wanted = fold(state.tim)
  const chosen = states[state['tinh-trang']]?.state
  const found = everybody.filter((account) =>
    (!wanted || fold(account.fullName).includes(wanted) || account.signInName.includes(wanted))
    && (!state['vai-tro'] || heldRoles(account, today).some(({ role }) => role === state['vai-tro']))
    && (!chosen || isInState(account, chosen, today)))
  const filters: Filter[] = [
    { kind: 'text', name: 'tim', label: word('usersSearch'), value: state.tim },
    { kind: 'list', name: 'vai-tro', label: word('usersRole'), value: state['vai-tro'], choices: Object.entries(roleNames).map(([value, label]) => ({ value, label })) },
    { kind: 'list', name: 'tinh-trang', label: word('usersState'), value: state['tinh-trang'], choices: Object.entries(states).map(([value, { label }]) => ({ value, label })) },
  ]
  const page = Number(state.trang) || 1
  const mayManage = roleName === 'administrator'
  return (
    <Page
      alwaysToday
      title={word('usersTitle')}
      filterWords={filtersInWords(filters)}
      summary={read.value && Object.entries(states).map(([slug, { label, state: each }], i) => (
        <span key={slug}>
          {i > 0 && ' · '}
          <NumberLink count={everybody.filter((account) => isInState(account, each, today)).length} word={label} to={address('users', {}, { 'tinh-trang': slug })} />
        </span>
      ))}
      tools={<ListTools list="users" asked={{ search: state.tim, role: state['vai-tro'], state: chosen }} filter={filtersInWords(filters)} />}
      main={mayManage && !state.them && <Button look="main" onClick={() => set({ them: '1' })}>{word('add')}</Button>}
    >
      {mayManage && !state.them && read.value?.rows.length === 1 && <p className="hint">{word('usersAlone')}</p>}
      {mayManage && state.them && <AddUserForm onClose={() => set({ them: '' })} />}
      <FilterRow filters={filters} onChange={(name, value) => set({ [name]: value })} />
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && (
        <DataTable caption={word('usersTitle')} columns={columns} rows={found.slice((page - 1) * PAGE, page * PAGE)} rowKey={(account) => account.id} rowHref={(account) => address('user', { id: account.id })}
          waiting={read.waiting} {...(read.value ? { total: found.length } : {})} page={page} onPage={(next) => set({ trang: String(next) })}
          empty={<EmptyList filters={filters} onDrop={(name, value) => set({ [name]: value })}>{word('usersEmpty')}</EmptyList>} />
      )}
    </Page>
  )
}

