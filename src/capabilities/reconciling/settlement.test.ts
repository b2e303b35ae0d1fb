import { describe, expect, test } from 'vitest'
import type { DifferenceKind } from './codes.ts'
import type { Listed } from './queries/lists.ts'
import { agreedPerson, causeOf, registerNow, tellingActs } from './settlement.ts'

const listed = (over: Partial<Listed> = {}): Listed => ({
  personId: 'p', placeId: 'c1', fullName: 'Sùng Văn Lữ', sortKey: 'x', bornOn: '1960-05-03', sex: 'male', ethnicity: 'Mông', status: 'full', cardNumber: '123', admittedOn: '1990-01-01', confirmedOn: '1991-01-01', cellCode: '02.1', cellName: 'Chi bộ', ...over,
})
const told = (kind: DifferenceKind, over: object = {}) => ({ kind, personId: 'p' as string | null, fullName: 'Sùng Văn Lữ', bornOn: '1960', placeId: 'c1', theirs: {}, ...over })
const agrees = (difference: ReturnType<typeof told>, register: readonly Listed[], corrected: readonly string[] = []) => agreedPerson(difference, registerNow(register, new Set(['p']), new Set(corrected)))

describe('the register agrees with the other list', () => {
  test.each<[string, ReturnType<typeof told>, readonly Listed[], readonly string[], string | undefined]>([
    ['somebody who died is on it no more', told('died'), [], [], 'p'], ['and not while on it', told('died'), [listed()], [], undefined],
    ['the name is theirs', told('name', { theirs: { fullName: 'Sùng  Văn Lữ' } }), [listed()], [], 'p'], ['and not while it is ours', told('name', { theirs: { fullName: 'Sùng Văn Lử' } }), [listed()], [], undefined],
    ['all particulars are theirs', told('particulars', { theirs: { bornOn: '1960-05-03', cardNumber: '123' } }), [listed()], [], 'p'], ['not only some of them', told('particulars', { theirs: { bornOn: '1960-05-03', cardNumber: '9' } }), [listed()], [], undefined],
    ['the cell is theirs', told('otherCell', { theirs: { cellCode: '02.1' } }), [listed()], [], 'p'], ['a cell told in words is another one now', told('otherCell'), [listed({ placeId: 'c2' })], [], 'p'], ['and not while it is the same', told('otherCell'), [listed()], [], undefined],
    ['what was told in words was corrected', told('particulars'), [listed()], ['p'], 'p'], ['and not before', told('particulars'), [listed()], [], undefined], ['a number known by its last digits alone settles nothing', told('particulars', { theirs: { identityNumber: '•••• •••• 1234' } }), [listed()], [], undefined],
    ['who came is on it, under another identifier', told('movedIn', { personId: null }), [listed({ personId: 'q' })], [], 'q'], ['not somebody else who was on the list before', told('movedIn', { personId: null }), [listed()], [], undefined], ['nor another birth', told('missing', { personId: null, bornOn: '1961' }), [listed({ personId: 'q' })], [], undefined],
    ['nobody can tell of what is unclear', told('unclear'), [], ['p'], undefined],
  ])('%s', (_name, difference, register, corrected, person) => expect(agrees(difference, register, corrected)).toBe(person))

  test('by the most telling of the acts recorded since', () => {
    const act = (kind: string) => ({ personId: 'p', kind, subjectId: kind, on: null, basis: null })
    expect(causeOf('p', tellingActs('died'), [act('placement'), act('departure'), { ...act('transfer'), personId: 'q' }])).toMatchObject({ kind: 'departure' })
    expect(causeOf('p', tellingActs('name'), [act('placement'), act('correction')])).toMatchObject({ kind: 'correction' })
    expect(causeOf('p', tellingActs('admitted'), [act('correction')])).toBeNull()
  })
})
