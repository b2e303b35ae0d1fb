import { expect, test } from 'vitest'
import { inFormOrder, standsInATable } from './form-place.ts'

const number = (base: string, by: string, value: string | null, column = 'total') => ({ base, by, value, column })

test('only numbers that stand in a table are compared', () => {
  expect([number('stand', 'sex', 'male'), number('acts', 'act', 'badge30'), number('committee', 'position', 'BT', 'atCell')].map(standsInATable)).toEqual([true, true, true])
  // Nothing is sorted by the kind of organisation, nor members of committees by occupation; acts have no sum that means anything.
  expect([number('organisations', 'type', 'CHI_BO'), number('committee', 'occupation', 'Nông dân'), number('acts', 'all', 'all'), number('changes', 'all', 'all'), number('admitted', 'sex', 'male', 'probationary')].map(standsInATable))
    .toEqual([false, false, false, false, false])
})

test('numbers stand in the order of the forms', () => {
  const wanted = [
    number('changes', 'item', 'opening'), number('changes', 'item', 'opening', 'women'), number('changes', 'item', 'died'), number('changes', 'item', 'closing'), number('admitted', 'sex', 'female'),
    number('stand', 'all', 'all'), number('stand', 'ageBand', '9'), number('stand', 'ageBand', '10'), number('stand', 'generalEducation', '10/10'), number('stand', 'generalEducation', '12/12'), number('stand', 'generalEducation', null), number('acts', 'act', 'badge30'),
  ]
  expect(wanted.toReversed().sort(inFormOrder)).toEqual(wanted)
})
