import { describe, expect, it } from 'vitest'
import type { CaseDocument, CaseFile, ChecklistRow } from './client.ts'
import { proposedReasons, reasonInput, reasonWrongs } from './office/acts/return-draft.ts'
import { introducersLeft, isBad, isRowOpen, linesOf, stateOfLine } from './paper-line.ts'
import { toldOf } from './told.ts'

const rule = { key: 'documents.formMarks', title: 'Bộ mẫu', value: null, valueText: '', citation: { instrument: 'HD-09-2017', title: 'Hướng dẫn 09-HD/BTCTW', clause: '', certainty: 'verified' }, from: '2017-06-05', pack: 'P2016', packName: '', overridden: false }
const paper = (id: string, more: Partial<CaseDocument> = {}): CaseDocument => ({
  id, code: 'KNĐ-3', number: null, datedOn: '2018-06-28', receivedOn: '2018-06-29', pages: 1, state: 'valid', fault: null, remark: null, checkedBy: null, checkedOn: null, subject: null,
  sending: 1, changedSinceLastSending: false, freshUntil: '2019-06-28', isStale: false, scans: [], ...more,
} as CaseDocument)
const row = (more: Partial<ChecklistRow>): ChecklistRow => ({
  code: 'KNĐ-3', title: 'Giấy giới thiệu', step: 'A07', formMark: '3-KNĐ', formMarkConfirmed: true, need: 'required', reason: 'always', reasonText: 'hồ sơ nào cũng cần', missingFacts: [], minCount: 1,
  neededByNow: true, state: 'valid', rule, documents: [], ...more,
} as ChecklistRow)
const file = (...checklist: ChecklistRow[]) => ({ checklist, eligibility: null, clocks: [] }) as unknown as CaseFile

describe('The lines of the checklist', () => {
  it('give every paper a line, and one more for an introducer who is still missing', () => {
    const lines = linesOf([row({ minCount: 2, state: 'missing', documents: [paper('a')] })])
    expect(lines.map(stateOfLine)).toEqual(['valid', 'missing'])
    expect(lines.map((line) => line.first)).toEqual([true, false])
  })

  it('do not ask for a second paper while one is known not to be in the file', () => {
    expect(linesOf([row({ minCount: 1, state: 'missing', documents: [paper('a', { fault: 'missing', state: 'needsWork' })] })]).map(stateOfLine)).toEqual(['missing'])
  })

  it('call a paper that grew too old expired, whatever was found before', () => {
    const [line] = linesOf([row({ state: 'expired', documents: [paper('a', { isStale: true })] })])
    expect(stateOfLine(line!)).toBe('expired')
    expect(isBad(line!)).toBe(true)
  })

  it('know whose introduction is still to come, and ask nobody for a paper that replaces one', () => {
    const people = { circumstances: { sponsors: [{ personId: 'first' }, { personId: 'second' }] } } as CaseFile
    const [kept, empty] = linesOf([row({ minCount: 2, state: 'missing', documents: [paper('a', { subject: { id: 'first', name: 'Lù Văn Dũng' } })] })])
    expect(introducersLeft(people, empty!)).toEqual(['second'])
    expect(introducersLeft(people, kept!)).toEqual([])
    expect(introducersLeft(people, linesOf([row({ code: 'KNĐ-5', state: 'missing' })])[0]!)).toEqual([])
  })

  it('keep unfolded after a second sending only what changed or is bad', () => {
    expect(isRowOpen(row({ documents: [paper('a')] }))).toBe(false)
    expect(isRowOpen(row({ documents: [paper('a', { changedSinceLastSending: true })] }))).toBe(true)
    expect(isRowOpen(row({ state: 'missing' }))).toBe(true)
  })
})

describe('Why a paper is bad', () => {
  it('is told with what is wrong, why and what to do', () => {
    const rows = row({ state: 'missing' })
    expect(toldOf(linesOf([rows])[0]!, file(rows))).toMatchObject({ what: 'Chưa có trong hồ sơ.', why: 'Phải có đến bước này: hồ sơ nào cũng cần', todo: 'Ghi tài liệu đã có', citation: rule.citation })
  })

  it('repeats what the examiner found', () => {
    const rows = row({ state: 'needsWork', documents: [paper('a', { state: 'needsWork', fault: 'unsigned', remark: 'thiếu dấu', checkedOn: '2018-10-05' as CaseDocument['checkedOn'] })] })
    expect(toldOf(linesOf([rows])[0]!, file(rows))).toMatchObject({ what: 'Thiếu chữ ký, con dấu: thiếu dấu.', why: 'Kiểm tra ngày 05/10/2018, chưa đạt' })
  })
})

describe('Reasons of a return', () => {
  it('are proposed from every paper that is missing, too old or was found bad', () => {
    const reasons = proposedReasons(file(
      row({ code: 'KNĐ-5', state: 'missing' }), row({ state: 'expired', documents: [paper('old', { isStale: true })] }), row({ state: 'valid', documents: [paper('good')] }),
      row({ state: 'needsWork', documents: [paper('bad', { state: 'needsWork', fault: 'wrongForm', remark: 'mẫu cũ' })] }), row({ code: 'KNĐ-9', state: 'notYet', neededByNow: false }),
    ))
    expect(reasons.map(({ about, kind }) => [about, kind])).toEqual([['type:KNĐ-5', 'missing'], ['paper:old', 'stale'], ['paper:bad', 'wrongForm']])
  })

  it('begin with an empty one when nothing was found bad, and may not be sent so', () => {
    const [reason] = proposedReasons(file(row({ documents: [paper('a')] })))
    expect(reasonWrongs([reason!], '2018-10-26' as never).map(({ field }) => field.replace(reason!.key, ''))).toEqual(['about-', 'kind-', 'what-', 'todo-'])
    expect(reasonWrongs([], '2018-10-26' as never)).toHaveLength(1)
  })

  it('are sent with what they name', () => {
    const words = { key: 'k', kind: 'other', what: 'x', todo: 'y' } as const
    expect(reasonInput({ ...words, about: 'paper:1' })).toEqual({ documentId: '1', kind: 'other', what: 'x', todo: 'y' })
    expect(reasonInput({ ...words, about: 'type:KNĐ-5' })).toMatchObject({ documentType: 'KNĐ-5' })
    expect(reasonInput({ ...words, about: 'condition:age' })).toMatchObject({ condition: 'age' })
  })
})
