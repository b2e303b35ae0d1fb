import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate, tidy } from '../../kernel/index.ts'
import type { KnownPerson } from '../import-export/index.ts'
import { readMemberList } from '../import-export/reading/index.ts'
import type { Mark, Reason } from './codes.ts'
import { markedRows } from './marked-list.ts'
import { compareLists, countsAsTheirs, kindsOf, ownerOf, readMark, saidFor, type ListLine, type Statement } from './model.ts'
import { returnLines, statementsOf } from './return-lines.ts'

const key = fc.integer({ min: 1, max: 14 }).map(String)
const aLine: fc.Arbitrary<ListLine> = fc.record({ key, values: fc.record({ fullName: fc.constantFrom('Lý Văn An', 'Lý Văn Ân'), bornOn: fc.constantFrom('1960', '1961-02-03', null) }) })
const aList = fc.uniqueArray(aLine, { selector: (line) => line.key, maxLength: 14 })
const keys = (lines: readonly ListLine[]) => lines.map((line) => line.key).toSorted()

describe('two lists side by side', () => {
  test('lose no line of either, put each in one place, and their number is ours with what only they have and without what only we have', () => {
    fc.assert(fc.property(aList, aList, (ours, theirs) => {
      const { same, differing, onlyOurs, onlyTheirs } = compareLists(ours, theirs)
      expect(keys([...same, ...differing.map((pair) => pair.ours), ...onlyOurs])).toEqual(keys(ours))
      expect(keys([...same, ...differing.map((pair) => pair.theirs), ...onlyTheirs])).toEqual(keys(theirs))
      expect(ours.length + onlyTheirs.length - onlyOurs.length).toBe(theirs.length)
    }), { numRuns: 60 })
  })

  test('say the same turned round', () => {
    fc.assert(fc.property(aList, aList, (ours, theirs) => {
      const [there, back] = [compareLists(ours, theirs), compareLists(theirs, ours)]
      expect([keys(there.onlyOurs), keys(there.onlyTheirs), keys(there.same)]).toEqual([keys(back.onlyTheirs), keys(back.onlyOurs), keys(back.same)])
      expect(there.differing.map(({ ours: line, fields }) => [line.key, fields.toSorted()]).toSorted()).toEqual(back.differing.map(({ ours: line, fields }) => [line.key, fields.toSorted()]).toSorted())
    }), { numRuns: 60 })
  })

  test('agree wholly with themselves', () => {
    fc.assert(fc.property(aList, (list) => { expect(compareLists(list, list)).toMatchObject({ differing: [], onlyOurs: [], onlyTheirs: [] }) }), { numRuns: 50 })
  })
})

const said = (over: Partial<Statement>): Statement => ({ personId: 'p', mark: 'right', reason: null, reasonOn: null, note: null, said: {}, questions: [], ...over })

test.each<[string, Partial<Statement>, readonly string[], boolean]>([
  ['a right line', {}, [], true],
  ['a right line with a remark', { note: 'đã đổi thẻ' }, [], true],
  ['somebody who died', { mark: 'wrong', reason: 'died', reasonOn: '2018-08-14' }, ['died'], false],
  ['somebody who moved away', { mark: 'wrong', reason: 'movedOut' }, ['movedOut'], false],
  ['a line too many', { mark: 'surplus' }, ['surplus'], false],
  ['a row taken out', { mark: 'absent' }, ['absent'], false],
  ['another name', { mark: 'wrong', said: { fullName: 'Sùng Văn Lữ' } }, ['name'], true],
  ['another name and another birth', { mark: 'wrong', said: { fullName: 'Sùng Văn Lữ', bornOn: '1960' } }, ['name', 'particulars'], true],
  ['another cell', { mark: 'wrong', said: { cellCode: '02' } }, ['otherCell'], true],
  ['another cell in words', { mark: 'wrong', reason: 'otherCell', note: 'Chuyển chi bộ' }, ['otherCell'], true],
  ['wrong with a remark', { mark: 'wrong', note: 'sai ngày vào Đảng' }, ['particulars'], true],
  ['wrong without a word', { mark: 'wrong' }, ['unclear'], true],
  ['what cannot be read', { mark: 'unclear' }, ['unclear'], true],
  ['a right line of which something could not be read', { questions: ['Ngày sinh không có thật'] }, ['unclear'], true],
  ['a death beside which something could not be read', { mark: 'wrong', reason: 'died', questions: ['?'] }, ['died', 'unclear'], false],
  ['somebody new', { personId: null, mark: 'missing' }, ['missing'], true],
  ['somebody admitted', { personId: null, mark: 'missing', reason: 'admitted' }, ['admitted'], true],
  ['somebody who came', { personId: null, mark: 'missing', reason: 'movedIn' }, ['movedIn'], true],
  ['a line of which nobody knows whose it is', { personId: null, mark: 'unclear' }, ['unclear'], true],
  ['an added line that was withdrawn', { personId: null, mark: 'right' }, [], false],
])('%s makes its differences and counts or not', (_name, over, kinds, counts) => {
  expect([kindsOf(said(over)), countsAsTheirs(said(over))]).toEqual([kinds, counts])
})

test('each difference carries what it is about and nothing else', () => {
  const statement = said({ mark: 'wrong', said: { fullName: 'B', cellCode: '02', bornOn: '1960' } })
  expect((['name', 'otherCell', 'particulars', 'died'] as const).map((kind) => saidFor(kind, statement))).toEqual([{ fullName: 'B' }, { cellCode: '02' }, { bornOn: '1960' }, {}])
})

test('the cell is asked why and since when; what is to be recorded is the committee’s', () => {
  const of = (kind: Parameters<typeof ownerOf>[0], reasonOn: string | null = null, atCell = true) => ownerOf(kind, { reasonOn, atCell })
  expect([of('absent'), of('died'), of('died', '2018-07'), of('name'), of('missing'), of('missing', null, false)]).toEqual(['cell', 'cell', 'grassrootsCommittee', 'grassrootsCommittee', 'cell', 'grassrootsCommittee'])
})

test.each([['Đúng', 'right'], ['đúng ', 'right'], ['x', 'right'], ['✓', 'right'], ['SAI', 'wrong'], ['Thừa', 'surplus'], ['thua', 'surplus'], ['Thiếu', 'missing'], ['', null], [' ', null], ['chắc đúng', undefined], ['?', undefined]] as const)('the mark “%s” is read as %s', (text, mark) => {
  expect(readMark(text)).toBe(mark)
})

describe('a list that came back in the shape of the sample', async () => {
  const sample = (name: string) => readFileSync(new URL(`../import-export/samples/${name}`, import.meta.url))
  const expected = JSON.parse(sample('doi-chieu-30-09.expected.json').toString('utf8')).reconciliation
  const reading = await readMemberList(sample('doi-chieu-30-09.xlsx'), 'doi-chieu-30-09.xlsx', { register: JSON.parse(sample('to-chuc.json').toString('utf8')), today: plainDate('2018-10-05'), asOf: plainDate('2018-09-30') })
  if (reading.outcome === 'refuse') throw new Error(reading.message)
  type Told = { row: number | null; cccd: string; name: string; from: string }
  const byNumber = (list: readonly Told[]) => new Map(list.map((each) => [each.cccd, each]))
  const [corrected, moved, added, respelled] = [byNumber(expected.nameCorrected), byNumber(expected.otherCell), byNumber(expected.new), new Map((expected.sameDespiteForm as { cccd: string; inDistrictFile: string }[]).map((each) => [each.cccd, each.inDistrictFile]))]
  // The list as it went out: the rows of the file before the secretary changed them, and the one that was taken out.
  const known: KnownPerson[] = reading.rows.filter(({ fields }) => !added.has(fields.identityNumber!)).map(({ fields: f }): KnownPerson => ({
    personId: f.identityNumber!, version: 0, fullName: tidy(corrected.get(f.identityNumber!)?.from ?? respelled.get(f.identityNumber!) ?? f.fullName!), otherName: null, sex: f.sex ?? null, bornOn: f.bornOn ?? null, ethnicity: f.ethnicity ?? null, religion: null,
    identityNumber: f.identityNumber!, oldIdentityNumber: null, phone: null, nativePlace: null, residence: null, generalEducation: null, profession: null, politicalTheory: null, note: null, cardNumber: f.newCardNumber ?? f.cardNumber ?? null, historyNumber: null,
    admittedOn: f.admittedOn ?? null, confirmedOn: f.confirmedOn ?? null, status: 'full', cellCode: moved.get(f.identityNumber!)?.from ?? f.cellCode ?? null, cellName: 'Chi bộ', cellFullName: 'Chi bộ', statusSince: null,
  }))
  const deleted = (expected.movedOut as Told[]).find(({ row }) => row === null)!
  known.push({ ...known[0]!, personId: deleted.cccd, identityNumber: deleted.cccd, fullName: deleted.name, cardNumber: '1', bornOn: '1950-01-01' })
  const rows = markedRows(reading, known)
  const list = known.map((each) => ({ personId: each.personId, fullName: each.fullName, bornOn: each.bornOn, placeId: each.cellCode!, knowsIdentity: true }))
  const lines = returnLines(rows, list, new Map())
  const of = (kind: string) => lines.filter((line) => kindsOf(line).includes(kind as never))

  test('has one line for each of its rows, and one for the row that was taken out', () => {
    expect([known.length, rows.length, lines.length]).toEqual([268, 269, 270])
    expect(statementsOf(lines).length).toBe(270)
  })

  test('finds who died, moved, came, bears another name or stands in another cell, and nobody else', () => {
    const rowsOf = (list: readonly Told[]) => list.map(({ row }) => row).toSorted()
    const found = (kind: string) => of(kind).map(({ sheetRow }) => sheetRow).toSorted()
    expect(found('died')).toEqual(rowsOf(expected.died))
    expect(found('movedOut')).toEqual(rowsOf((expected.movedOut as Told[]).filter(({ row }) => row !== null)))
    expect(of('absent').map(({ fullName }) => fullName)).toEqual([deleted.name])
    expect([...found('admitted'), ...found('movedIn')].toSorted()).toEqual(rowsOf(expected.new))
    expect(found('name')).toEqual(rowsOf(expected.nameCorrected))
    expect(found('otherCell')).toEqual(rowsOf(expected.otherCell))
    expect([of('unclear').map(({ fullName, questions }) => [fullName, questions]), of('particulars'), of('missing'), of('surplus')]).toEqual([[], [], [], []])
  })

  test('gives their number: the list without who died, moved or was taken out, with who came', () => {
    expect(lines.filter(countsAsTheirs).length).toBe(268 - 3 - 3 - 1 + 2)
    const theirs = lines.filter(countsAsTheirs).map((line): ListLine => ({ key: line.personId ?? line.lineKey!, values: {} }))
    const beside = compareLists(known.map((each): ListLine => ({ key: each.personId, values: {} })), theirs)
    expect([beside.onlyOurs.length, beside.onlyTheirs.length]).toEqual([7, 2])
  })

  test('asks for the day of a death that has none', () => {
    expect(of('died').map(({ reasonOn }) => reasonOn)).toEqual(['2018-08-14', '2018-07', null])
  })
})

describe('marks that contradict the row', () => {
  const row = (over: object) => ({ sheet: 'S', row: 9, outcome: 'same', personId: 'p', personVersion: 0, values: { fullName: 'Lý Văn An' }, changes: [], waits: false, probationary: false, exempt: false, exemptOn: null, name: 'Lý Văn An', mark: null, change: null, note: null, questions: [], ...over }) as never
  const list = [{ personId: 'p', fullName: 'Lý Văn An', bornOn: '1960', placeId: 'c', knowsIdentity: true }]
  const lineOf = (over: object) => returnLines([row(over)], list, new Map())[0]!
  const gone: { kind: Reason; text: string } = { kind: 'died', text: 'đã mất' }

  test.each<[string, object, Mark]>([
    ['a mark nobody can read', { mark: 'hình như' }, 'unclear'], ['missing beside somebody on the list', { mark: 'Thiếu' }, 'unclear'], ['right beside a death', { mark: 'Đúng', change: gone }, 'unclear'],
    ['surplus beside nobody', { personId: null, outcome: 'new', mark: 'Thừa' }, 'unclear'], ['a row that may be several people', { personId: null, outcome: 'doubtful' }, 'unclear'], ['words nobody understands', { change: { kind: 'unclear', text: 'đi đâu đó' } }, 'unclear'],
    ['the same with a mark', { mark: 'Đúng', change: { kind: 'unclear', text: 'ốm' } }, 'right'], ['a blank mark', {}, 'right'], ['a death with surplus', { mark: 'Thừa', change: gone }, 'wrong'],
  ])('%s: %#', (_name, over, mark) => expect(lineOf(over).mark).toBe(mark))

  test('somebody added whose row lacks something is missing all the same, and what it lacks is asked', () => {
    const line = lineOf({ personId: null, outcome: 'new', mark: 'Thiếu', questions: ['Thiếu chi bộ; đề nghị chọn'] })
    expect([line.mark, kindsOf(line)]).toEqual(['missing', ['missing', 'unclear']])
  })

  test('a second row about somebody is a question of the first, and no row is dropped', () => {
    const lines = returnLines([row({}), row({ row: 10, mark: 'Thừa' })], list, new Map())
    expect(lines.map(({ mark }) => mark)).toEqual(['right', 'unclear'])
    expect(statementsOf(lines)).toHaveLength(1)
    expect(kindsOf(statementsOf(lines)[0]!)).toEqual(['unclear'])
  })

  test('numbers of papers are kept by their last digits', () => {
    const line = lineOf({ outcome: 'changed', changes: [{ field: 'identityNumber', old: '002174000001', new: '002174099999' }], questions: ['Số 002174099999 lạ'] })
    expect(JSON.stringify(line)).not.toContain('002174099999')
    expect([line.mark, line.said.identityNumber]).toEqual(['wrong', '•••• •••• 9999'])
  })
})
