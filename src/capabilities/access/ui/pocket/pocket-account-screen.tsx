import { BigChoice, Loaded, PocketCard, PocketPage, PocketRows, say, useAddress, useRead, useTell } from '../../../../platform/ui-kit/index.ts'
import { access, ROOM } from '../client.ts'
import { PasswordForm } from '../password-form.tsx'
import { RoleChoice } from '../role-choice.tsx'
import { roleAt } from '../role-words.ts'
import { useKeptLargeType } from '../use-kept-large-type.ts'
import { PocketSignOut } from './pocket-sign-out.tsx'
import { word } from '../words.vi.ts'

/** The own account on the phone: role, size of letters, password, sign-out. */
export default function PocketAccountScreen() {
  const address = useAddress()
  const tell = useTell()
  const read = useRead([ROOM, 'me'], (signal) => access.findMe({}, { signal }))
  const [large, setLarge] = useKeptLargeType()
  return (
    <PocketPage title={word('accountTitle')} backTo={address('pocketMe')}>
      <Loaded read={read}>
        {(me) => (
          <>
            <PocketCard>
              <PocketRows rows={[
                { label: word('fullName'), value: me.fullName }, { label: word('signInName'), value: me.signInName },
                ...(me.holding ? [{ label: word('roleInUse'), value: roleAt(me.holding) }] : []),
              ]} />
            </PocketCard>
            {me.holdings.length > 1 && <PocketCard title={word('roleChange')}><RoleChoice me={me} onChosen={() => window.location.assign('/m/')} /></PocketCard>}
            <PocketCard>
              <BigChoice label={word('textSize')} value={large ? 'large' : 'normal'} onChange={(value) => setLarge(value === 'large')}
                options={[{ value: 'normal', label: say('ui.normalType') }, { value: 'large', label: say('ui.largeType') }]} />
            </PocketCard>
            <PocketCard title={word('passwordTitle')}><PasswordForm onDone={() => tell(word('passwordChanged'))} /></PocketCard>
          </>
        )}
      </Loaded>
      <PocketSignOut />
    </PocketPage>
  )
}
