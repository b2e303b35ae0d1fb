import { earlierOf, type PlainDate } from '../../../../kernel/index.ts'
import { changeText, DataTable, dayText, decimalText, FailureBox, NumberLink, useDesk, useRead, type Column, type Failure } from '../../../../platform/ui-kit/index.ts'
import { endOf, monthEndsBefore } from '../../codes.ts'
import { dataQuality, ROOM, type Trend } from '../client.ts'
import { word } from '../words.vi.ts'
import { useWorkLink } from './work-link.ts'

type Month = { readonly score: number | null; readonly open: number }
/** What is kept of the months; nothing while it is being read. */
type Kept = ReadonlyMap<string, Trend['months'][number]> | undefined
type Asked = { readonly organisationId: string | undefined; readonly on: PlainDate; readonly kept: Kept }
type Shown = { readonly month: Month | undefined; readonly known: string | undefined; readonly failure: Failure | undefined; readonly again: () => void }

/** The score of a day as known at its end, or at the moment looked at when that is earlier: as it is kept, else worked out now. */
function useMonth({ organisationId, on, kept }: Asked): Shown {
  const { today, knownAt } = useDesk()
  const known = on === today ? knownAt : knownAt && Date.parse(knownAt) < Date.parse(endOf(on)) ? knownAt : endOf(on)
  const found = kept?.get(on)
  const { value, failure, again } = useRead([ROOM, 'score', organisationId, on, known], (signal) => dataQuality.findScore({ organisationId, asOf: on, knownAt: known }, { signal }), { enabled: kept !== undefined && !found })
  return { month: found ?? (value?.asOf === on ? value.total : undefined), known, failure, again }
}

function ScoreCell(asked: Asked) {
  const { month, failure, again } = useMonth(asked)
  if (failure) return <FailureBox failure={failure} onRetry={again} />
  return <>{month ? (month.score === null ? '' : `${decimalText(month.score * 100, 2)}%`) : '…'}</>
}

/** How many more or fewer open faults than at the end of the month before. */
function ChangeCell({ before, ...asked }: Asked & { before: PlainDate | undefined }) {
  const now = useMonth(asked).month?.open
  const then = useMonth({ ...asked, on: before ?? asked.on }).month?.open
  return <>{before && now !== undefined && then !== undefined ? changeText(now - then) : ''}</>
}

function OpenCell(asked: Asked) {
  const link = useWorkLink()
  const { month, known } = useMonth(asked)
  const { organisationId, on } = asked
  return month ? <NumberLink count={month.open} size="cell" label={`${word('openWord')}, ${dayText(on)}`} to={link({ 'to-chuc': organisationId }, { asOf: on, ...(known ? { knownAt: known } : {}) })} /> : <>…</>
}

/** The score at the end of each month, from the facts of that day as they were known then. */
export function TrendTable({ organisationId }: { organisationId: string | undefined }) {
  const { asOf, knownAt, today } = useDesk()
  const last = earlierOf(asOf ?? today, today)
  const days = [last, ...monthEndsBefore(last)]
  const { value, failure } = useRead([ROOM, 'trend', organisationId], (signal) => dataQuality.findTrend({ organisationId, asOf, knownAt }, { signal }))
  // What is not kept, or cannot be read, is worked out.
  const kept: Kept = value ? new Map(value.months.map((month) => [month.on, month])) : failure ? new Map() : undefined
  const columns: Column<PlainDate>[] = [
    { id: 'month', title: word('colMonth'), tight: true, cell: (on) => dayText(on) },
    { id: 'score', title: word('colScore'), number: true, tight: true, cell: (on) => <ScoreCell {...{ organisationId, on, kept }} /> },
    { id: 'open', title: word('colOpen'), number: true, tight: true, cell: (on) => <OpenCell {...{ organisationId, on, kept }} /> },
    { id: 'change', title: word('colChange'), number: true, tight: true, cell: (on) => <ChangeCell {...{ organisationId, on, kept }} before={days[days.indexOf(on) + 1]} /> },
  ]
  return (
    <>
      <DataTable caption={word('trend')} columns={columns} rows={days} rowKey={(on) => on} empty={word('unitsEmpty')} />
      {value?.keptAt && <p className="hint">{word('trendKept', { day: dayText(value.keptAt.slice(0, 10) as PlainDate) })}</p>}
    </>
  )
}
