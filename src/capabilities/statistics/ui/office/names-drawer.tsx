import { useState } from 'react'
import { AppLink, Button, countText, dayText, Drawer, Loaded, useAddress, useRead } from '../../../../platform/ui-kit/index.ts'
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
          {names.outsideReach > 0 && <p className="hint">{word('namesOutside', { n: countText(names.outsideReach) })}</p>}
          {names.rows.length === 0 && <p>{word('namesNone')}</p>}
          <ol className="term-names" start={(page - 1) * SIZE + 1}>
            {names.rows.map((row) => (
              <li key={row.personId}>
                <AppLink to={address('member', { id: row.personId })}>{row.bornYear ? `${row.fullName} (${row.bornYear})` : row.fullName}</AppLink>
                <span className="hint">{[row.cellName, row.aboveName].filter(Boolean).join(' – ')}{row.decidedOn ? ` · ${dayText(row.decidedOn)}` : ''}</span>
              </li>
            ))}
          </ol>
          <p className="term-pages">
            {page > 1 && <Button onClick={() => setPage(page - 1)}>{word('earlierNames')}</Button>}
            {page * SIZE < names.total && <Button onClick={() => setPage(page + 1)}>{word('moreNames')}</Button>}
          </p>
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
