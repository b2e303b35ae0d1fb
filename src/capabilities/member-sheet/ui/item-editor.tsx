import type { PlainDate, UncertainDate } from '../../../kernel/index.ts'
import { Button, Checkbox, DayField, FieldGroup, Select, TextArea, TextField, UncertainDayField, useDesk } from '../../../platform/ui-kit/index.ts'
import { codeLists, fieldOf, listOf, unitsNow, type ListColumn, type Place, type SheetField, type SheetList } from '../codes.ts'
import { columnNames, saidWords } from '../messages.vi.ts'
import type { WantedChange } from './client.ts'
import { itemName } from './said.ts'
import { word } from './words.vi.ts'
import './item-editor.css'

/** An item as a form shows it: what stands, and the lines of a list. */
export type EditorItem = {
  readonly key: string; readonly isList: boolean; readonly covered: boolean; readonly text: string | null; readonly content: unknown
  readonly entries: readonly { readonly entryId: string; readonly text: string; readonly content: Readonly<Record<string, unknown>> }[]
}

/** What is being written about an item. `content` as the contract wants it; `removed`: taken away. */
export type Draft = { readonly id: string; readonly key: string; readonly entryId?: string | undefined; readonly content: unknown; readonly removed: boolean; readonly since?: PlainDate | undefined }

export const draftOf = (item: EditorItem, id: string): Draft => ({ id, key: item.key, content: item.isList ? {} : (item.content ?? ''), removed: false })

/** The draft as the contract takes it. */
export function changeOf({ key, entryId, content, removed, since }: Draft): WantedChange {
  const after = removed ? null : content === '' ? null : typeof content === 'object' && content !== null ? Object.fromEntries(Object.entries(content).filter(([, value]) => value !== '' && value !== undefined && value !== null)) : content
  const isPlace = fieldOf(key)?.kind === 'place'
  const value = isPlace && after !== null && !(after as Place).text ? null : after
  return listOf(key) ? { list: key, ...(entryId ? { entryId } : {}), after: value } : { field: key, after: value, ...(since ? { since } : {}) }
}

const sexName = (value: string) => (value === 'female' ? saidWords.female : saidWords.male)
const choicesOf = (list: keyof typeof codeLists) => codeLists[list].map((value) => ({ value, label: list === 'sex' ? sexName(value) : value }))


type Control<T> = { readonly id: string; readonly value: T; readonly set: (value: unknown) => void }

function PlaceControl({ field, id, value, set }: Control<Place | ''> & { field: SheetField }) {
  const { today } = useDesk()
  const place: Place = value === '' || value === null ? { text: '' } : value
  return (
    <>
      <TextField name={`${id}-text`} label={word('becomes', { item: itemName(field.key) })} value={place.text} onChange={(text) => set({ ...place, text })} maxLength={300} />
      <Select name={`${id}-unit`} label={word('unit')} value={place.unitCode ?? ''} optional choices={unitsNow(today).map((unit) => ({ value: unit.code, label: unit.name }))}
        onChange={(unitCode) => set(unitCode ? { ...place, unitCode, unitOn: today } : { text: place.text })} />
    </>
  )
}

function FieldControl({ field, id, value, set }: Control<unknown> & { field: SheetField }) {
  const label = word('becomes', { item: itemName(field.key) })
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'place': return <PlaceControl field={field} id={id} value={value as Place | ''} set={set} />
    case 'longText': return <TextArea name={id} label={label} value={text} onChange={set} maxLength={4000} rows={4} />
    case 'uncertainDay': return <UncertainDayField name={id} label={label} value={(text || undefined) as UncertainDate | undefined} onChange={(day) => set(day ?? '')} />
    case 'choice': return <Select name={id} label={label} value={text} onChange={set} choices={choicesOf(field.choices!)} />
    case 'otherDay': {
      const other = (typeof value === 'object' && value !== null ? value : {}) as { date?: UncertainDate; paper?: string }
      return (
        <>
          <UncertainDayField name={`${id}-date`} label={word('otherDate')} value={other.date} onChange={(date) => set({ ...other, date })} />
          <TextField name={`${id}-paper`} label={word('otherPaper')} value={other.paper ?? ''} onChange={(paper) => set({ ...other, paper })} maxLength={200} />
        </>
      )
    }
    default: return <TextField name={id} label={label} value={text} onChange={set} maxLength={300} />
  }
}

function ColumnControl({ list, column, id, value, set }: Control<unknown> & { list: SheetList; column: ListColumn }) {
  const label = columnNames[list.key as keyof typeof columnNames][column.name]!
  const text = typeof value === 'string' ? value : ''
  const optional = !column.required
  if (column.kind === 'day') return <UncertainDayField name={`${id}-${column.name}`} label={label} value={(text || undefined) as UncertainDate | undefined} onChange={(day) => set(day ?? '')} optional={optional} />
  if (column.kind === 'choice') return <Select name={`${id}-${column.name}`} label={label} value={text} onChange={set} choices={choicesOf(column.choices!)} optional={optional} />
  return <TextField name={`${id}-${column.name}`} label={label} value={text} onChange={set} maxLength={500} optional={optional} />
}

type Props = { readonly item: EditorItem; readonly draft: Draft; readonly onChange: (draft: Draft) => void; readonly onDrop: () => void; readonly dropWord?: string }

function ListControls({ item, draft, onChange }: Pick<Props, 'item' | 'draft' | 'onChange'>) {
  const list = listOf(item.key)!
  const content = (draft.content ?? {}) as Record<string, unknown>
  const choose = (entryId: string) => {
    const entry = item.entries.find((each) => each.entryId === entryId)
    onChange({ ...draft, entryId: entry?.entryId, content: entry?.content ?? {}, removed: false })
  }
  return (
    <>
      {item.entries.length > 0 && (
        <Select name={`${draft.id}-line`} label={word('whichLine')} value={draft.entryId ?? ''} onChange={choose} emptyLabel={word('newLine')} choices={item.entries.map(({ entryId, text }) => ({ value: entryId, label: text }))} />
      )}
      {draft.entryId && <Checkbox name={`${draft.id}-removed`} label={word('removeLine')} checked={draft.removed} onChange={(removed) => onChange({ ...draft, removed })} />}
      {!draft.removed && list.columns.map((column) => (
        <ColumnControl key={column.name} list={list} column={column} id={draft.id} value={content[column.name]} set={(value) => onChange({ ...draft, content: { ...content, [column.name]: value } })} />
      ))}
    </>
  )
}

/** What stands in an item, and what is to stand there. */
export function ItemEditor({ item, draft, onChange, onDrop, dropWord }: Props) {
  const field = fieldOf(item.key)
  const standing = item.covered ? word('standingCovered') : item.isList ? undefined : word('standing', { text: item.text ?? word('notTold') })
  const mayBeDated = field && field.kept !== 'membership' && field.key !== 'bornOn'
  return (
    <div className="item-editor"><FieldGroup legend={itemName(item.key)} {...(standing ? { hint: standing } : {})}>
      {field && <FieldControl field={field} id={draft.id} value={draft.content} set={(content) => onChange({ ...draft, content })} />}
      {!field && <ListControls item={item} draft={draft} onChange={onChange} />}
      {mayBeDated && <DayField name={`${draft.id}-since`} label={word('trueSince')} hint={word('trueSinceHint')} value={draft.since} onChange={(since) => onChange({ ...draft, since })} optional />}
      <div><Button look="quiet" onClick={onDrop}>{dropWord ?? word('removeItem')}</Button></div>
    </FieldGroup></div>
  )
}
