import { useState } from 'react'
import { AppLink, Button, countText, dayText, Drawer, Loaded, useAddress, useRead } from '../../../platform/ui-kit/index.ts'
import { rowName } from '../messages.vi.ts'
import type { statistics } from './client.ts'
import { word } from './words.vi.ts'

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
          {people.outsideReach > 0 && <p className="hint">{word('namesOutside', { n: countText(people.outsideReach) })}</p>}
          {people.rows.length === 0 && <p>{word('namesNone')}</p>}
          <ol className="term-names" start={(page - 1) * SIZE + 1}>
            {people.rows.map(({ personId, fullName, bornYear, cellId, cellName, aboveName, value, onDay }) => (
              <li key={`${personId ?? cellId} ${value} ${onDay}`}>
                {personId ? <AppLink to={address('member', { id: personId })}>{bornYear ? `${fullName} (${bornYear})` : fullName}</AppLink> : <AppLink to={address('organisation', { id: cellId })}>{fullName}</AppLink>}
                <span className="hint">{[[cellName, aboveName].filter(Boolean).join(' – '), by !== 'all' && value && rowName(by, value), dayText(onDay)].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ol>
          <p className="term-pages">
            {page > 1 && <Button onClick={() => setPage(page - 1)}>{word('earlierNames')}</Button>}
            {page * SIZE < people.total - people.outsideReach && <Button onClick={() => setPage(page + 1)}>{word('moreNames')}</Button>}
          </p>
        </>
      )}
    </Loaded>
  )
}

/** The names behind a number, page by page. `id` names what is read. */
export function NamesBehind({ title, by, id, read, onClose }: { title: string | undefined; by: string; id: readonly string[]; read: (page: { page: number; size: number }, signal: AbortSignal) => Promise<PeopleBehind>; onClose: () => void }) {
  return <Drawer open={title !== undefined} onClose={onClose} title={title ?? ''}>{title !== undefined && <NamesList key={id.join(' ')} by={by} id={id} read={read} />}</Drawer>
}
