import { Button, Columns, Loaded, Page, RadioRow, say, Section, SummaryList, useAddress, useRead, useTell } from '../../../../platform/ui-kit/index.ts'
import { access, ROOM } from '../client.ts'
import { PasswordForm } from '../password-form.tsx'
import { heldText, roleAt } from '../role-words.ts'
import { useKeptLargeType } from '../use-kept-large-type.ts'
import { useSignOut } from '../use-sign-out.ts'
import { word } from '../words.vi.ts'

function Person() {
  const read = useRead([ROOM, 'me'], (signal) => access.findMe({}, { signal }))
  return (
    <Loaded read={read} lines={3}>
      {(me) => (
        <SummaryList rows={[
          { label: word('fullName'), value: me.fullName }, { label: word('signInName'), value: me.signInName },
          ...me.holdings.map((holding) => ({ label: holding.id === me.holding?.id ? word('roleInUse') : word('grantRole'), value: roleAt(holding), note: heldText(holding) })),
        ]} />
      )}
    </Loaded>
  )
}

/** The own account: who one is here, password, size of letters. */
export default function OwnAccountScreen() {
  const address = useAddress()
  const tell = useTell()
  const signOut = useSignOut(address('signIn'))
  const [large, setLarge] = useKeptLargeType()
  return (
    <Page alwaysToday title={word('accountTitle')} tools={<Button onClick={signOut}>{say('ui.signOut')}</Button>}>
      <Columns
        left={<Section title={word('passwordTitle')} boxed><PasswordForm onDone={() => tell(word('passwordChanged'))} /></Section>}
        right={
          <>
            <Section title={word('account')} boxed><Person /></Section>
            <Section title={word('textSize')} boxed>
              <RadioRow name="largeType" label={word('textSizeAsk')} value={large ? 'large' : 'normal'} onChange={(value) => setLarge(value === 'large')}
                choices={[{ value: 'normal', label: say('ui.normalType') }, { value: 'large', label: say('ui.largeType') }]} />
            </Section>
          </>
        }
      />
    </Page>
  )
}
