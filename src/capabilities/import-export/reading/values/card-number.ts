import type { Cell } from '../../../../platform/foreign-workbook/sheets.ts'
import { error, proposal, question, warning, type Reading } from './reading.ts'

export type ReadCard = { readonly cardNumber?: string; readonly newCardNumber?: string; readonly historyNumber?: string }

const LENGTH = 8
const NEW_LENGTH = 12

/** How many digits the cards of a column have: those of Quyết định 85 have 8, those numbered by the identity number 12. */
export type CardHabit = { readonly digits: 8 | 12 }

const TWO_NUMBERS = /^(\d{7,8})\s*([/\-–;,|]|\s)\s*(\d{4,7})$/
const REVERSED = /^(\d{4,6})\s*[/\-–;,|\s]\s*(\d{8})$/

function pair(card: string, history: string, code: string | undefined): Reading<ReadCard> {
  const read = { cardNumber: card, historyNumber: history }
  return { read, ...(code ? { finding: proposal(code, { value: card, historyNumber: history }) } : {}) }
}

/** A card number in its own column. A blank is right for whoever has no card yet. */
export function readCardNumber(cell: Cell | undefined, habit: CardHabit, identityNumber: string | undefined): Reading<ReadCard> {
  if (!cell) return {}
  if (habit.digits === LENGTH && /^\d{8}$/.test(cell.text)) return { read: { cardNumber: cell.text } }
  const text = cell.text.normalize('NFC').replace(/^['’]/, '').trim()
  if (text === '') return {}
  const two = TWO_NUMBERS.exec(text)
  if (two) return pair(two[1]!, two[3]!, text.includes('\n') ? 'card.two-values-line-break' : 'card.two-values')
  if (REVERSED.test(text)) return { finding: question('card.two-values-reversed', [text.replace(REVERSED, '$2/$1')]) }
  const digits = text.replace(/\.0+$/, '').replace(/[\s.]/g, '')
  if (!/^\d+$/.test(digits)) return { finding: error('card.not-a-number') }
  if (digits.length === NEW_LENGTH) return ofTwelve(digits, habit, identityNumber)
  if (digits.length === LENGTH) return ofEight(digits, text, habit)
  if (digits.length === LENGTH - 1) return { read: { cardNumber: `0${digits}` }, finding: proposal('card.lost-zero', { value: `0${digits}` }, { number: `0${digits}` }) }
  return { finding: error('card.wrong-length', { length: String(digits.length) }) }
}

function ofTwelve(digits: string, habit: CardHabit, identityNumber: string | undefined): Reading<ReadCard> {
  if (habit.digits === NEW_LENGTH) return { read: { newCardNumber: digits } }
  return { finding: question(digits === identityNumber ? 'card.is-cccd' : 'card.12-digits') }
}

function ofEight(digits: string, text: string, habit: CardHabit): Reading<ReadCard> {
  if (habit.digits === NEW_LENGTH) return { read: { cardNumber: digits }, finding: proposal('card.old-8-digits', { field: 'oldCardNumber', value: digits }) }
  if (text !== digits) return { read: { cardNumber: digits }, finding: proposal('card.spaces', { value: digits }) }
  return { read: { cardNumber: digits } }
}

/** A column made for two numbers, `card/history`; `/history` belongs to a member without a card. */
export function readCardAndHistory(cell: Cell | undefined): Reading<ReadCard> {
  const text = cell?.text.normalize('NFC').trim() ?? ''
  if (text === '') return {}
  const both = /^(\d{8})\s*\/\s*(\d{4,7})$/.exec(text)
  if (both) return pair(both[1]!, both[2]!, text.includes('\n') ? 'card.two-values-line-break' : undefined)
  const onlyHistory = /^\/\s*(\d{4,7})$/.exec(text)
  if (onlyHistory) return { read: { historyNumber: onlyHistory[1]! } }
  const onlyCard = /^(\d{8})\s*\/?$/.exec(text)
  if (onlyCard) return { read: { cardNumber: onlyCard[1]! }, finding: warning('card.history-number-missing', { value: onlyCard[1]!, historyNumber: null }) }
  return readCardNumber(cell, { digits: LENGTH }, undefined)
}
