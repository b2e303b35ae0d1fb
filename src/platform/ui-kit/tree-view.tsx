import { lazy, Suspense } from 'react'
import { GreyLines } from './loaded.tsx'
import type { TreeViewProps } from './tree-view-types.ts'

const AriaTree = lazy(() => import('./aria/tree-view.tsx'))

/** A tree with keyboard and screen-reader behaviour; branches are fetched when they are opened. */
export function TreeView(props: TreeViewProps) {
  return (
    <Suspense fallback={<GreyLines />}>
      <AriaTree {...props} />
    </Suspense>
  )
}
