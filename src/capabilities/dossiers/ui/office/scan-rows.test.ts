import { expect, test } from 'vitest'
import { isDoubtfulButClear, withPerson, type Row } from './scan-rows.tsx'

const people = ['a', 'b'].map((id) => ({ id, fullName: 'Đặng Văn Hà', bornOn: '1970', cell: 'Thôn Khun' }))
const row = (key: string, path: string, over: Partial<Row> = {}): Row => ({
  key, path, file: new File([], 'x.pdf'), personId: '', documentType: 'HSĐV-1', isWanted: false, outcome: undefined,
  match: { name: path, outcome: 'doubtful', doubts: ['severalPeople'], person: null, people, documentType: 'HSĐV-1', part: null, opened: false }, ...over,
})

test('a person chosen for one file is chosen for the files of its folder that wait for the same choice', () => {
  const rows = [row('1', 'DangVanHa/02.a.pdf'), row('2', 'DangVanHa/03.b.pdf'), row('3', 'DangVanHa/04.c.pdf', { personId: 'b' }), row('4', 'khac/02.a.pdf'), row('5', 'DangVanHa/x.pdf', { documentType: '' })]
  const chosen = withPerson(rows, { ...rows[0]!, personId: 'a', isWanted: true })
  expect(chosen.map(({ personId, isWanted }) => [personId, isWanted])).toEqual([['a', true], ['a', true], ['b', false], ['', false], ['a', false]])
})

test('files without a folder are chosen one by one', () => {
  const rows = [row('1', 'a.pdf'), row('2', 'b.pdf')]
  expect(withPerson(rows, { ...rows[0]!, personId: 'a' })[1]!.personId).toBe('')
})

test('a doubtful file may be taken with the others once its person and its paper are told', () => {
  expect([row('1', 'a.pdf'), row('1', 'a.pdf', { personId: 'a' }), row('1', 'a.pdf', { personId: 'a', documentType: '' }), row('1', 'a.pdf', { personId: 'a', isWanted: true })].map(isDoubtfulButClear)).toEqual([false, true, false, false])
})
