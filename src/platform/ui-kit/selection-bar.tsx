import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { nothingSelected, type Selection } from './data-table-types.ts'
import { countText } from './format.ts'
import { say } from './say.ts'

/** How many rows are chosen, “chọn cả bộ lọc”, and the acts of the selection. */
export function SelectionBar(props: { selection: Selection; onSelect: (selection: Selection) => void; total: number; acts?: ReactNode }) {
  const { selection, total } = props
  const chosen = selection.keys.size
  return (
    <div className="selection-bar" role="status">
      <span>{selection.everything ? say('list.selectedAll', { n: countText(total) }) : say('list.selected', { n: countText(chosen) })}</span>
      {!selection.everything && chosen < total && (
        <Button look="quiet" onClick={() => props.onSelect({ keys: new Set(), everything: true })}>
          {say('list.selectAll', { n: countText(total) })}
        </Button>
      )}
      <Button look="quiet" onClick={() => props.onSelect(nothingSelected)}>
        {say('list.selectNone')}
      </Button>
      <span className="selection-acts">{props.acts}</span>
    </div>
  )
}
