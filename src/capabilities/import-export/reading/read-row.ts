import type { TableHabits } from './habits.ts'
import type { Column } from './layout.ts'
import { readMembership } from './read-membership.ts'
import { compareWithPerson, readCards, readContacts, readIdentity, sexHint } from './read-numbers.ts'
import { readBirthAndSex, readNames, readOrigin, remarkHidden } from './read-person.ts'
import { readPlacement } from './read-placement.ts'
import { findingMessage } from './messages.vi.ts'
import type { RowContext, RowDraft } from './row-draft.ts'
import { readChange, splitDateAndReason } from './values/changes.ts'
import { readDate } from './values/dates.ts'
import { readGeneralEducation, readLearning, readPoliticalTheory, readProfessionalEducation } from './values/education.ts'
import { valuesIn } from './expanded-row.ts'
import { error, proposal, question, wordTable } from './values/reading.ts'
import { leavingIn, readStatus, statusNames } from './values/status.ts'
import { readTick } from './values/ticks.ts'
import type { MemberStatus } from './types.ts'

/** Reads who one member is: name and numbers. The same number at two members is an error at both, so this much is read of everybody first. */
export function readIdentifiers(row: RowDraft, habits: TableHabits, context: RowContext): void {
  remarkComposites(row)
  remarkDitto(row)
  row.fields.systemId = row.text('systemId')
  row.fields.employeeCode = row.text('employeeCode')
  readNames(row, habits)
  readIdentity(row, habits)
  readCards(row, habits, context)
}

/** Reads the rest of one member. Order matters: numbers are compared with the person, dates of membership with the birth. */
export function readRest(row: RowDraft, habits: TableHabits, context: RowContext): void {
  readBirthAndSex(row, habits, context)
  readOrigin(row, habits)
  compareWithPerson(row)
  hintAtSex(row)
  readPlacement(row, habits, context)
  readStatusColumns(row, habits, context)
  remarkLeft(row)
  readDepartures(row, context)
  remarkLeftInNote(row)
  remarkNoMember(row, habits)
  readMembership(row, habits, context)
  readSchooling(row, habits)
  readContacts(row)
  readRemarks(row, context)
  remarkHidden(row)
}

function hintAtSex(row: RowDraft): void {
  const blank = row.findings.find(({ finding }) => finding.code === 'sex.blank')
  const hint = sexHint(row.fields.identityNumber)
  if (blank && hint) blank.finding = { ...blank.finding, message: findingMessage('sex.blank', { hint }) }
}

function readStatusColumns(row: RowDraft, habits: TableHabits, context: RowContext): void {
  const column = statusColumn(row)
  const read = row.take(column, readStatus(row.cell(column).cell, context.today), 'status')
  row.fields.status = read?.status
  row.fields.statusDecision = read?.decision
  row.fields.probationary = read?.probationary
  const on = row.column('statusOn')
  row.fields.statusOn = read?.on ?? (on ? row.take(on, readDate(row.cell(on).cell, { subject: 'status', habit: habits.date(on), today: context.today }), 'statusOn') : undefined)
}

const isFilled = (row: RowDraft, column: Column | undefined): boolean => (row.rawCell(column)?.text.trim() ?? '') !== ''

/** Forms that keep those who are no longer theirs in a column of its own: what stands there counts. */
function statusColumn(row: RowDraft): Column | undefined {
  const left = row.column('leftStatus')
  return isFilled(row, left) ? left : row.column('status')
}

/** A day or a reason in a column of deaths, departures or exclusions says that the member is no more, whatever else the row says. */
function readDepartures(row: RowDraft, context: RowContext): void {
  const column = row.member.table.all('departure').find((each) => isFilled(row, each) && !/^[-–.…0]+$/.test(row.rawCell(each)!.text.trim()))
  if (!column) return
  const status = column.meaning!.detail as MemberStatus
  const day = readDate(row.cell(column).cell, { subject: 'status', habit: { dateCells: false, monthFirst: false }, today: context.today }).read
  row.fields.status = status
  row.fields.statusOn = day
  row.note(column, question('status.no-longer-member', [], { value: statusNames[status] }))
}

/** A list of a mass organisation says who of its people is a member of the Party; the others are none of ours. */
function remarkNoMember(row: RowDraft, habits: TableHabits): void {
  const column = row.column('isMember')
  if (!column || !isFilled(row, column)) return
  const ticked = readTick(row.cell(column).cell, habits.tick(column), { yes: true, no: false })
  if (ticked.read === false) row.note(column, error('row.not-a-member'))
  else if (ticked.read === undefined) row.note(column, ticked.finding)
}

/** Cells with several values: what was split is shown; what cannot be is never read by half. */
function remarkComposites(row: RowDraft): void {
  for (const { column, parts } of row.member.table.composites) {
    if (!isFilled(row, column)) continue
    const values = valuesIn(row.rawCell(column)!.text, parts.length)
    if (values) row.note(column, proposal('cell.split', { value: values }, { parts: parts.map(({ heading }, i) => `${heading}: ${values[i]}`).join('; ') }))
    else row.note(column, error('cell.values-do-not-match', { count: String(parts.length), parts: parts.map(({ heading }) => heading).join(', ') }))
  }
}

/** What stands for the value above is shown with that value. */
function remarkDitto(row: RowDraft): void {
  for (const index of row.member.marks?.keys() ?? []) {
    const column = row.member.table.columns.find((each) => each.index === index)
    const value = row.rawCell(column)?.text.trim()
    if (column?.meaning && value) row.note(column, proposal('cell.as-above', { value }, { value }))
  }
}

function readSchooling(row: RowDraft, habits: TableHabits): void {
  const general = row.column('generalEducation')
  row.fields.generalEducation = row.take(general, readGeneralEducation(row.cell(general).cell), 'generalEducation')
  const professional = row.column('professionalEducation')
  const read = row.take(professional, readProfessionalEducation(row.cell(professional).cell, habits.professional), 'professionalEducation')
  row.fields.professionalEducation = read?.level
  row.fields.professionalField = read?.field
  const learning = row.column('learning')
  const mixed = readLearning(row.cell(learning).cell)
  row.fields.generalEducation ??= mixed.general
  row.fields.professionalEducation ??= row.take(learning, mixed, 'professionalEducation')?.level
  const politics = row.column('politicalTheory')
  row.fields.politicalTheory = row.take(politics, readPoliticalTheory(row.cell(politics).cell, habits.politics), 'politicalTheory')
  row.fields.professionalEducation ??= readTickedLevel(row, habits, 'professionalTick', 'education.two-ticks')
  row.fields.politicalTheory ??= readTickedLevel(row, habits, 'politicsTick', 'politics.two-ticks')
}

const left: readonly MemberStatus[] = ['movedOut', 'struckOff', 'resigned', 'expelled', 'died']

/** Who has died or left is in the list for the record; nobody becomes a member by it, and the end of a membership has an act of its own. */
export function remarkLeft(row: RowDraft): void {
  const { status } = row.fields
  if (status && left.includes(status) && !row.has('status.no-longer-member')) row.note(statusColumn(row), question('status.no-longer-member', [], { value: statusNames[status] }))
}

/** A note is no column of states: what it seems to say of somebody's leaving is asked, unless the list states the member otherwise. */
function remarkLeftInNote(row: RowDraft): void {
  const note = row.text('note')
  if (!note || row.fields.status !== undefined) return
  const status = leavingIn(note)
  if (status) row.note(row.column('note'), question('status.left-in-note', [statusNames.active, statusNames[status]]), 'status')
}

/** The level whose column is ticked; two ticks are a question, not the higher of them. */
function readTickedLevel(row: RowDraft, habits: TableHabits, field: 'professionalTick' | 'politicsTick', code: string): string | undefined {
  const target = field === 'politicsTick' ? 'politicalTheory' : 'professionalEducation'
  const levelOf = (column: Column) => column.meaning!.detail!
  const ticked = row.member.table.all(field).filter((column) =>
    row.take(column, readTick(row.cell(column).cell, habits.tick(column), { yes: levelOf(column), no: null }), target))
  if (ticked.length > 1) row.note(ticked.at(-1), question(code, ticked.map(levelOf)), target)
  return ticked.length === 1 ? levelOf(ticked[0]!) : undefined
}

const POSTS = wordTable({ BT: 'Bí thư chi bộ', PBT: 'Phó Bí thư chi bộ', CUV: 'Chi ủy viên', CƯV: 'Chi ủy viên' })

function readRemarks(row: RowDraft, context: RowContext): void {
  const posts = row.text('partyPosition')
  if (posts) row.fields.positions = posts.split(/\s*[;,\n]\s*/).map((post) => POSTS[post] ?? post).filter((post) => !/^(đảng viên|đv)$/i.test(post))
  row.fields.note = row.text('note')
  row.fields.mark = row.text('mark')
  const change = row.text('change')
  if (change) row.fields.change = readChange(change, context.today)
  const abroad = row.column('abroad')
  const text = row.text('abroad')
  const split = text ? splitDateAndReason(text, context.today) : undefined
  if (split) row.note(abroad, proposal('abroad.date-and-reason', { date: split.on, reason: split.reason }), 'abroad')
  row.fields.abroad = split
}

