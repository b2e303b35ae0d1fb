import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { accessContract } from '../../../capabilities/access/contract.ts'
import { roleNames } from '../../../capabilities/access/messages.vi.ts'
import { asFailure, FailureBox, GreyLines, RefusedError, roomClient, say, type Desk, type Failure } from '../../../platform/ui-kit/index.ts'

const access = roomClient(accessContract)
type Me = Awaited<ReturnType<typeof access.findMe>>

/** The desk of the person who is signed in, in the chosen role. */
export function deskOf(me: Me, device: Desk['device']): Desk {
  return {
    organisation: me.holding?.organisationName ?? '',
    person: me.fullName,
    role: me.holding ? roleNames[me.holding.role] : undefined,
    roleName: me.holding?.role,
    today: me.today,
    device,
  }
}

export type SignedIn = { readonly desk: Desk; readonly me: Me }

type SessionProps = {
  device: Desk['device']
  /** Shown while nobody is signed in; calls `onSignedIn` afterwards. */
  signIn?: ComponentType<{ onSignedIn: () => void }>
  children: (session: SignedIn) => ReactNode
}

/** Asks who is signed in before anything else is drawn. */
export function Session({ device, signIn: SignIn, children }: SessionProps) {
  const [me, setMe] = useState<Me>()
  const [failure, setFailure] = useState<Failure>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    access.findMe().then(setMe, (thrown: unknown) => setFailure(asFailure(thrown)))
  }, [tries])
  const again = () => {
    setFailure(undefined)
    setTries((n) => n + 1)
  }
  if (me) return children({ me, desk: deskOf(me, device) })
  if (failure instanceof RefusedError && failure.kind === 'signedOut' && SignIn) return <SignIn onSignedIn={again} />
  return (
    <main className="alone">
      <h1 className="visually-hidden">{say('ui.product')}</h1>
      {failure ? <FailureBox failure={failure} onRetry={again} /> : <GreyLines />}
    </main>
  )
}
