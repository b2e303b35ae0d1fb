import { Loaded, PocketPage, useAddress, usePlace, useRead } from '../../../../platform/ui-kit/index.ts'
import { memberSheet, ROOM } from '../client.ts'
import { ProposalForm } from '../proposal-form.tsx'
import { word } from '../words.vi.ts'

/** Reports a mistake in the own sheet: the right value and its paper; it becomes a proposal, never an edit. */
export default function ReportScreen() {
  const place = usePlace()
  const back = useAddress('pocketMe')
  const read = useRead([ROOM, 'own'], (signal) => memberSheet.findOwnSheet({}, { signal }))
  const leave = () => place.go(back)
  return (
    <PocketPage title={word('report')} backTo={back}>
      <p>{word('reportLead')}</p>
      <Loaded read={read}>{(sheet) => <ProposalForm sheet={sheet} first={place.search['muc']} onDone={leave} onLeave={leave} />}</Loaded>
    </PocketPage>
  )
}
