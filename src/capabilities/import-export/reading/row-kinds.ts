import { fold } from '../../../kernel/index.ts'
import { NAME_FIELDS, type Column } from './columns.ts'
import type { Field } from './headings.ts'
import type { SkippedKind } from './types.ts'
import type { Cell, SheetRow } from '../../../platform/foreign-workbook/sheets.ts'

export const textOf = (cell: Cell | undefined): string => cell?.text.trim() ?? ''
export const textsOf = (row: SheetRow): string[] => row.cells.map(textOf).filter((text) => text !== '')
export const isBlankRow = (row: SheetRow): boolean => row.cells.every((cell) => textOf(cell) === '' && cell?.kind !== 'formula')

const ORGANISATION = /\b(tinh uy|thanh uy|huyen uy|thi uy|quan uy|dang uy|dang bo|chi bo|chi uy|dang cong san|ban to chuc|ban thuong vu|ubnd|uy ban)\b/
const DATED_PLACE = /ngay \d{1,2} thang \d{1,2} nam \d{4}/
const ORNAMENT = /^[\s*\-_.=•~–—]+$/

const isTitle = (words: string) => /\b(danh sach|phieu|bieu (so|mau|thong ke)|thong ke|tong hop|so dang vien)\b/.test(words) || /tinh den|thoi diem|\bky bao cao\b/.test(words)
const isNote = (words: string) => /^(ghi chu|luu y|huong dan|chu thich|chu y)\b/.test(words)
const isFilter = (words: string) => (words.match(/[a-z ]{3,25}:\s*\S/g) ?? []).length >= 2 || /: tat ca\b/.test(words)

/** Kind of a row above the headings; `before` is the kind of the row before it. */
export function kindAboveHeadings(texts: readonly string[], before: SkippedKind | undefined): SkippedKind {
  if (texts.every((text) => ORNAMENT.test(text))) return before === undefined || before === 'letterhead' ? 'letterhead' : before
  const words = fold(texts.join(' | '))
  if (isNote(words)) return 'note'
  if (isFilter(words) && !DATED_PLACE.test(words)) return words.startsWith('thoi diem') ? 'title' : 'filter-line'
  if (isTitle(words)) return 'title'
  if (ORGANISATION.test(words) && before !== 'note' && before !== 'title') return 'letterhead'
  if (DATED_PLACE.test(words)) return 'letterhead'
  if (before === 'note' || before === 'title') return before
  return before === undefined || before === 'letterhead' ? 'letterhead' : 'title'
}

const isSubTotal = (words: string) => /^(tong( so| cong)?|cong)\b/.test(words) && (/\d/.test(words) || /dang vien|:/.test(words) || /^(tong (so|cong)|cong)$/.test(words))
const isSignature = (words: string) =>
  /^(nguoi (lap|ghi|tong hop)|t\/m|k\/t|t\/l|tm\b|kt\b|bi thu|pho bi thu|thu truong|xac nhan|noi nhan|van phong|chanh van phong|truong ban)/.test(words)
  || /\(?ky(,| ten| va|, ghi)|dong dau|ghi ro ho ten/.test(words) || DATED_PLACE.test(words)

/** `I. Chi bộ …`, `1) …`, `a. …`: the mark in front of a group's name. */
const GROUP_MARK = /^\s*(?:[ivxlc]{1,7}|[a-z]|\d{1,3})\s*[.)/-]\s*/i
const withoutGroupMark = (text: string): string => text.replace(GROUP_MARK, '').trim()

/** `(15 đảng viên)`, `: 15 đ/c` behind the name of a group. */
const withoutCount = (text: string): string => text.replace(/\s*[(:,–-]\s*(tổng số:?\s*)?\d+\s*(đảng viên|đ\/c|đồng chí|đv)\.?\s*\)?$/iu, '').trim()

const kindIn = (text: string): string | undefined => /dang vien (du bi|chinh thuc)(?!.*(du bi|(?<!chuyen )chinh thuc))/.exec(fold(text))?.[1]

/** Whether the last of these headings that speaks of it says that the members below are probationary, or full. */
export function areProbationary(texts: readonly string[]): boolean | undefined {
  const kind = texts.map(kindIn).findLast((each) => each !== undefined)
  return kind === undefined ? undefined : kind === 'du bi'
}

/** An organisation's group row closes the cell's group below it. */
export function groupsAfter(groups: readonly string[], texts: readonly string[]): string[] {
  // A number may stand in a column before the name.
  const name = withoutCount(withoutGroupMark(texts.find((text) => /\p{L}{2}/u.test(text)) ?? texts[0]!))
  if (kindIn(name)) return [...groups.filter((each) => !kindIn(each)), name]
  const isCell = /\bchi bo\b|^cb\b/.test(fold(name))
  return isCell ? [...groups.filter((each) => !/\bchi bo\b|^cb\b/.test(fold(each))), name] : [name]
}

/** Kind of a row among or below the members that is no member itself. */
export function kindAmongMembers(texts: readonly string[], after: { previous: SkippedKind | undefined; isLast: boolean }): SkippedKind {
  const first = fold(texts[0] ?? '')
  const words = fold(texts.join(' | '))
  if (isSubTotal(first)) return 'sub-total'
  if (isNote(first)) return 'note'
  if (texts.some((text) => isSignature(fold(text)))) return 'signature'
  if (after.previous === 'signature') return 'signature'
  if (after.previous === 'note') return 'note'
  if (/\b(chi bo|dang bo|dang uy|to dang|thon|to dan pho)\b/.test(words) || GROUP_MARK.test(texts[0] ?? '')) return 'group-row'
  return after.isLast || /^[-+*•]/.test(texts[0] ?? '') ? 'note' : 'group-row'
}

/** True for `(1) (2) (3) …`, `1 2 3 …` or `A B C …` under the headings; typing errors and gaps in the numbers are met. */
export function isNumberRow(texts: readonly string[]): boolean {
  if (texts.length < 3) return false
  const numbered = texts.filter((text) => /^\(?\s*(\d{1,3}\s*[a-z]?|[a-z])\s*\)?$/i.test(text.trim()))
  return numbered.length >= texts.length * 0.8
}

/** Columns that belong to one person. */
export const KEY_FIELDS: readonly Field[] = ['bornOn', 'bornOnBySex', 'bornPart', 'identityNumber', 'oldIdentityNumber', 'cardNumber', 'oldCardNumber', 'cardAndHistory', 'admittedOn', 'confirmedOn', 'systemId']

/** A sum, or an organisation over its members. Every name of a list passes here: the letters that such words begin with are looked at before the words are. */
const isNoName = (text: string): boolean =>
  (/^[tc]\S{0,4}ng/iu.test(text) && isSubTotal(fold(text))) || (/^(chi|cb|đ.ng|t.)\s/iu.test(text.normalize('NFC')) && /^(chi bo|cb|dang bo|dang uy|to dang)\b/.test(fold(text)))

/**
 * A row is a member when it has a name and something that belongs to a person (a running number, a date, a number),
 * or, with the name forgotten, at least three such things. Signatures and notes may stand in the name's column.
 */
export function isMember(row: SheetRow, columns: readonly Column[]): boolean {
  let named = false
  let keys = 0
  let filled = 0
  let numbered = false
  for (const column of columns) {
    const cell = row.cells[column.index]
    if (!cell || (textOf(cell) === '' && cell.kind !== 'formula') || !column.meaning) continue
    filled++
    const { field } = column.meaning
    if (NAME_FIELDS.includes(field)) named ||= !isNoName(textOf(cell))
    if (field === 'rowNumber') numbered = /^\d{1,6}\.?$/.test(textOf(cell))
    else if (KEY_FIELDS.includes(field) && /\d/.test(textOf(cell))) keys++
    if (named && (numbered ? filled >= 2 : keys >= 1 || filled >= 4)) return true
  }
  return !named && (keys >= 3 || (numbered && keys >= 2))
}
