import { useEffect, useState, type ReactNode } from 'react'
import { roleNames } from '../../../capabilities/access/messages.vi.ts'
import { access, NewPasswordPage, placeOf, rememberWasIn, RolePage, SetUpPage, SignInPage, wasIn, type Me } from '../../../capabilities/access/ui/index.ts'
import { asFailure, FailureBox, GreyLines, RefusedError, say, setLargeType, type Desk, type Failure } from '../../../platform/ui-kit/index.ts'
import { addresses } from '../addresses.ts'

/** The desk of the person who is signed in, in the chosen role. */
export function deskOf(me: Me, device: Desk['device']): Desk {
  return {
    organisation: me.holding ? placeOf(me.holding) : '',
    person: me.fullName,
    role: me.holding ? roleNames[me.holding.role] : undefined,
    roleName: me.holding?.role,
    today: me.today,
    device,
  }
}

export type SignedIn = { readonly desk: Desk; readonly me: Me }

const askServer = () => access.findMe()

/** Who is signed in; asked again after each step of getting in. */
function useMe(findMe: () => Promise<Me>) {
  const [me, setMe] = useState<Me>()
  const [failure, setFailure] = useState<Failure>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    findMe().then(
      (found) => {
        rememberWasIn()
        setLargeType(found.largeType)
        setMe(found)
      },
      (thrown: unknown) => setFailure(asFailure(thrown)),
    )
  }, [tries, findMe])
  const again = () => {
    setFailure(undefined)
    setTries((n) => n + 1)
  }
  return { me, failure, again }
}

const isSignedOut = (failure: Failure | undefined) => failure instanceof RefusedError && failure.kind === 'signedOut'

/**
 * Asks who is signed in before anything else is drawn: sign-in, choice of a role, the first password of one's own. The address
 * stays, so that one arrives where one wanted to go.
 */
export function Session({ device, findMe = askServer, children }: { device: Desk['device']; findMe?: () => Promise<Me>; children: (session: SignedIn) => ReactNode }) {
  const { me, failure, again } = useMe(findMe)
  const signInAddress = device === 'pocket' ? addresses.pocketSignIn : addresses.signIn
  if (location.pathname === addresses.setUp && !me)
    return <SetUpPage code={new URLSearchParams(location.search).get('ma') ?? ''} onDone={() => location.assign(addresses.signIn)} />
  if (me && !me.holding) return <RolePage me={me} signInAddress={signInAddress} onChosen={again} />
  if (me?.mustChangePassword) return <NewPasswordPage onDone={again} />
  if (me) return children({ me, desk: deskOf(me, device) })
  if (isSignedOut(failure)) return <SignInPage wasIn={wasIn()} onSignedIn={again} />
  return (
    <main className="alone">
      <h1 className="visually-hidden">{say('ui.product')}</h1>
      {failure ? <FailureBox failure={failure} onRetry={again} /> : <GreyLines />}
    </main>
  )
}
