import { addDays, fold, vietnameseOrder, nameSortKey, type PlainDate } from '../../../../kernel/index.ts'
import {
  AppLink, Button, DataTable, EmptyList, FailureBox, FilterRow, filtersInWords, momentText, NumberLink, Page, say, useAddress, useAddressState, useDesk, useRead,
  type Column, type Filter,
} from '../../../../platform/ui-kit/index.ts'
import { roleNames } from '../../messages.vi.ts'
import { access, ROOM, type Account } from '../client.ts'
import { heldStateOf } from '../role-words.ts'
import { word } from '../words.vi.ts'
import { AddUserForm } from './add-user-form.tsx'
import { RoleLines } from './role-lines.tsx'

const empty = { tim: '', 'vai-tro': '', 'tinh-trang': '', them: '', trang: '1' }
const UNSEEN_DAYS = 90
const ENDING_DAYS = 30
const PAGE = 50

const heldRoles = (account: Account, today: string) => account.holdings.filter((holding) => heldStateOf(holding, today) === 'held')

/** States of a user that the summary counts and the list can be narrowed to, by their slug. */
const states: Record<string, { label: string; is: (account: Account, today: PlainDate) => boolean }> = {
  'dang-dung': { label: word('usersActive'), is: (account, today) => heldRoles(account, today).length > 0 && (!account.disabledOn || account.disabledOn > today) },
  'chua-vao': { label: word('usersUnseen'), is: (account, today) => !account.lastSeenAt || account.lastSeenAt.slice(0, 10) < addDays(today, -UNSEEN_DAYS) },
  'sap-het': { label: word('usersEnding'), is: (account, today) => heldRoles(account, today).some(({ until }) => until && until <= addDays(today, ENDING_DAYS)) },
  'thoi': { label: word('usersWithout'), is: (account, today) => heldRoles(account, today).length === 0 },
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
  const found = everybody.filter((account) =>
    (!wanted || fold(account.fullName).includes(wanted) || account.signInName.includes(wanted))
    && (!state['vai-tro'] || heldRoles(account, today).some(({ role }) => role === state['vai-tro']))
    && (!states[state['tinh-trang']] || states[state['tinh-trang']]!.is(account, today)))
  const filters: Filter[] = [
    { kind: 'text', name: 'tim', label: word('usersSearch'), value: state.tim },
    { kind: 'list', name: 'vai-tro', label: word('usersRole'), value: state['vai-tro'], choices: Object.entries(roleNames).map(([value, label]) => ({ value, label })) },
    { kind: 'list', name: 'tinh-trang', label: word('usersState'), value: state['tinh-trang'], choices: Object.entries(states).map(([value, { label }]) => ({ value, label })) },
  ]
  const page = Number(state.trang) || 1
  const mayManage = roleName === 'administrator'
  return (
    <Page
      title={word('usersTitle')}
      filterWords={filtersInWords(filters)}
      summary={read.value && Object.entries(states).map(([slug, { label, is }], i) => (
        <span key={slug}>
          {i > 0 && ' · '}
          <NumberLink count={everybody.filter((account) => is(account, today)).length} word={label} to={address('users', {}, { 'tinh-trang': slug })} />
        </span>
      ))}
      tools={<Button onClick={() => window.print()}>{say('ui.print')}</Button>}
      main={mayManage && !state.them && <Button look="main" onClick={() => set({ them: '1' })}>{word('add')}</Button>}
    >
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

