import { useState } from 'react'
import { AppLink, Button, countText, dayText, Drawer, Loaded, useAddress, useRead } from '../../../../platform/ui-kit/index.ts'
import { counting, ROOM } from '../client.ts'
import { word } from '../words.vi.ts'

/** A number whose names are to be seen. */
export type Opened = { readonly what: string; readonly input: Omit<Parameters<typeof counting.listCounted>[0], 'page' | 'size'> }

const SIZE = 50

function PeopleList({ opened }: { opened: Opened }) {
  const address = useAddress()
  const [page, setPage] = useState(1)
  const read = useRead([ROOM, 'people', JSON.stringify(opened.input), page], (signal) => counting.listCounted({ ...opened.input, page, size: SIZE }, { signal }))
  return (
    <Loaded read={read}>
      {(people) => (
        <>
          {people.outsideReach > 0 && <p className="hint">{word('namesOutside', { n: countText(people.outsideReach) })}</p>}
          {people.rows.length === 0 && <p>{word('namesNone')}</p>}
          <ol className="counted-names" start={(page - 1) * SIZE + 1}>
            {people.rows.map((row, i) => (
              <li key={`${row.personId} ${i}`}>
                <AppLink to={address('member', { id: row.personId })}>{row.bornYear ? `${row.fullName} (${row.bornYear})` : row.fullName}</AppLink>
                <span className="hint">{[[row.cell, row.organisation].filter(Boolean).join(' – '), row.detail, dayText(row.onDay)].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ol>
          <p className="counting-choices">
            {page > 1 && <Button onClick={() => setPage(page - 1)}>{word('earlierNames')}</Button>}
            {page * SIZE < people.total - people.outsideReach && <Button onClick={() => setPage(page + 1)}>{word('moreNames')}</Button>}
          </p>
        </>
      )}
    </Loaded>
  )
}

/** The names behind a number. */
export function CountedDrawer({ opened, onClose }: { opened: Opened | undefined; onClose: () => void }) {
  return (
    <Drawer open={opened !== undefined} onClose={onClose} title={opened?.what ?? ''}>
      {opened && <PeopleList key={JSON.stringify(opened)} opened={opened} />}
    </Drawer>
  )
}
