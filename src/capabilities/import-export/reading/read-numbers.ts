import type { TableHabits } from './habits.ts'
import type { RowContext, RowDraft } from './row-draft.ts'
import { readCardAndHistory, readCardNumber, type ReadCard } from './values/card-number.ts'
import { readDate } from './values/dates.ts'
import { readIdentityNumber, readOldIdentityNumber, whatNumberSays } from './values/identity-number.ts'
import { readPhones } from './values/phones.ts'
import { warning } from './values/reading.ts'
import { sexNames } from './values/sex.ts'

export function readIdentity(row: RowDraft, habits: TableHabits): void {
  const column = row.column('identityNumber')
  if (habits.isUsed(column)) {
    const { cell, failed } = row.cell(column)
    const read = failed ? undefined : row.take(column, readIdentityNumber(cell), 'identityNumber')
    row.fields.identityNumber = read?.identityNumber
    row.fields.oldIdentityNumber = read?.oldIdentityNumber
  }
  const old = row.column('oldIdentityNumber')
  row.fields.oldIdentityNumber ??= row.take(old, readOldIdentityNumber(row.cell(old).cell), 'oldIdentityNumber')?.oldIdentityNumber
}

/** Sexes and years of birth are corrected in life; the number keeps the old ones, so a difference is only remarked. */
export function compareWithPerson(row: RowDraft): void {
  const { identityNumber, sex, bornOn } = row.fields
  const column = row.column('identityNumber')
  if (!identityNumber || !column) return
  const says = whatNumberSays(identityNumber)
  if (sex && says.sex !== sex) row.note(column, warning('cccd.sex-differs', 'as written'))
  if (bornOn && says.year !== Number(bornOn.slice(0, 4))) row.note(column, warning('cccd.year-differs', 'as written', { year: String(says.year) }))
}

/** The hint that a number gives for a blank sex is shown, never taken. */
export const sexHint = (identityNumber: string | undefined): string | undefined => identityNumber && sexNames[whatNumberSays(identityNumber).sex]

export function readCards(row: RowDraft, habits: TableHabits, context: RowContext): void {
  const both = row.column('cardAndHistory')
  const column = both ?? row.column('cardNumber')
  const { cell, failed } = row.cell(column)
  const read: ReadCard | undefined = failed || !column ? undefined
    : row.take(column, both ? readCardAndHistory(cell) : readCardNumber(cell, habits.card, row.fields.identityNumber), 'cardNumber')
  Object.assign(row.fields, read)
  const old = row.column('oldCardNumber')
  row.fields.cardNumber ??= row.take(old, readCardNumber(row.cell(old).cell, { digits: 8 }, row.fields.identityNumber), 'cardNumber')?.cardNumber
  row.fields.historyNumber ??= row.text('historyNumber')
  row.fields.cardIssuedBy = row.text('cardIssuedBy')
  const issued = row.column('cardIssuedOn')
  if (issued) row.fields.cardIssuedOn = row.take(issued, readDate(row.cell(issued).cell, { subject: 'card-issued', habit: habits.date(issued), today: context.today }), 'cardIssuedOn')
}

export function readContacts(row: RowDraft): void {
  const phone = row.column('phone')
  row.fields.phones = row.take(phone, readPhones(row.cell(phone).cell), 'phones')
  row.fields.email = row.text('email')
}
