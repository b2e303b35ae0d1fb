import { useState } from 'react'
import { dayText, Drawer, Loaded, NamePages, useAddress, useRead } from '../../../../platform/ui-kit/index.ts'
import { ListExport } from '../../../audit/ui/index.ts'
import { ROOM, statistics, type Measure } from '../client.ts'
import { word } from '../words.vi.ts'

export type Opened = { readonly measure: Measure; readonly what: string; readonly from?: string; readonly until?: string; readonly organisationId?: string }

const SIZE = 50

function NamesList({ opened, day }: { opened: Opened; day: { asOf?: string; knownAt?: string } }) {
  const address = useAddress()
  const [page, setPage] = useState(1)
  const { measure, from, until, organisationId } = opened
  const read = useRead([ROOM, 'names', measure, from, until, organisationId, page], () =>
    statistics.listNames({ measure, ...(from ? { from } : {}), ...(until ? { until } : {}), ...(organisationId ? { organisationId } : {}), ...day, page, size: SIZE }))
  return (
    <Loaded read={read}>
      {(names) => (
        <>
          <p><ListExport list="names" asked={{ measure, from, until, organisationId, ...day }} takers={['superiorOfficer', 'grassrootsOfficer', 'cellSecretary']} /></p>
          {names.from && <p className="hint">{word('namesPeriod', { from: dayText(names.from), until: dayText(names.until) })}</p>}
          <NamePages page={page} size={SIZE} onPage={setPage} total={names.total} outside={names.outsideReach} lines={names.rows.map((row) => ({ key: row.personId, to: address('member', { id: row.personId }), name: row.fullName, bornYear: row.bornYear, notes: [[row.cellName, row.aboveName].filter(Boolean).join(' – '), row.decidedOn && dayText(row.decidedOn)] }))} />
        </>
      )}
    </Loaded>
  )
}

/** The names behind a number, with the same scope and day. */
export function NamesDrawer({ opened, day, onClose }: { opened: Opened | undefined; day: { asOf?: string; knownAt?: string }; onClose: () => void }) {
  return (
    <Drawer open={opened !== undefined} onClose={onClose} title={opened?.what ?? ''}>
      {opened && <NamesList key={JSON.stringify(opened)} opened={opened} day={day} />}
    </Drawer>
  )
}
