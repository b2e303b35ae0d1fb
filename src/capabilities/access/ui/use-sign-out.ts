import { useAct, usePhone, type Failure } from '../../../platform/ui-kit/index.ts'
import { access } from './client.ts'

/** Ends the session and loads the sign-in page anew, so that nothing read stays in the memory of the browser. */
export function useSignOut(signInAddress: string): () => void {
  return useLeaving(signInAddress).leave
}

/** The same with what stands in its way: no network. On a phone everything of the person is taken off it first. */
export function useLeaving(signInAddress: string): { leave: () => void; failure: Failure | undefined } {
  const phone = usePhone()
  const act = useAct(access.signOut, {
    onDone: () => {
      forgetWasIn()
      const go = () => window.location.assign(signInAddress)
      if (phone) void phone.wipe().then(go, go)
      else go()
    },
  })
  return { leave: () => void act.run(undefined), failure: act.failure }
}

const KEPT_AS = 'dangvu.was-in'

/** Whether somebody was signed in on this page before: then an ended session is worth a word. */
export const wasIn = (): boolean => sessionStorage.getItem(KEPT_AS) === '1'
export const rememberWasIn = (): void => sessionStorage.setItem(KEPT_AS, '1')
const forgetWasIn = (): void => sessionStorage.removeItem(KEPT_AS)
