import { useGoesOn, useParams, useDesk, useRead, Page, FailureBox, GreyLines } from '../../../../platform/ui-kit/index.ts'
import { members, ROOM } from '../client.ts'
import { word } from '../words.vi.ts'
import { MemberPage } from './member-page.tsx'
import './members.css'

/** One person, now and on any day. */
export default function MemberScreen() {
  const { id } = useParams<{ id: string }>()
  const { asOf, knownAt } = useDesk()
  const read = useRead([ROOM, 'member', id], (signal) => members.findMember({ id, asOf, knownAt }, { signal }))
  useGoesOn('member', id, read, read.value?.id)
  // While another person is on the way the former one must not stand under the address.
  if (read.value?.id === id) return <MemberPage member={read.value} />
  return <Page title={word('member')}>{read.failure ? <FailureBox failure={read.failure} onRetry={read.again} /> : <GreyLines />}</Page>
}
