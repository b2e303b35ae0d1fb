import type { TableHabits } from './habits.ts'
import type { Column, Table } from './layout.ts'
import type { RowContext, RowDraft } from './row-draft.ts'
import type { Sex } from './types.ts'
import { readDate } from './values/dates.ts'
import { readEthnicity, readReligion } from './values/listed.ts'
import { readName, type ReadName } from './values/names.ts'
import { caseless, error, question, tidied, warning } from './values/reading.ts'
import { readSex, sexChoices, sexNames } from './values/sex.ts'
import { readTick } from './values/ticks.ts'

const rawText = (row: RowDraft, column: Column | undefined): { text: string | undefined; failed: boolean } => {
  const { cell, failed } = row.cell(column)
  return { text: cell && String(cell.value ?? ''), failed }
}

/** The name, wherever the list keeps it: in one column, in two, or as birth name and name in use. */
export function readNames(row: RowDraft, habits: TableHabits): void {
  const column = row.column('fullName') ?? row.column('givenName') ?? row.column('currentName')
  const { text, failed } = nameText(row, column)
  row.nameAsWritten = text
  const read = failed ? undefined : row.take(column, readName(text, habits.name), 'fullName')
  row.fields.fullName = read?.fullName
  if (read?.isProbationary) row.fields.isProbationStated = true
  const other = row.column('otherName')
  const named = rawText(row, other).text
  row.fields.otherName = read?.otherName ?? (named && named.trim() !== '' ? row.take(other, readName(named, habits.name), 'otherName')?.fullName : undefined)
  if (column?.meaning?.field === 'fullName') readNameInUse(row, habits, text, read)
}

function nameText(row: RowDraft, column: Column | undefined): { text: string | undefined; failed: boolean } {
  const own = rawText(row, column)
  const family = row.column('familyNames')
  if (!family || column?.meaning?.field !== 'givenName') return own
  const before = rawText(row, family)
  return { text: `${before.text ?? ''} ${own.text ?? ''}`.trim(), failed: own.failed || before.failed }
}

/** The name in use is another name only when it differs from the birth name. */
function readNameInUse(row: RowDraft, habits: TableHabits, birthName: string | undefined, read: ReadName | undefined): void {
  const column = row.column('currentName')
  const { text } = rawText(row, column)
  if (!text || text.trim() === '' || text === birthName) return
  const inUse = readName(text, habits.name)
  if (read && inUse.read && caseless(read.fullName) === caseless(inUse.read.fullName)) return
  row.fields.otherName = row.take(column, inUse, 'otherName')?.fullName
}

export function readBirthAndSex(row: RowDraft, habits: TableHabits, context: RowContext): void {
  if (row.column('bornOnBySex')) readBirthBySex(row, habits, context)
  else if (row.column('bornPart')) readBirthOfParts(row, habits, context)
  else {
    const column = row.column('bornOn')
    const { cell, failed } = row.cell(column)
    if (cell && cell.text.trim() !== '') row.fields.bornOn = row.take(column, readDate(cell, { subject: 'birth', habit: habits.date(column!), today: context.today }), 'bornOn')
    else if (!failed && habits.isUsed(column)) row.note(column, error('birth.blank'), 'bornOn')
  }
  if (row.column('sexTick')) readSexTicks(row, habits)
  else if (habits.isUsed(row.column('sex'))) readSexColumn(row, habits)
  const limit = context.asOf ?? context.today
  if (row.fields.bornOn && row.fields.bornOn.slice(0, 10) > limit.slice(0, row.fields.bornOn.length)) {
    row.note(row.column('bornOn') ?? row.column('bornPart', 'year') ?? row.column('bornOnBySex', row.fields.sex), error('birth.future'), 'bornOn')
    row.fields.bornOn = undefined
  }
}

/** Day, month and year stand in columns of their own; a day whose month is left out is no day. */
function readBirthOfParts(row: RowDraft, habits: TableHabits, context: RowContext): void {
  const columns = (['day', 'month', 'year'] as const).flatMap((part) => row.column('bornPart', part) ?? [])
  const last = columns.at(-1)!
  const written = columns.map((column) => row.cell(column).cell?.text.trim() ?? '')
  const value = written.filter((text) => text !== '').join('/')
  if (value === '') row.note(last, error('birth.blank'), 'bornOn')
  else if (written.length === 3 && written[0] !== '' && written[1] === '') row.note(last, error('birth.impossible'), 'bornOn')
  else row.fields.bornOn = row.take(last, readDate({ kind: 'text', value, text: value }, { subject: 'birth', habit: habits.date(last), today: context.today }), 'bornOn')
}

/** The date stands under the sex of the person, and there is no column for the sex itself. */
function readBirthBySex(row: RowDraft, habits: TableHabits, context: RowContext): void {
  const columns = { male: row.column('bornOnBySex', 'male'), female: row.column('bornOnBySex', 'female') }
  const filled = (['male', 'female'] as const).filter((sex) => (row.rawCell(columns[sex])?.text.trim() ?? '') !== '')
  const read = (sex: Sex) => readDate(row.cell(columns[sex]).cell, { subject: 'birth', habit: habits.date(columns[sex]!), today: context.today })
  const [sex] = filled
  if (!sex) {
    row.note(columns.male ?? columns.female, error('birth.blank-and-sex-unknown'), 'bornOn')
    return
  }
  if (filled.length === 2) {
    row.note(columns.female, question('sex.birth-date-in-both-columns', sexChoices), 'sex')
    if (read('male').read === read('female').read) row.fields.bornOn = read('male').read
    return
  }
  row.fields.sex = sex
  row.fields.bornOn = row.take(columns[sex], read(sex), 'bornOn')
}

/** A list with a column of women alone leaves it blank for men; who bears the middle name of women there is asked about. */
function sexWithoutTick(row: RowDraft, habits: TableHabits): Sex | undefined {
  const only = oneSexColumn(row.member.table, habits)
  if (!only || (only.meaning!.detail === 'female' && /\sthị\s/iu.test(row.fields.fullName ?? ''))) return undefined
  return only.meaning!.detail === 'female' ? 'male' : 'female'
}

/** The column of one sex of a table that has none of the other, when somebody is ticked in it. */
export function oneSexColumn(table: Table, habits: TableHabits): Column | undefined {
  const [column, other] = table.all('sexTick')
  return !other && !table.find('sex') && habits.isUsed(column) ? column : undefined
}

function readSexTicks(row: RowDraft, habits: TableHabits): void {
  const columns = row.member.table.all('sexTick')
  const ticks = columns.map((column) => ({ column, ticked: row.take(column, readTick(row.cell(column).cell, habits.tick(column), { yes: sexNames[column.meaning!.detail as Sex], no: null }), 'sex') }))
  if (ticks.some(({ ticked }) => ticked === undefined)) return
  const yes = ticks.filter(({ ticked }) => ticked)
  if (yes.length === 1) row.fields.sex = yes[0]!.column.meaning!.detail as Sex
  else if (yes.length === 0) {
    row.fields.sex = sexWithoutTick(row, habits)
    if (!row.fields.sex) row.note(columns[0], question('sex.no-tick', sexChoices), 'sex')
  }
  else row.note(columns.at(-1), question('sex.both-ticks', sexChoices), 'sex')
}

function readSexColumn(row: RowDraft, habits: TableHabits): void {
  const column = row.column('sex')
  const { cell, failed } = row.cell(column)
  if (!failed) row.fields.sex = row.take(column, readSex(cell, habits.sex), 'sex')
}

export function readOrigin(row: RowDraft, habits: TableHabits): void {
  const ethnicity = row.column('ethnicity')
  const religion = row.column('religion')
  if (habits.isUsed(ethnicity)) row.fields.ethnicity = row.take(ethnicity, readEthnicity(row.cell(ethnicity).cell), 'ethnicity')
  if (habits.isUsed(religion)) row.fields.religion = row.take(religion, readReligion(row.cell(religion).cell), 'religion')
  for (const place of ['nativePlace', 'residence', 'birthPlace'] as const) readPlace(row, place)
}

/** A column of the place without a part named beside it holds the rest of it. */
const tidiedWithout = (row: RowDraft, field: 'nativePlace' | 'residence' | 'birthPlace'): string | undefined =>
  tidied(row.cell(row.member.table.all(field).find((column) => column.meaning?.detail === undefined)).cell?.text ?? '') || undefined

function readPlace(row: RowDraft, field: 'nativePlace' | 'residence' | 'birthPlace'): void {
  const first = row.column(field)
  if (!first) return
  if (row.member.table.all(field).every((column) => column.meaning?.detail === undefined)) {
    row.fields[field] = row.text(field)
    return
  }
  const textIn = (detail: string) => tidied(row.cell(row.column(field, detail)).cell?.text ?? '') || undefined
  const lesser = [textIn('detail') ?? tidiedWithout(row, field), textIn('commune'), textIn('district')].filter(Boolean).join(', ') || undefined
  const parts = { country: textIn('country'), province: textIn('province'), detail: lesser }
  row.fields[`${field}Parts`] = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
  const province = parts.detail ? parts.province?.replace(/^(Tỉnh|Thành phố)(?=\s)/u, (word) => word.toLocaleLowerCase('vi')) : parts.province
  row.fields[field] = [parts.detail, province].filter(Boolean).join(', ') || undefined
}

/** A row that was hidden in the sheet is a member like any other, but somebody hid it. */
export function remarkHidden(row: RowDraft): void {
  if (!row.member.row.hidden) return
  const column = row.column('fullName') ?? row.column('givenName')
  row.note(column, warning('row.hidden', { value: row.fields.fullName ?? null }))
}

