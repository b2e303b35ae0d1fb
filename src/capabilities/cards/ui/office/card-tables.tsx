import type { ReactNode } from 'react'
import type { PlainDate, UncertainDate } from '../../../../kernel/index.ts'
import { AppLink, Button, DataTable, dayText, FailureBox, StatusMark, uncertainDayText, useAddress, type Column, type Read, type Selection, type StatusShape } from '../../../../platform/ui-kit/index.ts'
import type { CardState } from '../../codes.ts'
import type { CardCandidate, ListedCard, NumberRange } from '../client.ts'
import { cardKindNames, cardStateNames, causeNames } from '../../messages.vi.ts'
import { word } from '../words.vi.ts'

export const day = (date: string | null) => (date ? dayText(date as PlainDate) : '')
export const cardShapes: Readonly<Record<CardState, StatusShape>> = { proposed: 'soon', decided: 'today', held: 'done', lost: 'late', replaced: 'future', withdrawn: 'future', keptByFamily: 'future', dropped: 'unclear' }

type Person = { personId: string; fullName: string; bornOn: string | null; cell: string; organisation: string | null }

/** Name, birth and place. */
function usePersonColumns<R extends Person>(): Column<R>[] {
  const address = useAddress()
  return [
    { id: 'name', title: word('colName'), width: '17%', cell: (row) => <AppLink to={address('memberCards', { id: row.personId })}>{row.fullName}</AppLink> },
    { id: 'born', title: word('colBorn'), number: true, cell: (row) => row.bornOn?.slice(0, 4) },
    { id: 'cell', title: word('colPlace'), width: '20%', cell: (row) => [row.cell, row.organisation].filter(Boolean).join(' – ') },
  ]
}

type Paged = { page: number; onPage: (page: number) => void }

/** One part of the book of cards. */
export function CardTable({ read, page, onPage }: { read: Read<{ rows: ListedCard[]; total: number }> } & Paged) {
  const columns: Column<ListedCard>[] = [
    { id: 'number', title: word('colNumber'), tight: true, cell: (row) => <>{row.number}{row.formerNumber && row.formerNumber !== row.number && <div className="hint">{word('former', { number: row.formerNumber })}</div>}</> },
    ...usePersonColumns<ListedCard>(),
    { id: 'kind', title: word('colKind'), width: '14%', cell: (row) => <>{cardKindNames[row.kind]}{row.cause && <div className="hint">{causeNames[row.cause]}</div>}</> },
    { id: 'decision', title: word('colDecision'), width: '14%', cell: (row) => <>{row.decisionNumber}{row.decidedOn && <div className="hint">{day(row.decidedOn)}</div>}</> },
    { id: 'handed', title: word('colHanded'), tight: true, cell: (row) => day(row.handedOn) },
    { id: 'state', title: word('colState'), width: '15%', cell: (row) => <><StatusMark shape={cardShapes[row.state]}>{cardStateNames[row.state]}</StatusMark><div className="hint">{word('since', { day: day(row.stateSince) })}</div></> },
  ]
  return (
    <>
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && <DataTable caption={word('title')} columns={columns} rows={read.value?.rows ?? []} rowKey={(row) => row.id} waiting={read.waiting} empty={word('empty')} {...(read.value ? { total: read.value.total } : {})} page={page} onPage={onPage} />}
    </>
  )
}

/** Full members who have no card. */
export function CandidateTable({ read, page, onPage, selection, onSelect, acts }: { read: Read<{ rows: CardCandidate[]; total: number }>; selection: Selection; onSelect?: (selection: Selection) => void; acts: ReactNode } & Paged) {
  const columns: Column<CardCandidate>[] = [
    ...usePersonColumns<CardCandidate>(),
    { id: 'confirmed', title: word('colConfirmed'), tight: true, cell: (row) => (row.confirmedOn ? uncertainDayText(row.confirmedOn as UncertainDate) : '') },
    { id: 'confirmation', title: word('colConfirmation'), cell: (row) => row.confirmationNumber },
  ]
  return (
    <>
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && (
        <DataTable caption={word('title')} columns={columns} rows={read.value?.rows ?? []} rowKey={(row) => row.personId} rowName={(row) => row.fullName} waiting={read.waiting} empty={word('emptyCandidates')}
          {...(onSelect ? { selection, onSelect, selectionActs: acts } : {})} {...(read.value ? { total: read.value.total } : {})} page={page} onPage={onPage} />
      )}
    </>
  )
}

/** Ranges of numbers, with what is left. */
export function RangeTable({ read, onClose }: { read: Read<{ rows: NumberRange[] }>; onClose?: ((id: string) => void) | undefined }) {
  const columns: Column<NumberRange>[] = [
    { id: 'range', title: word('colRange'), width: '20%', cell: (row) => `${row.first} – ${row.last}` },
    { id: 'organisation', title: word('colOrganisation'), width: '24%', cell: (row) => row.organisation },
    { id: 'used', title: word('colUsed'), number: true, cell: (row) => row.used },
    { id: 'left', title: word('colLeft'), number: true, cell: (row) => row.left },
    { id: 'next', title: word('colNext'), tight: true, cell: (row) => row.next },
    { id: 'basis', title: word('colBasis'), width: '20%', cell: (row) => <>{row.basis}<div className="hint">{day(row.givenOn)}</div></> },
    { id: 'state', title: word('colState'), cell: (row) => (row.closedOn ? <>{word('closedOn', { day: day(row.closedOn) })}<div className="hint">{row.closedReason}</div></> : <StatusMark shape="done">{word('inUse')}</StatusMark>) },
    ...(onClose ? [{ id: 'act', title: word('colAct'), tight: true, cell: (row: NumberRange) => !row.closedOn && <Button look="quiet" onClick={() => onClose(row.id)}>{word('closeRange')}</Button> }] : []),
  ]
  return (
    <>
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && <DataTable caption={word('viewRanges')} columns={columns} rows={read.value?.rows ?? []} rowKey={(row) => row.id} waiting={read.waiting} empty={word('emptyRanges')} />}
    </>
  )
}
