import { addDays, addMonths, dayOf, earlierOf, partsOf, type PlainDate } from '../../../../kernel/index.ts'
import { changeText, DataTable, dayText, decimalText, FailureBox, NumberLink, useDesk, useRead, type Column } from '../../../../platform/ui-kit/index.ts'
import { dataQuality, ROOM } from '../client.ts'
import { word } from '../words.vi.ts'
import { useWorkLink } from './work-link.ts'

const MONTHS = 12

/** The day looked at, and the ends of the months before it. */
function monthEnds(on: PlainDate): PlainDate[] {
  const { year, month } = partsOf(on)
  const first = dayOf(year, month, 1)
  return [on, ...Array.from({ length: MONTHS }, (_, i) => addDays(addMonths(first, -i), -1))]
}

/** The score of a day as known at its end, or at the moment looked at when that is earlier. */
function useScoreOn(organisationId: string | undefined, on: PlainDate, enabled = true) {
  const { today, knownAt } = useDesk()
  const ends = `${on}T23:59:59+07:00`
  const known = on === today ? knownAt : knownAt && Date.parse(knownAt) < Date.parse(ends) ? knownAt : ends
  const read = useRead([ROOM, 'score', organisationId, on, known], (signal) => dataQuality.findScore({ organisationId, asOf: on, knownAt: known }, { signal }), { enabled })
  return { ...read, known, value: read.value?.asOf === on ? read.value : undefined }
}

type Asked = { readonly organisationId: string | undefined; readonly on: PlainDate }

function ScoreCell({ organisationId, on }: Asked) {
  const { value, failure, again } = useScoreOn(organisationId, on)
  if (failure) return <FailureBox failure={failure} onRetry={again} />
  return <>{value ? (value.total.score === null ? '' : `${decimalText(value.total.score * 100, 2)}%`) : '…'}</>
}

/** How many more or fewer open faults than at the end of the month before. */
function ChangeCell({ organisationId, on, before }: Asked & { before: PlainDate | undefined }) {
  const now = useScoreOn(organisationId, on).value?.total.open
  const then = useScoreOn(organisationId, before ?? on).value?.total.open
  return <>{before && now !== undefined && then !== undefined ? changeText(now - then) : ''}</>
}

function OpenCell({ organisationId, on }: Asked) {
  const link = useWorkLink()
  const { value, known } = useScoreOn(organisationId, on)
  return value ? <NumberLink count={value.total.open} size="cell" label={`${word('openWord')}, ${dayText(on)}`} to={link({ 'to-chuc': organisationId }, { asOf: on, ...(known ? { knownAt: known } : {}) })} /> : <>…</>
}

/** The score at the end of each month: worked out anew from the facts of that day as they were known then. */
export function TrendTable({ organisationId }: { organisationId: string | undefined }) {
  const { asOf, today } = useDesk()
  const days = monthEnds(earlierOf(asOf ?? today, today))
  const columns: Column<PlainDate>[] = [
    { id: 'month', title: word('colMonth'), tight: true, cell: (on) => dayText(on) },
    { id: 'score', title: word('colScore'), number: true, tight: true, cell: (on) => <ScoreCell organisationId={organisationId} on={on} /> },
    { id: 'open', title: word('colOpen'), number: true, tight: true, cell: (on) => <OpenCell organisationId={organisationId} on={on} /> },
    { id: 'change', title: word('colChange'), number: true, tight: true, cell: (on) => <ChangeCell organisationId={organisationId} on={on} before={days[days.indexOf(on) + 1]} /> },
  ]
  return <DataTable caption={word('trend')} columns={columns} rows={days} rowKey={(on) => on} empty={word('unitsEmpty')} />
}
