import { expect, test } from 'vitest'
import { inFormOrder } from './said.ts'

const item = (key: string, memberSheet?: string) => ({ key, form: memberSheet ? { memberSheet } : {} })
const keys = (fields: ReturnType<typeof item>[], lists: ReturnType<typeof item>[]) => inFormOrder(fields, lists).map(({ key }) => key)

test('fields and lists stand as their numbers on the member sheet say, whatever is only on the personal history beside its neighbour', () => {
  expect(keys([item('recruited', '13'), item('joined', '14'), item('joinedAt'), item('enlisted', '16')], [item('unions', '15')])).toEqual(['recruited', 'joined', 'joinedAt', 'unions', 'enlisted'])
  expect(keys([item('own')], [item('notes', '27')])).toEqual(['own', 'notes'])
  expect(keys([item('degree', '17')], [item('languages', '17'), item('studies', '22')])).toEqual(['degree', 'languages', 'studies'])
})
