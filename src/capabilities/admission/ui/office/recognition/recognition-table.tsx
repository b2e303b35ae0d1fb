import type { PlainDate } from '../../../../../kernel/index.ts'
import { AppLink, DataTable, dayText, DueWords, EmptyList, LinkButton, ROWS_PER_PAGE, StatusMark, useAddress, type AddressOf, type Column } from '../../../../../platform/ui-kit/index.ts'
import type { ConfirmationRow } from '../../client.ts'
import { dueOf } from '../../marks.ts'
import { nameWithYear, placeInOne } from '../../people.ts'
import { actWords, ownerNames, stageNames, word } from '../../words.vi.ts'
import type { useRecognitions } from './use-recognitions.ts'

const hrefOf = (row: ConfirmationRow, address: AddressOf) => (row.id ? address('recognition', { id: row.id }) : undefined)

const timeText = (months: number) => [months >= 12 && word('timeYears', { n: Math.floor(months / 12) }), months % 12 > 0 && word('timeMonths', { n: months % 12 })].filter(Boolean).join(' ')

/** How long after the end of probation the recognition still waits; while it is in time, the term of the next act. */
function Due({ row, today }: { row: ConfirmationRow; today: PlainDate }) {
  const { probationUntil, monthsOverdue } = row
  if (row.isLate && probationUntil && monthsOverdue)
    return <StatusMark shape="late">{word('probationOverFor', { time: timeText(monthsOverdue) })}</StatusMark>
  return row.nextAct && <DueWords due={dueOf(row.nextAct, today)} />
}

function Papers({ row }: { row: ConfirmationRow }) {
  const missing = row.documents.filter((one) => one.state === 'missing' || one.state === 'needsWork' || one.state === 'expired')
  if (missing.length === 0) return row.id ? word('papersAll') : null
  return word('papersMissing', { list: missing.map((one) => one.formMark ?? one.code).join(', ') })
}

function Next({ row, mayOpen, address }: { row: ConfirmationRow; mayOpen: boolean; address: AddressOf }) {
  if (row.id) return row.nextAct && <>{row.nextAct.words} <span className="summary-note">{ownerNames[row.nextAct.owner]}</span></>
  return mayOpen ? <LinkButton look="quiet" to={address('recognitions', {}, { lap: row.person.id })}>{actWords.openConfirmation}</LinkButton> : word('recognitionNoFile')
}

function columnsOf(today: PlainDate, address: AddressOf, mayOpen: boolean): Column<ConfirmationRow>[] {
  return [
    { id: 'person', title: word('columnPerson'), width: '14%', cell: (row) => { const to = hrefOf(row, address); return to ? <AppLink to={to}>{nameWithYear(row.person)}</AppLink> : nameWithYear(row.person) } },
    { id: 'place', title: word('columnPlace'), width: '14%', cell: placeInOne },
    { id: 'ceremony', title: word('colCeremony'), tight: true, cell: (row) => dayText(row.ceremonyOn) },
    { id: 'end', title: word('colProbationEnd'), tight: true, cell: (row) => dayText(row.probationUntil) },
    { id: 'official', title: word('colOfficial'), tight: true, cell: (row) => dayText(row.confirmedOnWillBe) },
    { id: 'class', title: word('colClass'), cell: (row) => <StatusMark shape={row.hasClassCertificate ? 'done' : 'future'} plain>{word(row.hasClassCertificate ? 'classYes' : 'classNo')}</StatusMark> },
    { id: 'due', title: word('columnDue'), width: '13%', cell: (row) => <Due row={row} today={today} /> },
    { id: 'next', title: word('columnNext'), width: '18%', cell: (row) => <Next row={row} mayOpen={mayOpen} address={address} /> },
    { id: 'papers', title: word('colPapers'), width: '14%', cell: (row) => <Papers row={row} /> },
    { id: 'stage', title: word('columnStage'), extra: true, cell: (row) => row.stage && stageNames('confirmation', row.stage) },
  ]
}

/** Probationary members, longest overdue first. */
export function RecognitionTable({ list, mayOpen }: { list: ReturnType<typeof useRecognitions>; mayOpen: boolean }) {
  const address = useAddress()
  const { read, state, set, filters, change } = list
  const today = read.value?.today
  return (
    <DataTable
      caption={word('recognitionTitle')}
      columns={today ? columnsOf(today, address, mayOpen) : []}
      rows={read.value?.rows ?? []}
      rowKey={(row) => row.id ?? row.person.id}
      rowHref={(row) => hrefOf(row, address)}
      total={read.value?.total ?? 0}
      page={Number(state.trang) || 1}
      pageSize={ROWS_PER_PAGE}
      onPage={(page) => set({ trang: String(page) })}
      waiting={read.waiting}
      empty={<EmptyList filters={filters} onDrop={change}>{word('recognitionEmpty')}</EmptyList>}
    />
  )
}
