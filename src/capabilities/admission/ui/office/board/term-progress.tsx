import { AppLink, countText, roomClient, useAddress, useDesk, useRead, useViewed } from '../../../../../platform/ui-kit/index.ts'
import { sourcesAndTargetsContract } from '../../../../sources-and-targets/contract.ts'
import { ROOM } from '../../client.ts'
import { word } from '../../words.vi.ts'

const targets = roomClient(sourcesAndTargetsContract)
const mayRead = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'inspector']

/** How many were admitted in this term, of the target; nothing where there is no target or the role does not read it. */
export function TermProgress() {
  const { roleName } = useDesk()
  const address = useAddress()
  const viewed = useViewed()
  const read = useRead([ROOM, 'term'], (signal) => targets.findTargetProgress({ kind: 'term', ...viewed }, { signal }), { enabled: roleName !== undefined && mayRead.includes(roleName) })
  const head = read.value?.head
  if (!head) return null
  return (
    <>
      {' · '}{word('admittedInTerm')} <AppLink to={address('targets')}>{countText(head.admitted)}</AppLink>{head.given !== null && `/${countText(head.given)}`}
    </>
  )
}
