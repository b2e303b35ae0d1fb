import { useState } from 'react'
import { dayText, Drawer, Loaded, NamePages, useAddress, useRead } from '../../../platform/ui-kit/index.ts'
import { rowName } from '../messages.vi.ts'
import type { statistics } from './client.ts'

export type PeopleBehind = Awaited<ReturnType<typeof statistics.listTablePeople>>
const SIZE = 50

function NamesList({ by, id, read: readPage }: { by: string; id: readonly string[]; read: (page: { page: number; size: number }, signal: AbortSignal) => Promise<PeopleBehind> }) {
  const address = useAddress()
  const [page, setPage] = useState(1)
  const read = useRead([...id, String(page)], (signal) => readPage({ page, size: SIZE }, signal))
  return (
    <Loaded read={read}>
      {(people) => (
        <>
          <NamePages page={page} size={SIZE} onPage={setPage} total={people.total} outside={people.outsideReach} lines={people.rows.map((row) => ({
            key: `${row.personId ?? row.cellId} ${row.value} ${row.onDay}`, to: row.personId ? address('member', { id: row.personId }) : address('organisation', { id: row.cellId }), name: row.fullName, bornYear: row.personId ? row.bornYear : null,
            notes: [[row.cellName, row.aboveName].filter(Boolean).join(' – '), by !== 'all' && row.value && rowName(by, row.value), dayText(row.onDay)],
          }))} />
        </>
      )}
    </Loaded>
  )
}

/** The names behind a number, page by page. `id` names what is read. */
export function NamesBehind({ title, by, id, read, onClose }: { title: string | undefined; by: string; id: readonly string[]; read: (page: { page: number; size: number }, signal: AbortSignal) => Promise<PeopleBehind>; onClose: () => void }) {
  return <Drawer open={title !== undefined} onClose={onClose} title={title ?? ''}>{title !== undefined && <NamesList key={id.join(' ')} by={by} id={id} read={read} />}</Drawer>
}
