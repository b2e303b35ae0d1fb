import type { Cell } from '../../../../platform/foreign-workbook/sheets.ts'
import { error, proposal, question, warning, type Reading } from './reading.ts'

export type ReadIdentity = { readonly identityNumber?: string; readonly oldIdentityNumber?: string }

const LENGTH = 12
const OLD_LENGTH = 9

const proposedNumber = (code: string, number: string): Reading<ReadIdentity> =>
  ({ read: { identityNumber: number }, finding: proposal(code, { value: number }, { number }) })

const oldNumber = (number: string): Reading<ReadIdentity> =>
  ({ read: { oldIdentityNumber: number }, finding: proposal('cccd.old-9-digits', { field: 'oldIdNumber', value: number, cccd: null }) })

/** Province codes run from 001 to 096; what is filled up with zeros must begin with one. */
const beginsWithProvince = (number: string): boolean => Number(number.slice(0, 3)) >= 1 && Number(number.slice(0, 3)) <= 96

function ofDigits(digits: string, code: string | undefined, isNumber: boolean): Reading<ReadIdentity> {
  if (digits.length === LENGTH) return code ? proposedNumber(code, digits) : { read: { identityNumber: digits } }
  if (digits.length === OLD_LENGTH) return oldNumber(digits)
  const padded = digits.padStart(LENGTH, '0')
  if ((digits.length === 10 || digits.length === 11) && beginsWithProvince(padded)) {
    const lost = code === 'cccd.trailing-dot-zero' ? 'cccd.lost-zeros-dot-zero' : isNumber ? 'cccd.lost-zeros-number' : 'cccd.lost-zero-text'
    return { read: { identityNumber: padded }, finding: proposal(lost, { value: padded }, { number: padded, length: String(digits.length) }) }
  }
  if (digits.length === OLD_LENGTH - 1) return { finding: question('cccd.old-9-lost-zero', [digits.padStart(OLD_LENGTH, '0')], { number: digits.padStart(OLD_LENGTH, '0') }) }
  return { finding: error(digits.length === 13 ? 'cccd.13-digits' : 'cccd.wrong-length', { length: String(digits.length) }) }
}

/** An old number stretched with zeros is none: no province has the code 000. */
const padded = (number: string): Reading<ReadIdentity> =>
  ({ read: { oldIdentityNumber: number }, finding: proposal('cccd.padded', { field: 'oldIdNumber', value: number, cccd: null }, { number }) })

function ofText(text: string): Reading<ReadIdentity> {
  if (/^000\d{9}$/.test(text)) return padded(text.slice(3))
  if (/^\d{12}$/.test(text)) return { read: { identityNumber: text } }
  const tidy = text.normalize('NFC').replace(/[\u200b-\u200f\ufeff]/g, '').trim()
  if (/^\d+(?:[.,]\d+)?e\+?\d+$/i.test(tidy)) return { finding: error('cccd.scientific-text') }
  if (/^\d+$/.test(tidy)) return ofDigits(tidy, undefined, false)
  if (/^\d+\.0+$/.test(tidy)) return ofDigits(tidy.replace(/\.0+$/, ''), 'cccd.trailing-dot-zero', false)
  if (/^['’`]\s*\d+$/.test(tidy)) return ofDigits(tidy.replace(/\D/g, ''), 'cccd.apostrophe', false)
  if (/^[\d.]+$/.test(tidy)) return ofDigits(tidy.replace(/\D/g, ''), 'cccd.dots', false)
  if (/^[\d\s-]+$/.test(tidy)) return ofDigits(tidy.replace(/\D/g, ''), 'cccd.spaces', false)
  const repaired = tidy.replace(/\s/g, '').replace(/[oO]/g, '0').replace(/[lI]/g, '1')
  if (/^\d{9}$|^\d{12}$/.test(repaired)) return { finding: question('cccd.letter-o', [repaired]) }
  return { finding: error('cccd.not-a-number') }
}

/**
 * The number of a person's identity paper: 12 digits, or the 9 of the old paper, which is never stretched to 12.
 * Lost zeros are proposed, never filled in silently.
 */
export function readIdentityNumber(cell: Cell | undefined): Reading<ReadIdentity> {
  if (!cell || cell.text.trim() === '') return { finding: warning('cccd.blank') }
  if (cell.kind === 'number') {
    const value = cell.value as number
    return Number.isSafeInteger(value) && value > 0 ? ofDigits(String(value), undefined, true) : { finding: error('cccd.not-a-number') }
  }
  return ofText(String(cell.value))
}

/** The old number in a column of its own: 9 digits, or the 12 that some old papers had. */
export function readOldIdentityNumber(cell: Cell | undefined): Reading<ReadIdentity> {
  const digits = cell?.text.replace(/[\s.']/g, '') ?? ''
  if (digits === '') return {}
  const plain = String(cell!.value).trim()
  if (/^\d{9}\.0+$/.test(plain)) return { read: { oldIdentityNumber: plain.slice(0, 9) }, finding: proposal('old-id.trailing-dot-zero', { value: plain.slice(0, 9) }, { number: plain.slice(0, 9) }) }
  if (/^000\d{9}$/.test(digits)) return { read: { oldIdentityNumber: digits.slice(3) }, finding: proposal('old-id.padded', { value: digits.slice(3) }, { number: digits.slice(3) }) }
  if (/^\d{9}$|^\d{12}$/.test(digits)) return { read: { oldIdentityNumber: digits } }
  if (/^\d{8}$/.test(digits)) return { finding: question('old-id.lost-zero', [`0${digits}`]) }
  return { finding: warning('old-id.unclear', { value: cell!.text }) }
}

/** Year of birth and sex that a 12-digit number speaks of: digit 4 is century and sex, digits 5 and 6 the year. */
export function whatNumberSays(number: string): { sex: 'male' | 'female'; year: number } {
  const century = Number(number[3])
  return { sex: century % 2 === 0 ? 'male' : 'female', year: 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6)) }
}
