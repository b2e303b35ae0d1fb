import { Loaded, Page } from '../../../../platform/ui-kit/index.ts'
import { useTree } from '../client.ts'
import { word } from '../words.vi.ts'
import { OrganisationOf } from './organisation-screen.tsx'

/** The cell of its secretary. */
export default function OwnCellScreen() {
  const read = useTree({})
  if (read.value?.rootId) return <OrganisationOf id={read.value.rootId} />
  return <Page title={word('myCell')}><Loaded read={read}>{() => <p className="empty">{word('treeEmpty')}</p>}</Loaded></Page>
}
