import { useState } from 'react'
import { FailureBox, useDesk, useRead } from '../../../../platform/ui-kit/index.ts'
import type { TableCode } from '../../codes.ts'
import { ROOM, statistics } from '../client.ts'
import { FilledTable, type Opened } from '../filled-table.tsx'
import { NamesBehind } from '../names-behind.tsx'
import type { Period } from './periods.ts'
import { TableFoot } from './table-foot.tsx'

/** An official table of a period in the shape of its form. */
export function OfficialTable({ table, period, place }: { table: TableCode; period: Period; place: { organisationId?: string } }) {
  const { knownAt } = useDesk()
  const [opened, setOpened] = useState<Opened>()
  const [withEmpty, setWithEmpty] = useState(false)
  const input = { ...period, ...place, ...(knownAt ? { knownAt } : {}) }
  const read = useRead([ROOM, 'table', table, JSON.stringify(input)], (signal) => statistics.findTable({ ...input, table }, { signal }))
  return (
    <>
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(read.value || !read.failure) && <FilledTable filled={read.value} waiting={read.waiting} onOpen={setOpened} withEmpty={withEmpty} onEmpty={setWithEmpty} />}
      {read.value && <TableFoot checks={read.value.checks} source={read.value.source} />}
      <NamesBehind title={opened?.what} by={opened?.by ?? ''} id={[ROOM, 'behind', JSON.stringify([input, opened])]} onClose={() => setOpened(undefined)}
        read={(page, signal) => { const { what: _w, ...cell } = opened!; return statistics.listTablePeople({ ...input, ...cell, ...page }, { signal }) }} />
    </>
  )
}
