import { useState } from 'react'
import { AppLink, Button, countText, dayText, Drawer, Loaded, useAddress, useRead } from '../../../../platform/ui-kit/index.ts'
import { balanceNames } from '../../messages.vi.ts'
import type { BalanceItem } from '../../codes.ts'
import { ROOM, statistics } from '../client.ts'
import { word } from '../words.vi.ts'

type BalanceInput = Omit<Parameters<typeof statistics.listBalancePeople>[0], 'page' | 'size'>
type CompositionInput = Omit<Parameters<typeof statistics.listCompositionPeople>[0], 'page' | 'size'>
/** A number of a table whose names are to be seen. */
export type Wanted = { readonly what: string } & ({ readonly kind: 'balance'; readonly input: BalanceInput } | { readonly kind: 'composition'; readonly input: CompositionInput })

const SIZE = 50

function PeopleList({ wanted }: { wanted: Wanted }) {
  const address = useAddress()
  const [page, setPage] = useState(1)
  const read = useRead([ROOM, 'people', JSON.stringify(wanted), page], (signal) =>
    wanted.kind === 'balance' ? statistics.listBalancePeople({ ...wanted.input, page, size: SIZE }, { signal }) : statistics.listCompositionPeople({ ...wanted.input, page, size: SIZE }, { signal }))
  return (
    <Loaded read={read}>
      {(people) => (
        <>
          {people.outsideReach > 0 && <p className="hint">{word('namesOutside', { n: countText(people.outsideReach) })}</p>}
          {people.rows.length === 0 && <p>{word('namesNone')}</p>}
          <ol className="term-names" start={(page - 1) * SIZE + 1}>
            {people.rows.map((row) => (
              <li key={`${row.personId} ${row.item} ${row.onDay}`}>
                <AppLink to={address('member', { id: row.personId })}>{row.bornYear ? `${row.fullName} (${row.bornYear})` : row.fullName}</AppLink>
                <span className="hint">{[[row.cellName, row.aboveName].filter(Boolean).join(' – '), row.item && row.onDay && `${balanceNames[row.item as BalanceItem]}, ${dayText(row.onDay)}`].filter(Boolean).join(' · ')}</span>
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

/** The names behind a number of a table. */
export function PeopleDrawer({ wanted, onClose }: { wanted: Wanted | undefined; onClose: () => void }) {
  return (
    <Drawer open={wanted !== undefined} onClose={onClose} title={wanted?.what ?? ''}>
      {wanted && <PeopleList key={JSON.stringify(wanted)} wanted={wanted} />}
    </Drawer>
  )
}
