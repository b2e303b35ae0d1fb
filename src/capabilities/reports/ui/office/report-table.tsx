import { useState } from 'react'
import { changeText, countText, dayText, FailureBox, useRead, type Column } from '../../../../platform/ui-kit/index.ts'
import { FilledTable, NamesBehind, TableFoot, type FilledLine, type Opened } from '../../../statistics/ui/index.ts'
import { reports, ROOM, type ReportPage } from '../client.ts'
import { word } from '../words.vi.ts'

type Which = { periodId: string; organisationId: string; submissionId?: string; counted?: boolean }
type Table = Parameters<typeof reports.findReportTable>[0]['table']

/** A table of a report with the totals of the period before beside it; every number opens the names that were frozen with it. */
export function ReportTable({ table, which, report }: { table: Table; which: Which; report: ReportPage }) {
  const [opened, setOpened] = useState<Opened>()
  const [withEmpty, setWithEmpty] = useState(false)
  const read = useRead([ROOM, 'table', table, JSON.stringify(which)], (signal) => reports.findReportTable({ ...which, table }, { signal }))
  // What is made of reports is held against what the register counts, row by row.
  const holds = (report.isSum || report.isAbove) && !which.counted
  const now = useRead([ROOM, 'table', table, JSON.stringify({ ...which, submissionId: undefined, counted: true })], (signal) => reports.findReportTable({ periodId: which.periodId, organisationId: which.organisationId, counted: true, table }, { signal }), { enabled: holds })
  const filled = read.value
  // A value that nobody has today has no row where it is counted today.
  const counted = (line: FilledLine): number | undefined => {
    const section = holds && !line.missing ? now.value?.sections.find(({ code }) => code === line.section) : undefined
    return section && (section.rows.find(({ code }) => code === line.code)?.numbers[0] ?? 0)
  }
  const apart = (line: FilledLine): number => (counted(line) ?? line.numbers[0] ?? 0) - (line.numbers[0] ?? 0)
  const before = (line: FilledLine): number | null => {
    const at = filled?.sections.findIndex(({ code }) => code === line.section) ?? -1
    return filled?.former?.[at]?.[filled.sections[at]!.rows.findIndex(({ code }) => code === line.code)] ?? null
  }
  const group = report.former ? word('formerAt', { day: dayText(report.former.until) }) : ''
  const more: Column<FilledLine>[] = [...(filled?.former ? [
    { id: 'former', title: word('former'), group, number: true, cell: (line) => { const was = before(line); return was === null ? '' : countText(was) } },
    { id: 'change', title: word('change'), group, number: true, cell: (line) => { const was = before(line); return was === null || line.numbers[0] === null ? '' : changeText(line.numbers[0]! - was) } },
  ] satisfies Column<FilledLine>[] : []), ...(holds && now.value ? [
    { id: 'counted', title: word('countedColumn'), group: word('countedGroup'), number: true, cell: (line) => { const is = counted(line); return is === undefined ? '' : countText(is) } },
    { id: 'apart', title: word('apart'), group: word('countedGroup'), number: true, cell: (line) => (apart(line) === 0 ? '' : changeText(apart(line))) },
  ] satisfies Column<FilledLine>[] : [])]
  return (
    <>
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(filled || !read.failure) && <FilledTable filled={filled} waiting={read.waiting} onOpen={setOpened} withEmpty={withEmpty} onEmpty={setWithEmpty} more={more} keeps={(line) => apart(line) !== 0} />}
      {filled && <TableFoot checks={filled.checks} source={filled.source} />}
      <NamesBehind title={opened?.what} by={opened?.by ?? ''} id={[ROOM, 'behind', JSON.stringify([which, opened])]} onClose={() => setOpened(undefined)}
        read={(page, signal) => { const { what: _w, ...cell } = opened!; return reports.listReportPeople({ ...which, ...cell, ...page }, { signal }) }} />
    </>
  )
}
