import { fold, rememberedByText, type PlainDate, type UncertainDate } from '../../../../kernel/index.ts'
import type { MemberStatus } from '../types.ts'
import type { Cell } from '../../../../platform/foreign-workbook/sheets.ts'
import { readDate } from './dates.ts'
import { caseless, proposal, question, tidied, wordTable, type Reading } from './reading.ts'

export type ReadStatus = {
  readonly status?: MemberStatus
  readonly on?: UncertainDate
  readonly decision?: string
  /** Set where the column says probationary or full instead of a state. */
  readonly probationary?: boolean
}

export const statusNames: Readonly<Record<MemberStatus, string>> = {
  active: 'Đang sinh hoạt', exempt: 'Miễn sinh hoạt', temporarilyAway: 'Sinh hoạt tạm thời', movedOut: 'Chuyển đi', movedOutTemporarily: 'Chuyển đi tạm thời',
  struckOff: 'Xóa tên', resigned: 'Xin ra khỏi Đảng', expelled: 'Khai trừ', died: 'Từ trần',
}

const BY_WORDS: readonly (readonly [MemberStatus, RegExp])[] = [
  ['exempt', /^(duoc )?mien (cong tac( va|,)? )?sinh hoat( dang)?$/],
  ['active', /^(dang )?sinh hoat( dang)?$|^dang hoat dong$|^binh thuong$/],
  ['temporarilyAway', /^sinh hoat (dang )?tam( thoi)?$/],
  ['movedOutTemporarily', /^chuyen (sinh hoat )?(di )?tam( thoi)?$/],
  ['movedOut', /^(da )?chuyen (sinh hoat )?(di|chinh thuc)$/],
  ['struckOff', /^xoa ten$/], ['resigned', /^(xin )?ra khoi dang$/], ['expelled', /^khai tru$/], ['died', /^(da )?(tu tran|mat|chet|hy sinh)$/],
]
const ABBREVIATIONS = wordTable<MemberStatus>({
  dsh: 'active', msh: 'exempt', xt: 'struckOff', tt: 'died', cr: 'resigned', cdi: 'movedOut', cdt: 'movedOutTemporarily',
})

const statusByWords = (words: string): MemberStatus | undefined => BY_WORDS.find(([, pattern]) => pattern.test(words))?.[0]
const shortKey = (text: string) => fold(text).replace(/[^a-z]/g, '')

/** A member's state. Codes with two meanings, and those that would end a membership, are asked. */
export function readStatus(cell: Cell | undefined, today: PlainDate): Reading<ReadStatus> {
  const text = cell ? tidied(cell.text) : ''
  return plainStatus(text) ?? codedStatus(text, today)
}

/** A state in words; `undefined` when the text needs a closer look. */
const plainStatus = rememberedByText((text): Reading<ReadStatus> | undefined => {
  if (text === '') return {}
  const words = fold(text).replace(/\bsh\b/g, 'sinh hoat')
  if (/^(dang vien )?chinh thuc$/.test(words)) return { read: { probationary: false } }
  if (/^(dang vien )?du bi$/.test(words)) return { read: { probationary: true } }
  const status = statusByWords(words)
  return status && { read: { status } }
})

function codedStatus(text: string, today: PlainDate): Reading<ReadStatus> {
  const [code = '', ...rest] = text.split(/\s*[,;]\s*/)
  const key = shortKey(code)
  if (key === 'ct') return { finding: question('status.ct-ambiguous', [statusNames.temporarilyAway, statusNames.movedOutTemporarily]) }
  if (key === 'kt') return { finding: question('status.kt-ambiguous', [statusNames.expelled]) }
  const meant = ABBREVIATIONS[key] ?? statusByWords(fold(code))
  if (!meant) return { finding: question('status.unclear', Object.values(statusNames), { value: text }) }
  if (rest.length === 0) return { read: { status: meant }, finding: proposal('status.abbreviation', { value: statusNames[meant] }) }
  return withDateAndDecision(meant, rest, today)
}

function withDateAndDecision(status: MemberStatus, rest: readonly string[], today: PlainDate): Reading<ReadStatus> {
  const dateText = rest.find((part) => /\d{1,2}\/\d{1,2}\/\d{4}|^\d{1,2}\/\d{4}$|^\d{4}$/.test(part))
  const decision = rest.map((part) => /^(?:QĐ|quyết định|GT|giấy giới thiệu)\s*(?:số)?\s*[:.]?\s*(.+)$/i.exec(part)?.[1]).find(Boolean)
  const on = dateText ? readDate(textCell(dateText.replace(/^ngày\s+/i, '')), { subject: 'status', habit: { dateCells: false, monthFirst: false }, today }).read : undefined
  const read: ReadStatus = { status, ...(on ? { on } : {}), ...(decision ? { decision } : {}) }
  return { read, finding: proposal('status.code-date-decision', { value: statusNames[status], ...(on ? { date: on } : {}), ...(decision ? { decision } : {}) }) }
}

export const textCell = (text: string): Cell => ({ kind: 'text', value: text, text })

/** Whether a column of kinds of member says probationary; `undefined` for a blank. */
export function readMemberKind(cell: Cell | undefined): Reading<boolean> {
  const word = caseless(cell?.text ?? '')
  if (word === '') return {}
  if (/chính thức|^ct$/.test(word)) return { read: false }
  if (/dự bị|^db$/.test(word)) return { read: true }
  return { finding: question('member-kind.unclear', [], { value: cell!.text }) }
}

const LEFT_IN_NOTE: readonly (readonly [MemberStatus, RegExp])[] = [
  ['died', /\b(da mat|tu tran|qua doi)\b(?! (the|giay|ho so))/], ['movedOut', /\bchuyen (di|(sinh hoat|sh) di)\b/], ['struckOff', /\bxoa ten\b/], ['expelled', /\bkhai tru\b/], ['resigned', /\bra khoi dang\b/],
]

/** How somebody left, as a note among other words seems to say. */
export const leavingIn = (note: string): MemberStatus | undefined => LEFT_IN_NOTE.find(([, words]) => words.test(fold(note)))?.[0]
