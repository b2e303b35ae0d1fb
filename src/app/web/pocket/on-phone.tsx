import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { access, type Me } from '../../../capabilities/access/ui/index.ts'
import { addDays, dayInVietnam, daysBetween } from '../../../kernel/index.ts'
import { GreyLines, NoAnswerError, PhoneProvider, type Phone } from '../../../platform/ui-kit/index.ts'

const memory = () => import('../../../platform/ui-kit/offline/open-phone.ts')
const FormerOwner = lazy(() => import('./former-owner.tsx'))

let isFromPhone = false

/** Today as the server said it when it last answered, plus the days since by the clock of the phone. */
const movedOn = (me: Me, keptAt: string): Me => ({ ...me, today: addDays(me.today, Math.max(0, daysBetween(dayInVietnam(new Date(keptAt)), dayInVietnam(new Date())))) })

/** Who is signed in; without an answer of the server, who was signed in on this phone last and has not signed out. */
export async function findMeOrLast(): Promise<Me> {
  try {
    const me = await access.findMe()
    isFromPhone = false
    return me
  } catch (thrown) {
    const seen = thrown instanceof NoAnswerError ? await (await memory()).lastSeen().catch(() => undefined) : undefined
    if (!seen) throw thrown
    isFromPhone = true
    return movedOn(seen.value as Me, seen.keptAt)
  }
}

type State = { phone?: Phone; unsent?: number; ready: boolean }

/** Opens the memory of the phone for who is signed in. A browser that keeps nothing works as before, with a network. */
function usePhoneOf(me: Me) {
  const queries = useQueryClient()
  const [state, setState] = useState<State>({ ready: false })
  const [mayWipe, setMayWipe] = useState(false)
  useEffect(() => {
    const open = async (): Promise<State> => {
      const { formerOwner, openPhone } = await memory()
      const former = await formerOwner(me.accountId)
      if (former && former.unsent > 0 && !mayWipe) return { ready: false, unsent: former.unsent }
      const phone = await openPhone({
        owner: me.accountId, holding: me.holding?.id ?? '', ...(isFromPhone ? {} : { session: me }),
        isOwner: async () => (await access.findMe()).accountId === me.accountId,
        onSent: () => void queries.invalidateQueries(),
      })
      if (isFromPhone) phone.tellReached(false)
      return { ready: true, phone }
    }
    open().then(setState, () => setState({ ready: true }))
  }, [me, mayWipe, queries])
  return { ...state, wipe: () => setMayWipe(true) }
}

/** What stands below works with the memory of this phone; before that, the things of whoever had the phone before are settled. */
export function OnPhone({ me, children }: { me: Me; children: ReactNode }) {
  const { phone, unsent, ready, wipe } = usePhoneOf(me)
  if (ready) return <PhoneProvider value={phone}>{children}</PhoneProvider>
  return <main className="alone">{unsent ? <Suspense><FormerOwner unsent={unsent} onWipe={wipe} /></Suspense> : <GreyLines />}</main>
}
