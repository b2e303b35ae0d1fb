import type { ReactNode } from 'react'

export type TreeNode = {
  readonly id: string
  /** The name by which the node is found and read. */
  readonly label: string
  /** Numbers and marks at the right of the name. */
  readonly aside?: ReactNode
  readonly hasChildren: boolean
  /** Known children; when absent and `hasChildren`, `loadChildren` fetches them at the first opening. */
  readonly children?: readonly TreeNode[]
}

export type TreeViewProps = {
  label: string
  nodes: readonly TreeNode[]
  loadChildren?: (id: string) => Promise<readonly TreeNode[]>
  selected?: string | undefined
  onSelect?: (id: string) => void
  opened?: readonly string[]
  /** Words to find, with or without marks; shows the nodes that contain them and the way to them. */
  find?: string
}
