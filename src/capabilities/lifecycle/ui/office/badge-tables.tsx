import type { ReactNode } from 'react'
import type { PlainDate, UncertainDate } from '../../../../kernel/index.ts'
import { AppLink, Basis, Button, DataTable, dayText, EmptyList, FailureBox, StatusMark, uncertainDayText, useAddress, type Column, type Read, type Selection, type StatusShape } from '../../../../platform/ui-kit/index.ts'
import type { CandidateGroup } from '../../codes.ts'
import type { Candidate, ListedBadge } from '../client.ts'
import { groundNames, groupNames } from '../../messages.vi.ts'
import { word } from '../words.vi.ts'

export const day = (date: string | null) => (date ? dayText(date as PlainDate) : '')
export const uncertain = (date: string | null) => (date ? uncertainDayText(date as UncertainDate) : '')

const groupShapes: Readonly<Record<CandidateGroup, StatusShape>> = { due: 'soon', missed: 'late', early: 'future', posthumous: 'today' }

/** One person may stand for one badge at a round. */
export const candidateKey = ({ personId, years }: Pick<Candidate, 'personId' | 'years'>): string => `${personId} ${years}`

/** What bears on the day on which the years are reached. */
function Remarks({ row }: { row: Candidate }) {
  const remarks = [row.diedOn && word('died', { day: day(row.diedOn) }), row.isRuled && word('ruled'), row.isUncertain && word('uncertain')].filter(Boolean)
  return (
    <>
      {remarks.length > 0 && <div className="hint">{remarks.join('; ')}</div>}
      {row.waitsFor && <div><StatusMark shape="unclear">{word('waits')}</StatusMark> <Basis citation={row.waitsFor.citation} /></div>}
    </>
  )
}

type Common = { fullName: string; bornOn: string | null; cell: string; organisation: string | null; decidedOn: string | null; admittedOn: string | null; confirmedOn: string | null; personId: string }

/** Name, birth, place, and the three days side by side. */
function usePersonColumns<R extends Common>(): Column<R>[] {
  const address = useAddress()
  return [
    { id: 'name', title: word('colName'), width: '16%', cell: (row) => <AppLink to={address('partyAge', { id: row.personId })}>{row.fullName}</AppLink> },
    { id: 'born', title: word('colBorn'), number: true, cell: (row) => row.bornOn?.slice(0, 4) },
    { id: 'cell', title: word('colPlace'), width: '16%', cell: (row) => [row.cell, row.organisation].filter(Boolean).join(' – ') },
    { id: 'decided', title: word('colDecided'), tight: true, cell: (row) => day(row.decidedOn) },
    { id: 'admitted', title: word('colAdmitted'), tight: true, cell: (row) => uncertain(row.admittedOn) },
    { id: 'confirmed', title: word('colConfirmed'), tight: true, cell: (row) => uncertain(row.confirmedOn) },
  ]
}

type CandidateTableProps = {
  read: Read<{ rows: Candidate[]; total: number }>; page: number; onPage: (page: number) => void; selection: Selection; onSelect?: (selection: Selection) => void; acts: ReactNode
}

/** Who reaches a badge and is not on the list yet. */
export function CandidateTable({ read, page, onPage, selection, onSelect, acts }: CandidateTableProps) {
  const columns: Column<Candidate>[] = [
    ...usePersonColumns<Candidate>(),
    { id: 'years', title: word('colYears'), number: true, tight: true, cell: (row) => word('years', { n: row.years }) },
    { id: 'reached', title: word('colReached'), tight: true, cell: (row) => day(row.reachedOn) },
    { id: 'last', title: word('colLast'), tight: true, cell: (row) => (row.lastBadge ? word('years', { n: row.lastBadge }) : word('noBadge')) },
    { id: 'group', title: word('colGroup'), width: '18%', cell: (row) => <><StatusMark shape={groupShapes[row.group]}>{groupNames[row.group]}</StatusMark><Remarks row={row} /></> },
  ]
  return (
    <>
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && (
        <DataTable caption={word('viewCandidates')} columns={columns} rows={read.value?.rows ?? []} rowKey={candidateKey} rowName={(row) => row.fullName} waiting={read.waiting}
          {...(onSelect ? { selection, onSelect, selectionActs: acts } : {})} {...(read.value ? { total: read.value.total } : {})} page={page} onPage={onPage}
          empty={<EmptyList filters={[]} onDrop={() => undefined}>{word('empty')}</EmptyList>} />
      )}
    </>
  )
}

type ListTableProps = { read: Read<{ rows: ListedBadge[]; total: number }>; page: number; onPage: (page: number) => void; onWithdraw?: (badgeId: string) => void }

/** The list of a round: who is proposed, and who has been given the badge. */
export function ListTable({ read, page, onPage, onWithdraw }: ListTableProps) {
  const columns: Column<ListedBadge>[] = [
    ...usePersonColumns<ListedBadge>(),
    { id: 'years', title: word('colYears'), number: true, tight: true, cell: (row) => word('years', { n: row.years }) },
    { id: 'reached', title: word('colReached'), tight: true, cell: (row) => day(row.reachedOn) },
    { id: 'ground', title: word('colGroup'), cell: (row) => <>{groundNames[row.ground]}{row.reason && <div className="hint">{row.reason}</div>}</> },
    { id: 'decision', title: word('colDecision'), width: '16%', cell: (row) => row.state === 'awarded'
      ? <><StatusMark shape="done">{word('stateAwarded')}</StatusMark>{row.decisionNumber && <div className="hint">{word('awardedBy', { number: row.decisionNumber, day: day(row.badgeDecidedOn) })}</div>}</>
      : <StatusMark shape="soon">{word('stateProposed')}</StatusMark> },
    ...(onWithdraw ? [{ id: 'act', title: word('colAct'), tight: true, cell: (row: ListedBadge) => row.state === 'proposed' && <Button look="quiet" onClick={() => onWithdraw(row.id)}>{word('withdraw')}</Button> }] : []),
  ]
  return (
    <>
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && (
        <DataTable caption={word('title')} columns={columns} rows={read.value?.rows ?? []} rowKey={(row) => row.id} waiting={read.waiting} empty={word('listEmpty')} {...(read.value ? { total: read.value.total } : {})} page={page} onPage={onPage} />
      )}
    </>
  )
}
