import { Box, Loaded, Page, useRead } from '../../../../platform/ui-kit/index.ts'
import { access, ROOM } from '../client.ts'
import { RoleChoice } from '../role-choice.tsx'
import { word } from '../words.vi.ts'

/** Change of role. The desk is loaded anew: nothing read in one role stays in the other. */
export default function ChooseRoleScreen() {
  const read = useRead([ROOM, 'me'], (signal) => access.findMe({}, { signal }))
  return (
    <Page alwaysToday title={word('roleChange')}>
      <Loaded read={read}>{(me) => <Box><RoleChoice me={me} onChosen={() => window.location.assign('/')} /></Box>}</Loaded>
    </Page>
  )
}
