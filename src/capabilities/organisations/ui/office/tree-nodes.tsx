import { countText, StatusMark, type TreeNode } from '../../../../platform/ui-kit/index.ts'
import type { Node } from '../client.ts'
import { word } from '../words.vi.ts'

/** Numbers of an organisation, at the right of its name. */
export function NodeNumbers({ node }: { node: Node }) {
  return (
    <>
      {node.cellsTooSmall !== null && node.cellsTooSmall > 0 && (
        <StatusMark shape="late"><span className="number">{countText(node.cellsTooSmall)}</span><span className="visually-hidden"> {word('nodeSmall')}</span></StatusMark>
      )}
      {node.hasChildren && <span>{word('nodeCells', { n: countText(node.cells) })}</span>}
      {node.counts && <span className="tree-members">{word('nodeMembers', { n: countText(node.counts.members) })}</span>}
    </>
  )
}

const asNode = (node: Node, children?: readonly TreeNode[]): TreeNode => ({
  id: node.id, label: node.name, hasChildren: node.hasChildren, aside: <NodeNumbers node={node} />, ...(children ? { children } : {}),
})

/** Children of an organisation, to be opened further. */
export const childNodes = (rows: readonly Node[], parentId: string): TreeNode[] => rows.filter((row) => row.parentId === parentId).map((row) => asNode(row))

/** One level: the organisation with its children. */
export function levelNodes(rows: readonly Node[], rootId: string): TreeNode[] {
  const root = rows.find((row) => row.id === rootId)
  return root ? [asNode(root, childNodes(rows, rootId))] : []
}

/** What a search found, with the line from the root to each find. */
export function foundNodes(rows: readonly Node[], rootId: string): TreeNode[] {
  const nodeOf = (row: Node): TreeNode => {
    const children = rows.filter((each) => each.parentId === row.id).map(nodeOf)
    return children.length > 0 ? asNode(row, children) : asNode(row)
  }
  const root = rows.find((row) => row.id === rootId)
  return root ? [nodeOf(root)] : []
}
