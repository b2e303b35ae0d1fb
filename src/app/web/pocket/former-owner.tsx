import { access } from '../../../capabilities/access/ui/index.ts'
import { Button, RefusalBox, say } from '../../../platform/ui-kit/index.ts'
import { offlineWord as word } from '../../../platform/ui-kit/offline/index.ts'
import { addresses } from '../addresses.ts'

/** Another person left unsent changes on this phone: how many, and nothing else about them; they go only by a choice. */
export default function FormerOwner({ unsent: n, onWipe }: { unsent: number; onWipe: () => void }) {
  const leave = () => void access.signOut().then(() => window.location.assign(addresses.pocketSignIn))
  return (
    <>
      <h1>{say('ui.product')}</h1>
      <RefusalBox reasons={[{ message: word('former', { n }), why: word('formerWhy'), todo: word('formerTodo') }]} />
      <p><Button look="main" onClick={leave}>{word('formerBack')}</Button></p>
      <p><Button onClick={onWipe}>{word('formerWipe', { n })}</Button></p>
    </>
  )
}
