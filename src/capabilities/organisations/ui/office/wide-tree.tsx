import { countText, FailureBox, GreyLines, TreeView, type TreeNode } from '../../../../platform/ui-kit/index.ts'
import { organisations, useTree, useViewed, type Tree } from '../client.ts'
import { word } from '../words.vi.ts'
import { childNodes, foundNodes, levelNodes } from './tree-nodes.tsx'

const idsOf = (nodes: readonly TreeNode[]): string[] => nodes.flatMap((node) => (node.children ? [node.id, ...idsOf(node.children)] : []))

type Props = { tree: Tree; search: string; chosen: string; onChoose: (id: string) => void }

function Found({ search, chosen, onChoose }: Omit<Props, 'tree'>) {
  const viewed = useViewed()
  const read = useTree({ search })
  const { value } = read
  if (!value?.rootId) return read.failure ? <FailureBox failure={read.failure} onRetry={read.again} /> : <GreyLines />
  if (value.rows.length === 0) return <p className="empty">{word('searchNone', { text: search })}</p>
  const nodes = foundNodes(value.rows, value.rootId)
  return (
    <>
      <TreeView
        key={`${search} ${value.rows.map((row) => row.id).join()}`} label={word('treeLabel')} nodes={nodes} opened={idsOf(nodes)} selected={chosen} onSelect={onChoose}
        loadChildren={async (id) => childNodes((await organisations.listTree({ root: id, ...viewed })).rows, id)}
      />
      {value.more > 0 && <p className="hint">{word('searchMore', { n: countText(value.more) })}</p>}
    </>
  )
}

/** The tree: one level open, the rest fetched when opened; a search shows the finds with the way to them. */
export function WideTree(props: Props) {
  const viewed = useViewed()
  const { tree, search } = props
  if (search) return <Found {...props} />
  const isFirstDay = tree.rows.length === 1 && tree.rows[0]!.parentId === null
  return (
    <>
      <TreeView
        key={`${tree.rootId} ${tree.asOf}`} label={word('treeLabel')} nodes={levelNodes(tree.rows, tree.rootId!)} opened={[tree.rootId!]} selected={props.chosen} onSelect={props.onChoose}
        loadChildren={async (id) => childNodes((await organisations.listTree({ root: id, ...viewed })).rows, id)}
      />
      {isFirstDay && <p className="empty">{word('belowNone')} {word('belowNoneTodo')}</p>}
    </>
  )
}
