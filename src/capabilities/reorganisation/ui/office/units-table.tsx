import { useState } from 'react'
import { fold } from '../../../../kernel/index.ts'
import { Button, countText, DataTable, FilterRow, nothingSelected, Select, useAddressState, type Column, type Selection } from '../../../../platform/ui-kit/index.ts'
import type { Unit } from '../client.ts'
import { word } from '../words.vi.ts'
import { choicesOf, end, fateOf, keep, move, toldApart, type Draft, type Fate } from './draft.ts'

const PAGE = 50

/** What is done to all chosen organisations at once. */
function Bulk({ draft, ids, onDone }: { draft: Draft; ids: readonly string[]; onDone: () => void }) {
  const [act, setAct] = useState<'merge' | 'move' | 'keep'>('merge')
  const [to, setTo] = useState('')
  const chosen = draft.units.filter(({ id }) => ids.includes(id))
  const choices = choicesOf(draft, chosen[0]?.parentId).filter(({ isCell }) => (act === 'merge' ? isCell === chosen[0]?.isCell : !isCell))
  const apply = () => {
    if (act !== 'keep' && !to) return
    draft.change(act === 'keep' ? keep(draft.content, ids) : act === 'merge' ? end(draft.content, ids, to) : move(draft.content, ids, to))
    onDone()
  }
  return (
    <span className="plan-bar">
      <Select name="bulkAct" label={word('bulkAct')} value={act} onChange={(value) => { setAct(value === 'move' || value === 'keep' ? value : 'merge'); setTo('') }}
        choices={[{ value: 'merge', label: word('bulkMerge') }, { value: 'move', label: word('bulkMove') }, { value: 'keep', label: word('bulkKeep') }]} />
      {act !== 'keep' && <Select name="bulkTo" label={word('bulkTo')} value={to} onChange={setTo} choices={choices} emptyLabel={word('chooseTo')} />}
      <Button onClick={apply} disabled={act !== 'keep' && !to}>{word('bulkDo')}</Button>
    </span>
  )
}

const label = (text: string, name: string) => `${text}: ${name}`

function FateCell({ draft, unit, name, onEdit }: { draft: Draft; unit: Unit; name: string; onEdit: () => void }) {
  const fate = fateOf(draft.content, unit.id)
  if (draft.isLocked) return <>{word(fate)}</>
  const choose = (next: Fate) => {
    if (next === 'kept') draft.change(keep(draft.content, [unit.id]))
    else if (next === 'ended') draft.change(end(draft.content, [unit.id], undefined))
    else onEdit()
  }
  return (
    <select className="input plan-select" aria-label={label(word('colFate'), name)} value={fate} onChange={(event) => choose(event.target.value as Fate)}>
      {(['kept', 'changed', 'ended'] as const).map((each) => <option key={each} value={each}>{word(each)}</option>)}
    </select>
  )
}

function ToCell({ draft, unit, name }: { draft: Draft; unit: Unit; name: string }) {
  const { content } = draft
  const ending = content.ends.find(({ organisationId }) => organisationId === unit.id)
  const change = content.changes.find(({ organisationId }) => organisationId === unit.id)
  const labelOf = toldApart([...content.founds, ...draft.units], draft.units)
  const nameOf = (id: string | null | undefined) => (id && labelOf(id)) || word('noParent')
  if (!ending) return <>{change?.parentId !== undefined && nameOf(change.parentId)} {change?.name && <span className="plan-was">{word('newName', { name: change.name })}</span>}</>
  if (draft.isLocked) return <>{nameOf(ending.successorId ?? unit.parentId)}</>
  const choices = choicesOf(draft, unit.parentId).filter(({ value, isCell }) => value !== unit.id && isCell === unit.isCell)
  return (
    <select className="input plan-select" aria-label={label(word('colTo'), name)} value={ending.successorId ?? ''} onChange={(event) => draft.change(end(content, [unit.id], event.target.value || undefined))}>
      <option value="">{word('chooseTo')}</option>
      {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
    </select>
  )
}

/** Every organisation below, from the top down: what becomes of it and where it goes. By keyboard: tab to a row's choice, type its first letters. */
export function UnitsTable({ draft, onEdit }: { draft: Draft; onEdit: (unit: Unit) => void }) {
  const [state, set] = useAddressState({ tim: '', doi: draft.isLocked ? '1' : '', thuoc: '', trang: '1' })
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const page = Number(state.trang) || 1
  const parents = draft.units.filter((unit) => draft.units.some(({ parentId }) => parentId === unit.id))
  const shown = draft.units.filter((unit) => (!state.tim || fold(unit.name).includes(fold(state.tim)) || unit.code?.startsWith(state.tim)) && (!state.doi || fateOf(draft.content, unit.id) !== 'kept') && (!state.thuoc || unit.parentId === state.thuoc || unit.id === state.thuoc))
  const rows = shown.slice((page - 1) * PAGE, page * PAGE)
  const ids = selection.everything ? shown.map(({ id }) => id) : [...selection.keys]
  const nameOf = toldApart(draft.units, draft.units)
  const columns: Column<Unit>[] = [
    { id: 'name', title: word('colUnit'), width: '34%', cell: (unit) => <span className={`plan-name plan-depth-${Math.min(unit.depth, 3)}`}>{nameOf(unit.id)}<small>{unit.typeName}{unit.code ? ` · ${unit.code}` : ''}</small></span> },
    { id: 'members', title: word('colMembers'), number: true, cell: (unit) => countText(unit.members) },
    { id: 'fate', title: word('colFate'), width: '18%', cell: (unit) => <FateCell draft={draft} unit={unit} name={nameOf(unit.id)} onEdit={() => onEdit(unit)} /> },
    { id: 'to', title: word('colTo'), width: '26%', cell: (unit) => <ToCell draft={draft} unit={unit} name={nameOf(unit.id)} /> },
    { id: 'edit', title: word('colDetails'), tight: true, cell: (unit) => {
      const rules = draft.content.people.filter(({ cellId }) => cellId === unit.id).length
      return <>{rules > 0 && `${word('rulesCount', { n: rules })} `}{!draft.isLocked && <Button look="quiet" aria-label={label(word('edit'), nameOf(unit.id))} onClick={() => onEdit(unit)}>{word('edit')}</Button>}</>
    } },
  ]
  return (
    <>
      <FilterRow onChange={(name, value) => set({ [name]: value, trang: '1' })} filters={[
        { kind: 'text', name: 'tim', label: word('find'), value: state.tim }, { kind: 'list', name: 'thuoc', label: word('below'), value: state.thuoc, choices: parents.map(({ id, name }) => ({ value: id, label: name })) },
        { kind: 'switch', name: 'doi', label: word('onlyChanged'), value: state.doi !== '' }]} />
      <DataTable caption={word('units')} columns={columns} rows={rows} rowKey={(unit) => unit.id} rowName={(unit) => nameOf(unit.id)} total={shown.length} page={page} pageSize={PAGE} onPage={(next) => set({ trang: String(next) })}
        rowTone={(unit) => (fateOf(draft.content, unit.id) === 'ended' ? 'soon' : undefined)}
        {...(draft.isLocked ? {} : { selection, onSelect: setSelection, selectionActs: <Bulk draft={draft} ids={ids} onDone={() => setSelection(nothingSelected)} /> })} />
    </>
  )
}
