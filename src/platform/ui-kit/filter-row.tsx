import { useId, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import { fold } from '../../kernel/index.ts'
import { Button } from './button.tsx'
import { countText } from './format.ts'
import { PopoverButton } from './popover.tsx'
import { say } from './say.ts'

export type FilterChoice = { readonly value: string; readonly label: string; readonly count?: number }

export type Filter =
  /** One of a list; empty value = not filtered. */
  | { readonly kind: 'list'; readonly name: string; readonly label: string; readonly value: string; readonly choices: readonly FilterChoice[] }
  /** Free words, e.g. a name or the last four signs of a number. */
  | { readonly kind: 'text'; readonly name: string; readonly label: string; readonly value: string; readonly hint?: string }
  /** A word that is on or off: “Chỉ hồ sơ quá hạn”. */
  | { readonly kind: 'switch'; readonly name: string; readonly label: string; readonly value: boolean }

const LONG_LIST = 12

/** What the filter says when it is on: “Đảng bộ: xã Quang Minh”; `undefined` when it is off. */
export function filterWords(filter: Filter): string | undefined {
  if (filter.kind === 'switch') return filter.value ? filter.label : undefined
  if (!filter.value) return undefined
  const chosen = filter.kind === 'list' ? filter.choices.find((choice) => choice.value === filter.value)?.label : filter.value
  return `${filter.label}: ${chosen ?? filter.value}`
}

/** All filters that are on, in words, for prints and empty lists. */
export function filtersInWords(filters: readonly Filter[]): string {
  return filters.map(filterWords).filter(Boolean).join(' · ')
}

/** Arrows walk through the list; Enter chooses. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const items = [...event.currentTarget.querySelectorAll('button')]
  const at = items.findIndex((item) => item === document.activeElement)
  items[Math.min(items.length - 1, Math.max(0, at + step))]?.focus()
}

function ListPanel({ filter, choose }: { filter: Extract<Filter, { kind: 'list' }>; choose: (value: string) => void }) {
  const [wanted, setWanted] = useState('')
  const shown = filter.choices.filter((choice) => fold(choice.label).includes(fold(wanted)))
  const everything: FilterChoice = { value: '', label: say('ui.filter.all') }
  return (
    <>
      {filter.choices.length > LONG_LIST && (
        <input type="search" className="input" aria-label={say('ui.combo.typing')} placeholder={say('ui.combo.typing')} value={wanted} onChange={(event) => setWanted(event.target.value)} />
      )}
      <div className="filter-list" role="menu" aria-label={filter.label} onKeyDown={walk}>
        {(wanted ? shown : [everything, ...shown]).map((choice) => (
          <button key={choice.value} type="button" role="menuitemradio" aria-checked={choice.value === filter.value} className="filter-choice" onClick={() => choose(choice.value)}>
            <span className="filter-tick" aria-hidden="true">{choice.value === filter.value ? '✓' : ''}</span>
            <span>{choice.label}</span>
            {choice.count !== undefined && <span className="choice-count">{countText(choice.count)}</span>}
          </button>
        ))}
      </div>
    </>
  )
}

function TextPanel({ filter, choose }: { filter: Extract<Filter, { kind: 'text' }>; choose: (value: string) => void }) {
  const [text, setText] = useState(filter.value)
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    choose(text.trim())
  }
  return (
    <form onSubmit={submit} className="filter-text">
      <label htmlFor={id}>{filter.label}</label>
      {filter.hint && <span className="hint">{filter.hint}</span>}
      <input id={id} className="input" value={text} onChange={(event) => setText(event.target.value)} />
      <Button type="submit">{say('ui.filter.apply')}</Button>
    </form>
  )
}

function OneFilter({ filter, set }: { filter: Filter; set: (name: string, value: string) => void }) {
  const words = filterWords(filter)
  const look = words ? 'button button-second filter filter-on' : 'button button-second filter'
  const drop = words && (
    <button type="button" className="filter-drop" aria-label={say('ui.filter.drop', { filter: words })} onClick={() => set(filter.name, '')}>
      ×
    </button>
  )
  if (filter.kind === 'switch')
    return (
      <button type="button" className={look} aria-pressed={filter.value} onClick={() => set(filter.name, filter.value ? '' : '1')}>
        {filter.label}
      </button>
    )
  const label = words ?? (filter.kind === 'list' ? `${filter.label}: ${say('ui.filter.all')}` : filter.label)
  return (
    <span className={words ? 'filter-group filter-group-on' : 'filter-group'}>
      <PopoverButton label={label} panelLabel={filter.label} className={look}>
        {(close) => {
          const choose = (value: string) => {
            set(filter.name, value)
            close()
          }
          return filter.kind === 'list' ? <ListPanel filter={filter} choose={choose} /> : <TextPanel key={filter.value} filter={filter} choose={choose} />
        }}
      </PopoverButton>
      {drop}
    </span>
  )
}

/**
 * Filters as words in a row, not a panel. `onChange` receives `''` when a filter is dropped and `'1'` for a switch that is on.
 * `before` holds a switch of the view (“Theo giai đoạn / Dạng bảng”), `aside` words at the right.
 */
export function FilterRow(props: { filters: readonly Filter[]; onChange: (name: string, value: string) => void; before?: ReactNode; aside?: ReactNode }) {
  return (
    <div className="filter-row" role="group" aria-label={say('ui.filter.label')}>
      {props.before}
      {props.filters.map((filter) => (
        <OneFilter key={filter.name} filter={filter} set={props.onChange} />
      ))}
      {props.aside && <span className="filter-aside">{props.aside}</span>}
    </div>
  )
}

/** Two or three views of the same list, one chosen: “Theo giai đoạn · Dạng bảng”. */
export function ViewSwitch(props: { label: string; value: string; views: readonly FilterChoice[]; onChange: (value: string) => void }) {
  return (
    <span className="view-switch" role="group" aria-label={props.label}>
      {props.views.map((view) => (
        <button key={view.value} type="button" className="button button-second filter" aria-pressed={view.value === props.value} onClick={() => props.onChange(view.value)}>
          {view.label}
        </button>
      ))}
    </span>
  )
}
