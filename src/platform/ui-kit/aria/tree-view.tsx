import './strings.ts'
import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Collection } from 'react-aria-components/Collection'
import { Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { fold } from '../../../kernel/index.ts'
import { say } from '../say.ts'
import type { TreeNode, TreeViewProps } from '../tree-view-types.ts'

type Fetched = Readonly<Record<string, readonly TreeNode[] | 'waiting' | 'failed'>>

function childrenOf(node: TreeNode, fetched: Fetched): readonly TreeNode[] {
  if (node.children) return node.children
  const children = fetched[node.id]
  return Array.isArray(children) ? children : []
}

/** The nodes that contain the words, with the way to them. */
function matching(nodes: readonly TreeNode[], words: string, fetched: Fetched): TreeNode[] {
  return nodes.flatMap((node) => {
    if (fold(node.label).includes(words)) return [node]
    const inner = matching(childrenOf(node, fetched), words, fetched)
    return inner.length ? [{ ...node, children: inner }] : []
  })
}

const idsOf = (nodes: readonly TreeNode[]): string[] => nodes.flatMap((node) => [node.id, ...idsOf(node.children ?? [])])

export default function AriaTree(props: TreeViewProps) {
  const [fetched, setFetched] = useState<Fetched>({})
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(props.opened))
  const words = fold(props.find ?? '')
  const nodes = useMemo(() => (words ? matching(props.nodes, words, fetched) : props.nodes), [props.nodes, words, fetched])
  const fetchInto = (id: string) => {
    setFetched((now) => ({ ...now, [id]: 'waiting' }))
    props.loadChildren?.(id).then(
      (children) => setFetched((now) => ({ ...now, [id]: children })),
      () => setFetched((now) => ({ ...now, [id]: 'failed' })),
    )
  }
  const open = (keys: ReadonlySet<string | number>) => {
    const ids = new Set([...keys].map(String))
    const fresh = [...ids].filter((id) => !opened.has(id) && fetched[id] === undefined && !hasKnownChildren(props.nodes, id))
    for (const id of fresh) fetchInto(id)
    setOpened(ids)
  }
  const item = (node: TreeNode) => (
    <TreeItem key={node.id} id={node.id} textValue={node.label} className="tree-item" hasChildItems={node.hasChildren}>
      <TreeItemContent>
        {({ hasChildItems, isExpanded, level }) => (
          <span className="tree-row" style={{ paddingLeft: `${(level - 1) * 20}px` }}>
            {hasChildItems ? (
              <Button slot="chevron" className="tree-chevron" aria-label={say('ui.tree.expand')}>
                {isExpanded ? '▾' : '▸'}
              </Button>
            ) : (
              <span className="tree-chevron" />
            )}
            <span className="tree-label">{node.label}</span>
            {fetched[node.id] === 'waiting' && <span className="hint">{say('ui.loading')}</span>}
            {fetched[node.id] === 'failed' && (
              <button type="button" className="as-link" onClick={() => fetchInto(node.id)}>
                {say('ui.retry')}
              </button>
            )}
            {node.aside && <span className="tree-aside">{node.aside}</span>}
          </span>
        )}
      </TreeItemContent>
      <Collection items={childrenOf(node, fetched)}>{item}</Collection>
    </TreeItem>
  )
  return (
    <I18nProvider locale="vi-VN">
      <Tree aria-label={props.label} className="tree" items={nodes} selectionMode={props.onSelect ? 'single' : 'none'} selectionBehavior="replace" disallowEmptySelection
        selectedKeys={props.selected ? [props.selected] : []} onSelectionChange={(keys) => keys !== 'all' && [...keys][0] !== undefined && props.onSelect?.(String([...keys][0]))}
        expandedKeys={words ? idsOf(nodes) : [...opened]} onExpandedChange={open} dependencies={[fetched]}>
        {item}
      </Tree>
    </I18nProvider>
  )
}

function hasKnownChildren(nodes: readonly TreeNode[], id: string): boolean {
  return nodes.some((node) => (node.id === id ? node.children !== undefined : hasKnownChildren(node.children ?? [], id)))
}
