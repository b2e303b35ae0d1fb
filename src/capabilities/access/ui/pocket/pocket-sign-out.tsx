import { useState } from 'react'
import { Button, FailureBox, PocketCard, say, useAddress, useEntries } from '../../../../platform/ui-kit/index.ts'
import { offlineWord } from '../../../../platform/ui-kit/offline/index.ts'
import { useLeaving } from '../use-sign-out.ts'

/** Signing out takes everything off the phone: what has not been sent is told first, and goes only by a choice. */
export function PocketSignOut() {
  const { leave, failure } = useLeaving(useAddress('pocketSignIn'))
  const n = useEntries().filter((entry) => entry.state !== 'sent').length
  const [asked, setAsked] = useState(false)
  if (asked && n > 0)
    return (
      <PocketCard first>
        <p role="alert">{offlineWord('unsentOut', { n })}</p>
        <FailureBox failure={failure} />
        <Button look="main" onClick={() => setAsked(false)}>{offlineWord('stay')}</Button>
        <Button onClick={leave}>{offlineWord('outAnyway', { n })}</Button>
      </PocketCard>
    )
  return (
    <>
      <FailureBox failure={failure} />
      <Button onClick={() => (n > 0 ? setAsked(true) : leave())}>{say('ui.signOut')}</Button>
    </>
  )
}
