import { memo, useEffect, useRef, useState } from 'react'
import { findDossierType } from '../../../../regulations/index.ts'
import { Button, Checkbox, DataTable, FailureBox, RefusedError, Select, StatusMark, type Column, type Failure } from '../../../../platform/ui-kit/index.ts'
import type { Match } from '../client.ts'
import { bornYear, OutcomeMark } from '../marks.tsx'
import { doubtNames, word } from '../words.vi.ts'
import { typeChoices } from './item-forms.tsx'

/** One file of an intake: what its name told, what a person chose, and what came of it. */
export type Row = {
  readonly key: string; readonly path: string; readonly file: File; readonly match: Match
  readonly personId: string; readonly documentType: string; readonly isWanted: boolean
  readonly outcome: { readonly state: 'kept' | 'wasHere' | 'failed'; readonly failure?: Failure } | undefined
}

const folderOf = ({ path }: Row): string => path.slice(0, path.lastIndexOf('/') + 1)

/** A person chosen for one file is chosen for the others of its folder that wait for the same choice. */
export const withPerson = (rows: readonly Row[], chosen: Row): Row[] => rows.map((row) => {
  if (row.key === chosen.key) return chosen
  const waits = row.personId === '' && folderOf(row) !== '' && folderOf(row) === folderOf(chosen) && row.match.people.some(({ id }) => id === chosen.personId)
  return waits ? { ...row, personId: chosen.personId, isWanted: row.documentType !== '' } : row
})

/** Doubtful, with a person and a type, and not chosen yet. */
export const isDoubtfulButClear = (row: Row): boolean => !row.outcome && !row.isWanted && row.match.outcome === 'doubtful' && row.personId !== '' && row.documentType !== ''

/** Chosen, with a person and a type, not kept yet. */
export const isReady = (row: Row): boolean => row.isWanted && row.personId !== '' && row.documentType !== '' && (!row.outcome || row.outcome.state === 'failed')

function Outcome({ row }: { row: Row }) {
  const { outcome, match } = row
  if (outcome?.state === 'kept') return <StatusMark shape="done">{word('kept')}</StatusMark>
  if (outcome?.state === 'wasHere') return <StatusMark shape="notRequired">{word('wasHere')}</StatusMark>
  // One line a file: a page of two hundred boxes would hide which file is meant.
  if (outcome?.failure instanceof RefusedError)
    return <><StatusMark shape="late">{word('notKept')}</StatusMark>{outcome.failure.reasons.map(({ message, todo }) => <div key={message} className="dossier-reason">{[message, todo].filter(Boolean).join(' ')}</div>)}</>
  if (outcome?.failure) return <FailureBox failure={outcome.failure} />
  return (
    <>
      <OutcomeMark outcome={match.outcome} />
      {match.doubts.length > 0 && <div className="dossier-reason">{match.doubts.map((doubt) => doubtNames[doubt]).join('; ')}</div>}
    </>
  )
}

type Cell = { readonly row: Row; readonly onChange: (row: Row) => void }

// Two hundred rows of choices are drawn anew only where something changed.
const Person = memo(function Person({ row, onChange }: Cell) {
  const { people, person } = row.match
  if (people.length > 1) {
    const choices = people.map((each) => ({ value: each.id, label: `${each.fullName} (${bornYear(each.bornOn)}) – ${each.cell}` }))
    return <Select name={`person-${row.key}`} label={word('choosePerson')} hideLabel value={row.personId} choices={choices} onChange={(personId) => onChange({ ...row, personId, isWanted: personId !== '' })} />
  }
  if (!person) return <span className="hint">{word('unknownPerson')}</span>
  return <>{person.fullName} <span className="hint">{[bornYear(person.bornOn), person.cell, !row.match.opened && word('notOpenedYet')].filter(Boolean).join(' · ')}</span></>
})

/** The type that the name told, in words; the long list of types only where somebody wants another. */
const Type = memo(function Type({ row, onChange }: Cell) {
  const [choosing, setChoosing] = useState(false)
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => { if (choosing) place.current?.querySelector('select')?.focus() }, [choosing])
  if (row.documentType && !choosing)
    return <>{findDossierType(row.documentType)?.title ?? row.documentType} {!row.outcome && <Button look="quiet" aria-label={word('changeTypeOf', { file: row.path })} onClick={() => setChoosing(true)}>{word('changeType')}</Button>}</>
  return (
    <span ref={place}>
      <Select name={`type-${row.key}`} label={word('chooseType')} hideLabel value={row.documentType} choices={typeChoices} onChange={(documentType) => { setChoosing(true); onChange({ ...row, documentType, isWanted: documentType !== '' && row.personId !== '' }) }} />
    </span>
  )
})

const Wanted = memo(function Wanted({ row, onChange }: Cell) {
  return <Checkbox name={`keep-${row.key}`} label={<span className="visually-hidden">{row.path}</span>} checked={row.isWanted} onChange={(isWanted) => onChange({ ...row, isWanted })} />
})

/** The files of an intake with what their names told; doubtful ones wait until somebody chooses. */
export function ScanRows({ rows, forOne, onChange, onPerson }: { rows: readonly Row[]; forOne: boolean; onChange: Cell['onChange']; onPerson: Cell['onChange'] }) {
  const columns: Column<Row>[] = [
    { id: 'wanted', title: word('keepIt'), cell: (row) => !row.outcome && <Wanted row={row} onChange={onChange} /> },
    { id: 'file', title: word('colFile'), width: '28%', cell: (row) => <span className="scan-names">{row.path}</span> },
    { id: 'match', title: word('colMatch'), width: '16%', cell: (row) => <Outcome row={row} /> },
    ...(forOne ? [] : [{ id: 'who', title: word('colWho'), width: '20%', cell: (row: Row) => <Person row={row} onChange={onPerson} /> }]),
    { id: 'type', title: word('colType'), cell: (row) => <Type row={row} onChange={onChange} /> },
  ]
  return <DataTable caption={word('previewTitle')} columns={columns} rows={rows} rowKey={(row) => row.key} rowTone={(row) => (row.match.outcome === 'doubtful' || row.match.outcome === 'unknown' ? 'soon' : undefined)} />
}
