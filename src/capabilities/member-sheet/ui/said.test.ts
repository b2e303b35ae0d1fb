import { expect, test } from 'vitest'
import { sheetFields, sheetLists } from '../catalogue.ts'
import { inFormOrder } from './said.ts'

type Item = { readonly key: string; readonly form: { readonly memberSheet?: string }; readonly group: string }
const orderOf = (group: string) => inFormOrder<Item>(sheetFields.filter((each) => each.group === group), sheetLists.filter((each) => each.group === group)).map(({ key }) => key)

test('fields and lists stand as their numbers on the member sheet say, whatever is only on the personal history beside its neighbour', () => {
  expect(orderOf('entering')).toEqual(['recruitedOn', 'recruitedBy', 'youthUnionOn', 'youthUnionPlace', 'unionMemberships', 'enlistedOn', 'dischargedOn'])
  expect(orderOf('history')).toEqual(['ownHistory', 'historyNotes'])
  expect(orderOf('education').slice(-3)).toEqual(['languages', 'politicalTraining', 'studies'])
})
