import { Loaded } from '../../../../platform/ui-kit/index.ts'
import { useTree } from '../client.ts'
import { word } from '../words.vi.ts'
import { OrganisationOf } from './organisation-screen.tsx'

/** The cell of its secretary. */
export default function OwnCellScreen() {
  const read = useTree({})
  return <Loaded read={read}>{(tree) => (tree.rootId ? <OrganisationOf id={tree.rootId} /> : <p className="empty">{word('treeEmpty')}</p>)}</Loaded>
}
