import { useState } from 'react'
import { Button, Columns, FailureBox, fill, Loaded, Page, Section, SummaryList, useAct, useAddress, useAddressState, useDesk, useIsPast, useParams, useRead, useTell } from '../../../../platform/ui-kit/index.ts'
import { access, ROOM, type AccountWithSessions, type Holding } from '../client.ts'
import { heldRoles } from '../../codes.ts'
import { placeOf } from '../role-words.ts'
import { whatRoleSees, word } from '../words.vi.ts'
import { EndRoleForm } from './end-role-form.tsx'
import { GrantForm } from './grant-form.tsx'
import { HoldingTable } from './holding-table.tsx'
import { SessionTable } from './session-table.tsx'

function Sees({ account }: { account: AccountWithSessions }) {
  const { today } = useDesk()
  const held = heldRoles(account, today)
  if (held.length === 0) return <p className="hint">{word('noRole')}</p>
  return <ul>{held.map((holding) => <li key={holding.id}>{fill(whatRoleSees[holding.role], { place: placeOf(holding) })}</li>)}</ul>
}

function Sessions({ account, mayManage }: { account: AccountWithSessions; mayManage: boolean }) {
  const tell = useTell()
  const act = useAct(access.endSession, { refresh: [[ROOM]], onDone: () => tell(word('sessionEnded')) })
  const endAll = mayManage && account.sessions.length > 1 && <Button look="quiet" onClick={() => void act.run({ id: account.id })}>{word('sessionEndAll')}</Button>
  return (
    <Section title={word('sessionsTitle')} acts={endAll}>
      <FailureBox failure={act.failure} />
      <SessionTable sessions={account.sessions} {...(mayManage ? { onEnd: (key: string) => void act.run({ id: account.id, key }) } : {})} />
    </Section>
  )
}

function UserPage({ account }: { account: AccountWithSessions }) {
  const { roleName } = useDesk()
  const isPast = useIsPast()
  const address = useAddress()
  const [state, set] = useAddressState({ giao: '' })
  const [ending, setEnding] = useState<Holding>()
  const mayManage = roleName === 'administrator' && !isPast
  return (
    <Page
      alwaysToday
      title={account.fullName}
      crumbs={[{ label: word('usersTitle'), to: address('users') }, { label: account.fullName }]}
      main={mayManage && !state.giao && <Button look="main" onClick={() => set({ giao: '1' })}>{word('grant')}</Button>}
    >
      {mayManage && state.giao && <GrantForm account={account} onClose={() => set({ giao: '' })} />}
      {ending && <EndRoleForm key={ending.id} accountId={account.id} holding={ending} onClose={() => setEnding(undefined)} />}
      <Columns
        left={
          <>
            <Section title={word('rolesTitle')}><HoldingTable holdings={account.holdings} {...(mayManage ? { onEnd: setEnding } : {})} /></Section>
            <Sessions account={account} mayManage={mayManage} />
          </>
        }
        right={
          <>
            <Section title={word('account')} boxed><SummaryList rows={[{ label: word('fullName'), value: account.fullName }, { label: word('signInName'), value: account.signInName }]} /></Section>
            <Section title={word('seesTitle')} boxed><Sees account={account} /></Section>
          </>
        }
      />
    </Page>
  )
}

/** One user: dated roles, what they let see, open sessions. */
export default function UserScreen() {
  const { id } = useParams<{ id: string }>()
  const read = useRead([ROOM, 'account', id], (signal) => access.findAccount({ id }, { signal }))
  if (read.value?.id === id) return <Loaded read={read}>{(account) => <UserPage key={account.id} account={account} />}</Loaded>
  return (
    <Page alwaysToday title={word('usersTitle')}>
      <Loaded read={{ ...read, value: undefined }}>{() => null}</Loaded>
    </Page>
  )
}
