import { FailureBox, GreyLines, LinkButton, PocketPage, useAddress, useIsPast, useParams, useRead, useViewed } from '../../../../platform/ui-kit/index.ts'
import { members, ROOM } from '../client.ts'
import { awayOf } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { RecordCards, RecordLead } from './record-cards.tsx'
import './pocket-members.css'

/** One member of the own cell. */
export default function PersonScreen() {
  const { id } = useParams<{ id: string }>()
  const viewed = useViewed()
  const isPast = useIsPast()
  const address = useAddress()
  const read = useRead([ROOM, 'member', id], (signal) => members.findMember({ id, ...viewed }, { signal }), { kept: true })
  const member = read.value?.id === id ? read.value : undefined
  const act = member?.may.recordAway && member.isMember && !isPast
  return (
    <PocketPage title={member?.fullName ?? word('member')} backTo={address('pocketMembers')} subject={id} lead={member && <RecordLead member={member} />}
      bottom={act && <LinkButton look="main" to={address('pocketAway', { id })}>{word(awayOf(member) ? 'actReturn' : 'actAway')}</LinkButton>}>
      {member ? <RecordCards member={member} /> : read.failure ? <FailureBox failure={read.failure} onRetry={read.again} /> : <GreyLines />}
    </PocketPage>
  )
}
