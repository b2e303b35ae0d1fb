import { Button, RefusalBox, say } from '../../../platform/ui-kit/index.ts'
import type { Me } from './client.ts'
import { EntranceFrame } from './entrance-frame.tsx'
import { RoleChoice } from './role-choice.tsx'
import { useSignOut } from './use-sign-out.ts'
import { word } from './words.vi.ts'

/** After sign-in of somebody with several roles, or with none. */
export function RolePage({ me, signInAddress, onChosen }: { me: Me; signInAddress: string; onChosen: () => void }) {
  const signOut = useSignOut(signInAddress)
  return (
    <EntranceFrame title={word('roleAsk')}>
      {me.holdings.length > 0
        ? <RoleChoice me={me} onChosen={onChosen} />
        : <RefusalBox reasons={[{ message: word('roleNone'), why: word('roleNoneWhy'), todo: word('roleNoneTodo') }]} still />}
      <p><Button look="quiet" onClick={signOut}>{say('ui.signOut')}</Button></p>
    </EntranceFrame>
  )
}
