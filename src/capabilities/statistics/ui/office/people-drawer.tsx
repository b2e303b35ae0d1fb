import { useState } from 'react'
import { dayText, Drawer, Loaded, NamePages, useAddress, useRead } from '../../../../platform/ui-kit/index.ts'
import { balanceNames } from '../../messages.vi.ts'
import type { BalanceItem } from '../../codes.ts'
import { ROOM, statistics } from '../client.ts'

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
          <NamePages page={page} size={SIZE} onPage={setPage} total={people.total} outside={people.outsideReach} lines={people.rows.map((row) => ({ key: `${row.personId} ${row.item} ${row.onDay}`, to: address('member', { id: row.personId }), name: row.fullName, bornYear: row.bornYear, notes: [[row.cellName, row.aboveName].filter(Boolean).join(' – '), row.item && row.onDay && `${balanceNames[row.item as BalanceItem]}, ${dayText(row.onDay)}`] }))} />
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
