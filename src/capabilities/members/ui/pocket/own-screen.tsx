import { AppLink, FailureBox, GreyLines, PocketPage, RefusedError, useAddress, useDesk, useRead } from '../../../../platform/ui-kit/index.ts'
import { members, ROOM } from '../client.ts'
import { word } from '../words.vi.ts'
import { RecordCards, RecordLead } from './record-cards.tsx'
import './pocket-members.css'

/** The record of whoever is signed in. */
export default function OwnScreen() {
  const { person } = useDesk()
  const account = useAddress('pocketAccount')
  const read = useRead([ROOM, 'own'], (signal) => members.findOwnMember({}, { signal }))
  const member = read.value
  const isNobody = read.failure instanceof RefusedError && read.failure.code === 'members.ownRecordMissing'
  return (
    <PocketPage title={word('pocketMe')} lead={<><p><strong>{member?.fullName ?? person}</strong></p>{member && <RecordLead member={member} />}</>}>
      {member ? <RecordCards member={member} /> : isNobody ? <p className="empty">{word('pocketNoOwn')}</p> : read.failure ? <FailureBox failure={read.failure} onRetry={read.again} /> : <GreyLines />}
      <p><AppLink to={account}>{word('pocketAccount')}</AppLink></p>
    </PocketPage>
  )
}
