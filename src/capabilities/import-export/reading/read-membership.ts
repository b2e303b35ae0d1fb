import { addMonths, earliestDay, fold, fullMonthsBetween, laterOf, latestDay, precisionOf, type PlainDate, type UncertainDate } from '../../../kernel/index.ts'
import { firstRuledDay, minAge, probationMonths } from '../../../regulations/index.ts'
import type { TableHabits } from './habits.ts'
import type { Column } from './layout.ts'
import { areProbationary } from './row-kinds.ts'
import type { RowContext, RowDraft } from './row-draft.ts'
import { readDate } from './values/dates.ts'
import { error, proposal, question, warning } from './values/reading.ts'
import { readMemberKind } from './values/status.ts'
import { readTick } from './values/ticks.ts'

// Admissions before the first ruled day are measured by the oldest value the program knows.
const ruledDay = (day: PlainDate): PlainDate => laterOf(day, firstRuledDay)
const probationEnd = (admittedOn: PlainDate): PlainDate => addMonths(admittedOn, probationMonths.inForceOn(ruledDay(admittedOn)).value)

export function readMembership(row: RowDraft, habits: TableHabits, context: RowContext): void {
  const admission = row.column('admittedOn')
  const official = row.column('confirmedOn')
  row.fields.admittedOn = readMembershipDate(row, admission, 'admission', habits, context)
  row.fields.confirmedOn = readMembershipDate(row, official, 'official', habits, context)
  if (habits.isUsed(admission) && isBlank(row, admission)) row.note(admission, error('admission.blank'), 'admittedOn')
  checkAdmission(row, admission, context)
  const kind = probationByColumns(row, habits) ?? row.fields.isProbationStated ?? areProbationary(row.member.groups) ?? context.areProbationary
  if (kind === true) row.fields.isProbationStated = true
  checkOfficial(row, official)
  decideProbation(row, kind, context)
}

const isBlank = (row: RowDraft, column: Column | undefined): boolean => {
  const cell = row.rawCell(column)
  return !cell || (cell.text.trim() === '' && cell.kind !== 'formula')
}

/** `dự bị`, `ĐVDB`, `chưa` where a date would stand. */
const SAYS_PROBATIONARY = /^(dang vien |dang |con )?(du bi|dvdb|db)$|^chua( chinh thuc| cong nhan| duoc cong nhan| den han)?$/

function readMembershipDate(row: RowDraft, column: Column | undefined, subject: 'admission' | 'official', habits: TableHabits, context: RowContext): UncertainDate | undefined {
  if (!column) return undefined
  const target = subject === 'admission' ? 'admittedOn' : 'confirmedOn'
  const { cell } = row.cell(column)
  if (subject === 'official' && cell?.kind === 'text' && !/\d/.test(cell.text) && SAYS_PROBATIONARY.test(fold(cell.text))) {
    row.note(column, proposal('official.said-probationary', { probationary: true }, { written: cell.text.trim() }), 'probationary')
    return undefined
  }
  return row.take(column, readDate(cell, { subject, habit: habits.date(column), today: context.today }), target)
}

function checkAdmission(row: RowDraft, column: Column | undefined, context: RowContext): void {
  const { admittedOn, bornOn } = row.fields
  if (!admittedOn) return
  if (earliestDay(admittedOn) > (context.asOf ?? context.today)) {
    row.note(column, error('admission.future'), 'admittedOn')
    row.fields.admittedOn = undefined
    return
  }
  if (!bornOn) return
  // Only what is certain is an error: the earliest birth and the latest admission the dates allow.
  const age = minAge.inForceOn(ruledDay(latestDay(admittedOn))).value
  if (earliestDay(bornOn) > latestDay(admittedOn)) row.note(column, error('admission.before-birth'), 'admittedOn')
  else if (fullMonthsBetween(earliestDay(bornOn), latestDay(admittedOn)) < age * 12) row.note(column, error('admission.under-18', { age: String(age) }), 'admittedOn')
  else return
  row.fields.admittedOn = undefined
}

function checkOfficial(row: RowDraft, column: Column | undefined): void {
  const { admittedOn, confirmedOn } = row.fields
  if (!admittedOn || !confirmedOn) return
  const areDays = precisionOf(admittedOn) === 'day' && precisionOf(confirmedOn) === 'day'
  if (latestDay(confirmedOn) < earliestDay(admittedOn)) row.note(column, error('official.before-admission'), 'confirmedOn')
  else if (areDays && admittedOn === confirmedOn) row.note(column, error('official.same-day'), 'confirmedOn')
  else {
    if (areDays && !isWholeProbation(admittedOn, confirmedOn)) row.note(column, warning('official.not-12-months', { value: confirmedOn, precision: 'day' }))
    return
  }
  row.fields.confirmedOn = undefined
}

/** Probation of exactly the months required; on 29/02 the day before and after are both met. */
function isWholeProbation(admittedOn: UncertainDate, confirmedOn: UncertainDate): boolean {
  const end = probationEnd(earliestDay(admittedOn))
  const day = earliestDay(confirmedOn)
  return day === end || (admittedOn.endsWith('-02-29') && day.endsWith('-03-01') && day.slice(0, 4) === end.slice(0, 4))
}

/** What a tick column or a column of kinds says; `open` when it cannot be understood. */
function probationByColumns(row: RowDraft, habits: TableHabits): boolean | 'open' | undefined {
  const kind = row.column('memberKind')
  const byKind = row.take(kind, readMemberKind(row.cell(kind).cell), 'probationary')
  if (byKind !== undefined || row.has('member-kind.unclear')) return byKind ?? 'open'
  if (row.fields.probationary !== undefined) return row.fields.probationary
  const tick = row.column('probationary')
  if (!tick || !habits.isUsed(tick)) return undefined
  const ticked = row.take(tick, readTick(row.cell(tick).cell, habits.tick(tick), { yes: true, no: false }), 'probationary')
  return ticked ?? 'open'
}

function decideProbation(row: RowDraft, said: boolean | 'open' | undefined, context: RowContext): void {
  const official = row.column('confirmedOn')
  row.fields.probationary = undefined
  if (!official) {
    row.fields.probationary = said === 'open' ? undefined : said
    return
  }
  if (!isBlank(row, official)) {
    if (row.has('official.said-probationary')) {
      row.fields.probationary = true
      row.fields.isProbationStated = true
    } else if (said === true) row.note(row.column('probationary') ?? row.column('memberKind') ?? row.column('status') ?? official, question('probation.tick-and-official-date'), 'probationary')
    else if (row.fields.confirmedOn) row.fields.probationary = false
    return
  }
  // No tick where others are ticked, or a title, and a blank official date: neither says what the member is.
  if (said === false) {
    row.note(official, question('official.blank'), 'confirmedOn')
    return
  }
  row.fields.probationary = true
  remarkOverdue(row, official, context)
}

function remarkOverdue(row: RowDraft, column: Column, context: RowContext): void {
  const { admittedOn } = row.fields
  // Without the day of the list nobody can say what was overdue on it.
  if (!context.asOf || !admittedOn || precisionOf(admittedOn) !== 'day') return
  if (probationEnd(earliestDay(admittedOn)) < context.asOf) row.note(column, warning('probation.overdue', { value: null }))
}
