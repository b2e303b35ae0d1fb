import { expect, test } from 'vitest'
import { tableForm } from '../../regulations/index.ts'
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
