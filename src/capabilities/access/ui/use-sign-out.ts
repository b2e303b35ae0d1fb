import { useAct } from '../../../platform/ui-kit/index.ts'
import { access } from './client.ts'

/** Ends the session and loads the sign-in page anew, so that nothing read stays in the memory of the browser. */
export function useSignOut(signInAddress: string): () => void {
  const act = useAct(access.signOut, {
    onDone: () => {
      forgetWasIn()
      window.location.assign(signInAddress)
    },
  })
  return () => void act.run(undefined)
}

const KEPT_AS = 'dangvu.was-in'

/** Whether somebody was signed in on this page before: then an ended session is worth a word. */
export const wasIn = (): boolean => sessionStorage.getItem(KEPT_AS) === '1'
export const rememberWasIn = (): void => sessionStorage.setItem(KEPT_AS, '1')
const forgetWasIn = (): void => sessionStorage.removeItem(KEPT_AS)
