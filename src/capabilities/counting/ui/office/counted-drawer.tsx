import { useState } from 'react'
import { dayText, Drawer, Loaded, NamePages, useAddress, useRead } from '../../../../platform/ui-kit/index.ts'
import { stocks } from '../../codes.ts'
import { counting, ROOM } from '../client.ts'

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
          <NamePages page={page} size={SIZE} onPage={setPage} total={people.total} outside={people.outsideReach} lines={people.rows.map((row) => ({ key: `${row.personId} ${row.detail} ${row.onDay}`, to: address('member', { id: row.personId }), name: row.fullName, bornYear: row.bornYear, notes: [[row.cell, row.organisation].filter(Boolean).join(' – '), row.detail, !stocks.includes(opened.input.measure) && dayText(row.onDay)] }))} />
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
