import { AppLink, DataTable, FailureBox, StatusMark, useAddress, useRead, type Column } from '../../../../platform/ui-kit/index.ts'
import { duplicates, ROOM, type JoiningRow } from '../client.ts'
import { bornWords, day } from '../marks.tsx'
import { word } from '../words.vi.ts'

const PAGE = 50

export const JoiningMark = ({ joining }: { joining: JoiningRow }) =>
  joining.undoneOn ? <StatusMark shape="returned">{word('stateParted', { on: day(joining.undoneOn) })}</StatusMark> : <StatusMark shape="done">{word('stateJoined')}</StatusMark>

/** Records joined into others, newest first. */
export function JoiningList({ page, onPage }: { page: number; onPage: (page: number) => void }) {
  const address = useAddress()
  const read = useRead([ROOM, 'joinings', page], (signal) => duplicates.listJoinings({ page, size: PAGE }, { signal }))
  const person = (name: string, born: string | null, cell: string) => <span className="pair-person"><span>{name}</span><span className="pair-note">{[bornWords(born), cell].filter(Boolean).join(' · ')}</span></span>
  const columns: Column<JoiningRow>[] = [
    { id: 'other', title: word('colOther'), width: '22%', cell: (row) => <span className="pair-person"><AppLink to={address('duplicateJoining', { id: row.id })}>{row.other}</AppLink><span className="pair-note">{[bornWords(row.otherBornOn), row.otherCell].filter(Boolean).join(' · ')}</span></span> },
    { id: 'survivor', title: word('colSurvivor'), width: '22%', cell: (row) => person(row.survivor, row.survivorBornOn, row.cell) },
    { id: 'on', title: word('colJoined'), tight: true, cell: (row) => day(row.joinedOn) },
    { id: 'by', title: word('by'), cell: (row) => row.joinedBy },
    { id: 'reason', title: word('colReason'), cell: (row) => row.reason },
    { id: 'state', title: word('colState'), tight: true, cell: (row) => <JoiningMark joining={row} /> },
  ]
  return (
    <>
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && (
        <DataTable caption={word('joiningsTitle')} columns={columns} rows={read.value?.rows ?? []} rowKey={(row) => row.id} rowHref={(row) => address('duplicateJoining', { id: row.id })} waiting={read.waiting} {...(read.value ? { total: read.value.total } : {})}
          page={page} onPage={onPage} empty={word('joiningsEmpty')} />
      )}
    </>
  )
}
