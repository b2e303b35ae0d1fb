import { admissionOtherSides } from '../../../capabilities/admission/ui/pocket/index.ts'
import { PocketPage, say } from '../../../platform/ui-kit/index.ts'
import { OutboxList } from '../../../platform/ui-kit/offline/index.ts'
import { addresses } from '../addresses.ts'

/** What was made on this phone and where it stands. */
export default function OutboxScreen() {
  return (
    <PocketPage title={say('m.outbox.title')} backTo={addresses.pocketWork}>
      <OutboxList sides={admissionOtherSides} />
    </PocketPage>
  )
}
