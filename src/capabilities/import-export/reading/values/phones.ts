import type { Cell } from '../../../../platform/foreign-workbook/sheets.ts'
import { proposal, warning, type Reading } from './reading.ts'

const isPhone = (digits: string): boolean => /^0[35789]\d{8}$|^02\d{9}$|^01\d{9}$/.test(digits)
const digitsOf = (text: string): string => text.replace(/[\s.()-]/g, '').replace(/^\+?84(?=\d{9,10}$)/, '0')

/** Phone numbers as they are dialled in the country; two in one cell are both kept. */
export function readPhones(cell: Cell | undefined): Reading<string[]> {
  const text = cell?.text.trim() ?? ''
  if (text === '') return {}
  const numbers = text.split(/[/;,\n]|\s+(?:và|hoặc|-)\s+/).map((part) => digitsOf(part.trim())).filter(Boolean)
  if (numbers.length > 1 && numbers.every(isPhone)) return { read: numbers, finding: proposal('phone.two', { value: numbers }) }
  const [number = ''] = numbers
  if (numbers.length === 1 && isPhone(number)) return { read: [number] }
  if (numbers.length === 1 && isPhone(`0${number}`)) return { read: [`0${number}`], finding: proposal('phone.lost-zero', { value: `0${number}` }) }
  return { read: [text], finding: warning('phone.unclear', { value: text }) }
}
