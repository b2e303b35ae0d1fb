import { Button, Covered, SummaryList, type SummaryRow } from '../../../../platform/ui-kit/index.ts'
import type { GroupKey } from '../../codes.ts'
import { groupNames } from '../../messages.vi.ts'
import type { Sheet, ShownField, ShownList } from '../client.ts'
import { formNumber, inFormOrder, itemName, sourceOf } from '../said.ts'
import { word } from '../words.vi.ts'
import type { HistoryOf } from './history-drawer.tsx'

const labelOf = (item: ShownField | ShownList): string => [formNumber(item.form), itemName(item.key)].filter(Boolean).join(' · ')

function fieldRow(field: ShownField, onHistory: (of: HistoryOf) => void): SummaryRow {
  if (field.covered) return { label: labelOf(field), value: <Covered /> }
  const source = sourceOf(field)
  return {
    label: labelOf(field), value: <>{field.text ?? <span className="sheet-blank">{word('notTold')}</span>}{field.difference && <span className="sheet-difference">{field.difference}</span>}</>,
    ...(source ? { note: source } : {}),
    ...(field.former.length > 0 ? { act: <Button look="quiet" onClick={() => onHistory({ field })}>{word('history')}</Button> } : {}),
  }
}

function listRow(list: ShownList, onHistory: (of: HistoryOf) => void): SummaryRow {
  if (list.covered) return { label: labelOf(list), value: <Covered /> }
  return {
    label: labelOf(list),
    value: list.entries.length === 0 ? <span className="sheet-blank">{word('notTold')}</span> : (
      <ul className="sheet-lines">
        {list.entries.map((entry) => <li key={entry.entryId}>{entry.text}{entry.basis && <span className="summary-note">{word('fromPaper', { paper: entry.basis })}</span>}</li>)}
      </ul>
    ),
    ...(list.former.length > 0 ? { act: <Button look="quiet" onClick={() => onHistory({ list })}>{word('history')}</Button> } : {}),
  }
}

type Props = { readonly group: GroupKey; readonly sheet: Sheet; readonly open: boolean; readonly onToggle: (open: boolean) => void; readonly onHistory: (of: HistoryOf) => void }

/** One part of the form, folded or not. */
export function SheetGroup({ group, sheet, open, onToggle, onHistory }: Props) {
  const fields = sheet.fields.filter((each) => each.group === group)
  const lists = sheet.lists.filter((each) => each.group === group)
  return (
    <details className="sheet-group" open={open} onToggle={(event) => { if (event.currentTarget.open !== open) onToggle(event.currentTarget.open) }}>
      <summary><h2>{groupNames[group]}</h2></summary>
      <div className="box"><SummaryList rows={inFormOrder<ShownField | ShownList>(fields, lists).map((item) => ('entries' in item ? listRow(item, onHistory) : fieldRow(item, onHistory)))} /></div>
    </details>
  )
}
