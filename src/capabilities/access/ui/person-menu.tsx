import './access.css'
import { AppLink, Button, PopoverButton, say, useAddress, useDesk } from '../../../platform/ui-kit/index.ts'
import { useKeptLargeType } from './use-kept-large-type.ts'
import { useSignOut } from './use-sign-out.ts'
import { word } from './words.vi.ts'

/** Who works in which role, in the header of the office; opens the own account, change of role, sign-out. */
export function PersonMenu({ severalRoles }: { severalRoles: boolean }) {
  const { role, person } = useDesk()
  const address = useAddress()
  const signOut = useSignOut(address('signIn'))
  const [large, setLarge] = useKeptLargeType()
  return (
    <PopoverButton label={[role, person].filter(Boolean).join(' – ')} panelLabel={word('personMenu')} className="person-button">
      {(close) => (
        <ul className="person-menu">
          <li><AppLink to={address('ownAccount')} onClick={close}>{word('accountTitle')}</AppLink></li>
          {severalRoles && <li><AppLink to={address('chooseRole')} onClick={close}>{word('roleChange')}</AppLink></li>}
          <li><Button look="quiet" onClick={() => setLarge(!large)}>{say(large ? 'ui.normalType' : 'ui.largeType')}</Button></li>
          <li><Button look="quiet" onClick={signOut}>{say('ui.signOut')}</Button></li>
        </ul>
      )}
    </PopoverButton>
  )
}
