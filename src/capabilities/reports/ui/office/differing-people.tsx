import { useState } from 'react'
import { AppLink, dayText, Loaded, momentText, Pager, useAddress, useRead } from '../../../../platform/ui-kit/index.ts'
import { causeNames } from '../../messages.vi.ts'
import { reports, ROOM, type Difference, type DifferingPeople } from '../client.ts'
import { word } from '../words.vi.ts'

type Who = DifferingPeople['rows'][number]
const SIZE = 50

function spanOf({ from, until }: Who['facts'][number]): string {
  if (from && until) return word('factSpan', { from: dayText(from), until: dayText(until) })
  return from ? word('factFrom', { from: dayText(from) }) : until ? word('factUntil', { until: dayText(until) }) : ''
}

/** When a fact was recorded and put aside, by whom, and on what it rests. */
const traceOf = ({ recordedAt, recordedBy, supersededAt, supersededBy, basis }: Who['facts'][number]): string => [
  recordedAt && word(recordedBy ? 'factRecordedBy' : 'factRecorded', { moment: momentText(recordedAt), name: recordedBy ?? '' }),
  supersededAt && word(supersededBy ? 'factGoneBy' : 'factGone', { moment: momentText(supersededAt), name: supersededBy ?? '' }), basis && word('factBasis', { basis }),
].filter(Boolean).join(' · ')

function Person({ who, withBase }: { who: Who; withBase: boolean }) {
  const address = useAddress()
  const side = who.inB === 0 ? 'whoOnlyA' : who.inA === 0 ? 'whoOnlyB' : 'whoBoth'
  return (
    <li>
      {who.personId ? <AppLink to={address('member', { id: who.personId })}>{who.bornYear ? `${who.name} (${who.bornYear})` : who.name}</AppLink> : <AppLink to={address('organisation', { id: who.subjectId })}>{who.name}</AppLink>}
      <span className="hint"> {[who.cellName, !withBase && word(side), who.cause !== 'facts' && causeNames[who.cause]].filter(Boolean).join(' · ')}</span>
      {who.facts.length > 0 && (
        <ul className="report-facts">
          {who.facts.map((fact, i) => <li key={i}>{[fact.says, spanOf(fact)].filter(Boolean).join(', ')}<span className="hint">{traceOf(fact)}</span></li>)}
        </ul>
      )}
    </li>
  )
}

/** The names behind a difference (of a number, or of any), each with the facts that only one report rests on. */
export function DifferingPeopleList({ sides, cell }: { sides: { a: string; b: string }; cell: Difference | undefined }) {
  const [page, setPage] = useState(1)
  const asked = cell ? { base: cell.base, by: cell.by, column: cell.column, ...(cell.value === null ? {} : { value: cell.value }) } : {}
  const read = useRead([ROOM, 'differing', JSON.stringify([sides, asked]), page], (signal) => reports.listDifferingPeople({ ...sides, ...asked, page, size: SIZE }, { signal }))
  return (
    <Loaded read={read}>
      {({ rows, total }) => (
        <>
          {rows.length === 0 && <p>{word('peopleNone')}</p>}
          <ol className="report-who" start={(page - 1) * SIZE + 1}>{rows.map((who) => <Person key={`${who.subjectId} ${who.base}`} who={who} withBase={cell === undefined} />)}</ol>
          {total > SIZE && <Pager total={total} page={page} pageSize={SIZE} onPage={setPage} />}
        </>
      )}
    </Loaded>
  )
}
