import type { ReactNode } from 'react'
import { addDays, partsOf, type PlainDate } from '../../../../../kernel/index.ts'
import { AppLink, countText, NumberField, NumberLink, say, shareText, StatusMark, type Column, type Sort } from '../../../../../platform/ui-kit/index.ts'
import { Balance } from './balance.tsx'
import type { Progress, ProgressRow } from './client.ts'
import type { Draft } from './use-draft.ts'
import { word } from './words.vi.ts'

function PaceCell({ behind }: { behind: number | null }) {
  if (behind === null) return null
  if (behind > 0) return <StatusMark shape="late">{word('rowBehind', { n: countText(behind) })}</StatusMark>
  return <StatusMark shape="done" plain>{behind === 0 ? word('onPace') : word('rowAhead', { n: countText(-behind) })}</StatusMark>
}

const orders: Record<string, (row: ProgressRow) => number> = {
  given: (row) => row.given ?? -1, difference: (row) => row.difference ?? -Infinity, admitted: (row) => row.admitted,
  share: (row) => (row.given ? row.admitted / row.given : -Infinity), pace: (row) => row.behind ?? -Infinity, thisYear: (row) => row.thisYear,
}

/** Rows in the order of a column; as they came without one. */
export function inOrder(rows: readonly ProgressRow[], sort: Sort | undefined): readonly ProgressRow[] {
  const by = sort && orders[sort.by]
  if (!by) return rows
  return rows.toSorted((a, b) => (by(a) === by(b) ? 0 : by(a) < by(b) === sort.descending ? 1 : -1))
}

type Asked = { progress: Progress; to: (organisationId: string) => string; onHistory: (row: ProgressRow) => void; draft: Draft | undefined }

function GivenCell({ row, draft, onHistory }: Pick<Asked, 'draft' | 'onHistory'> & { row: ProgressRow }) {
  if (draft)
    return (
      <NumberField name={row.organisationId} label={word('fieldTarget', { name: row.shortName })} hideLabel value={draft.values[row.organisationId]}
        onChange={(value) => draft.set(row.organisationId, value)} />
    )
  if (row.given === null) return <span className="hint">{word('none')}</span>
  return <NumberLink size="cell" count={row.given} onOpen={() => onHistory(row)} label={word('openHistory', { name: row.shortName })} />
}

/** The year whose admissions stand in a column of their own: that of the viewed day, of a term that is over its last. */
function lastYear({ asOf, period }: Progress): number {
  const lastDay = period && addDays(period.until as PlainDate, -1)
  return partsOf(lastDay && lastDay < asOf ? lastDay : (asOf as PlainDate)).year
}

const passedOnColumns = (sortable: boolean): Column<ProgressRow>[] => [
  { id: 'passedOn', title: word('columnPassedOn'), number: true, cell: (row) => (row.hasBelow ? countText(row.passedOn) : '') },
  { id: 'difference', title: word('columnDifference'), tight: true, sortable, cell: (row) => <Balance given={row.given} passedOn={row.passedOn} hasBelow={row.hasBelow} /> },
]

/** Nothing passes targets on at this level: all rows are cells. */
const onlyCells = (rows: readonly ProgressRow[]): boolean => rows.every((row) => !row.hasBelow)

/** What the row of totals says of the sum: beside it, or where that column is left out behind the heading. */
export function balanceTotals(rows: readonly ProgressRow[], given: number | null, passedOn: number | null): Record<string, ReactNode> {
  const balance = <Balance given={given} passedOn={passedOn} />
  return onlyCells(rows) ? { name: <span className="targets-total">{say('ui.total')} {balance}</span> } : { difference: balance }
}

/** The columns of the table; while targets are being given, the one that is given holds fields. */
export function columnsOf({ progress, to, onHistory, draft }: Asked): Column<ProgressRow>[] {
  const sortable = !draft
  return [
    { id: 'name', title: word('columnPlace'), cell: (row) => (row.hasBelow && !draft ? <AppLink to={to(row.organisationId)}>{row.shortName}</AppLink> : row.shortName) },
    { id: 'given', title: word('columnGiven'), number: true, sortable, cell: (row) => <GivenCell row={row} draft={draft} onHistory={onHistory} /> },
    ...(onlyCells(progress.rows) ? [] : passedOnColumns(sortable)),
    { id: 'admitted', title: word('columnAdmitted'), number: true, sortable, cell: (row) => countText(row.admitted) },
    { id: 'share', title: word('columnShare'), number: true, sortable, cell: (row) => (row.given ? shareText(row.admitted, row.given) : '') },
    { id: 'pace', title: word('columnPace'), tight: true, sortable, cell: (row) => <PaceCell behind={row.behind} /> },
    ...(progress.kind === 'year' ? [] : [{ id: 'thisYear', title: word('columnThisYear', { year: lastYear(progress) }), number: true, sortable, cell: (row: ProgressRow) => countText(row.thisYear) }]),
  ]
}
