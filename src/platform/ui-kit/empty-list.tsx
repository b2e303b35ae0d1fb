import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { filterWords, type Filter } from './filter-row.tsx'
import { say } from './say.ts'

/** Nothing to show: says which filter to drop, or, without filters, what would stand here and how it gets here. */
export function EmptyList(props: { filters?: readonly Filter[]; onDrop?: (name: string, value: string) => void; children: ReactNode }) {
  const active = (props.filters ?? []).filter((filter) => filterWords(filter))
  const last = active.at(-1)
  if (!last) return <p className="empty">{props.children}</p>
  return (
    <div className="empty">
      <p>{say('list.empty.filter', { filter: filterWords(last) ?? '' })}</p>
      {active.map((filter) => (
        <Button key={filter.name} onClick={() => props.onDrop?.(filter.name, '')}>
          {say('ui.filter.drop', { filter: filterWords(filter) ?? '' })}
        </Button>
      ))}
    </div>
  )
}
