import { expect, test } from 'vitest'
import { tableForm } from '../../regulations/index.ts'
import { formRows } from './form-rows.ts'
import { figuresOf, fillTable, hiddenCells, withoutFew, type Figure } from './filled.ts'

const figure = (value: string | null, people: number, mark = 'total'): Figure => ({ base: 'stand', trait: 'religion', value, mark, people })
const section = (rows: readonly number[], whole = true) => ({ code: 's', whole, rows: rows.map((number) => ({ numbers: [number] })) })

test('values that are found follow the rows of the form, the most frequent first, what is not known last', () => {
  const religion = fillTable(tableForm('4'), figuresOf([figure(null, 9), figure('Phật giáo', 2), figure('Công giáo', 7)])).find(({ code }) => code === 'religion')!
  expect(religion.rows.map(({ code, numbers }) => [code, numbers[0]])).toEqual([['Công giáo', 7], ['Phật giáo', 2], ['', 9]])
})

test('figures of several reports are added up', () => {
  expect(figuresOf([figure('Phật giáo', 2), figure('Phật giáo', 3)]).of('stand', 'religion', ['Phật giáo', null], 'total')).toBe(5)
})

test('a row of the form that adds up values counts each of them', () => {
  const rows = [['admitted', 2], ['fromOutside', 3], ['died', 1]] as const
  const [item] = fillTable(tableForm('1'), figuresOf(rows.map(([value, people]) => ({ base: 'changes', trait: 'item', value, mark: 'total', people }))))
  expect(item!.rows.find(({ code }) => code === 'increase')!.numbers[0]).toBe(5)
  expect(item!.rows.find(({ code }) => code === 'decrease')!.numbers[0]).toBe(1)
})

test('values that fewer than five have are one row, which is their sum', () => {
  const religion = fillTable(tableForm('4'), figuresOf([figure('Phật giáo', 2), figure('Công giáo', 7), figure('Tin Lành', 1), figure(null, 1)])).find(({ code }) => code === 'religion')!
  expect(withoutFew(religion).rows.map(({ code, numbers }) => [code, numbers[0]])).toEqual([['Công giáo', 7], ['', 1], ['few', 3]])
})

test.each([
  ['numbers from one to four', [0, 4, 3, 5], true, ['s 1 0', 's 2 0']],
  ['a lone one, and the next smallest with it', [9, 2, 20], true, ['s 1 0', 's 0 0']],
  ['a lone one by itself where the rows make no sum', [9, 2, 20], false, ['s 1 0']],
  ['none where all are large', [9, 0, 20], true, []],
])('outside are hidden %s', (_what, numbers, whole, hidden) => {
  expect([...hiddenCells([section(numbers, whole)])]).toEqual(hidden)
})

test('a number is hidden with another one of its row where the columns share it out, and then again in their columns', () => {
  const columns = ['total', 'women', 'atGrassroots', 'atCell']
  const sections = [{ code: 'position', whole: true, rows: [{ numbers: [20, 6, 1, 19] }, { numbers: [40, 10, 5, 35] }, { numbers: [16, 0, 0, 16] }] }]
  // 20 − 19 would tell of the one at the grassroots; 5 below it, and 16 or 35 beside it, keep that from being told by the sums of the columns.
  expect([...hiddenCells(sections, columns)].sort()).toEqual(['position 0 2', 'position 0 3', 'position 1 2', 'position 1 3'])
})

test('what is hidden beside a small number is not said to be small', () => {
  const table = { columns: ['total'], sections: [{ code: 'sex', by: 'sex', whole: true, namesCovered: false, rows: [{ code: 'male', values: ['male'], missing: null, numbers: [8] }, { code: 'female', values: ['female'], missing: null, numbers: [3] }] }] }
  expect(formRows(table, hiddenCells(table.sections, table.columns)).rows.slice(1)).toEqual([['Nam', 'ẩn'], ['Nữ', 'dưới 5']])
})

test('a lone small way in is not told by the increase, nor a small increase by the balance', () => {
  const item = (numbers: Record<string, number>) => [{ code: 'item', whole: false, rows: Object.entries(numbers).map(([code, n]) => ({ code, numbers: [n] })) }]
  expect([...hiddenCells(item({ opening: 437, increase: 16, admitted: 12, fromOutside: 4, decrease: 9, movedOut: 9, closing: 444 }))].sort()).toEqual(['item 2 0', 'item 3 0'])
  expect([...hiddenCells(item({ opening: 40, increase: 2, admitted: 2, decrease: 9, movedOut: 9, closing: 33 }))].sort()).toEqual(['item 1 0', 'item 2 0', 'item 3 0', 'item 4 0'])
})

test('a number that is hidden beside a small one is not told by its part of the table', () => {
  const sections = [{ code: 'all', whole: false, rows: [{ numbers: [21, 1, 20] }] }, { code: 'area', whole: true, rows: [{ numbers: [21, 1, 20] }] }, { code: 'size', whole: true, rows: [{ numbers: [8, 0, 8] }, { numbers: [13, 1, 12] }] }]
  const hidden = hiddenCells(sections, ['total', 'grassrootsCommittee', 'cell'])
  expect([hidden.has('all 0 2'), hidden.has('area 0 2'), hidden.has('size 1 2'), hidden.has('size 0 2')]).toEqual([true, true, true, true])
})
