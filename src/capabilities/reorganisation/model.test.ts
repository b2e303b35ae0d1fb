import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../../kernel/index.ts'
import { contentShape, emptyContent } from './content.ts'
import { actKindOf, lineAfter, orderOf, splitWhole, targetsAfter, type Target, type Unit } from './model.ts'

const unit = (id: string, type: string, parentId: string | null): [string, Unit] =>
  [id, { id, name: `Tổ chức ${id}`, shortName: id, type, code: null, areaKind: null, adminUnitCode: null, parentId, foundedOn: plainDate('2010-01-01') }]
const tree = new Map([unit('top', 'DB_HUYEN', null), unit('a', 'DB_CO_SO', 'top'), unit('b', 'DB_CO_SO', 'top'), unit('a1', 'CHI_BO', 'a'), unit('a2', 'CHI_BO', 'a'), unit('b1', 'CHI_BO', 'b')])
const target = (organisationId: string, value: number): Target => ({ organisationId, periodKind: 'term', measure: 'admissions', from: plainDate('2015-08-01'), until: plainDate('2020-08-01'), value })

describe('the tree after a plan', () => {
  test('what stood under an organisation that ends stands under its successor, unless the plan says otherwise', () => {
    const { after } = orderOf(tree, { ...emptyContent(), ends: [{ organisationId: 'b', successorId: 'a' }] })
    expect([after.get('b1')?.parentId, after.get('b1')?.fate, after.has('b'), after.get('a1')?.fate]).toEqual(['a', 'changed', false, 'kept'])
    expect(lineAfter(after, 'b1')).toEqual(['a', 'top'])
  })

  test('a circle is noticed', () => {
    const { after } = orderOf(tree, { ...emptyContent(), changes: [{ organisationId: 'a', parentId: 'a1' }] })
    expect(lineAfter(after, 'a')).toBeUndefined()
  })
})

describe('an act is called', () => {
  const called = (content: object) => { const whole = { ...emptyContent(), ...content }; return actKindOf(orderOf(tree, whole), whole, false) }
  test.each([
    ['merger', { ends: [{ organisationId: 'a1', successorId: 'a2' }] }],
    ['closure', { ends: [{ organisationId: 'a1' }] }],
    ['renaming', { changes: [{ organisationId: 'a1', name: 'Mới' }] }],
    ['move', { changes: [{ organisationId: 'a1', parentId: 'b' }] }],
    ['typeChange', { changes: [{ organisationId: 'a', type: 'CB_CO_SO' }] }],
    ['founding', { founds: [{ id: 'n', name: 'Chi bộ N', type: 'CHI_BO', parentId: 'a', revives: false }] }],
    ['split', { founds: [{ id: 'n', name: 'Chi bộ N', type: 'CHI_BO', parentId: 'a', revives: false }], people: [{ cellId: 'a1', rule: 'list', personIds: ['x'], toId: 'n' }] }],
    ['reorganisation', { ends: [{ organisationId: 'a1', successorId: 'a2' }], changes: [{ organisationId: 'a2', name: 'Mới' }] }],
  ])('%s', (kind, content) => expect(called(content)).toBe(kind))
  test('a counter-act whatever it does', () => expect(actKindOf(orderOf(tree, emptyContent()), emptyContent(), true)).toBe('counterAct'))
})

describe('targets', () => {
  test('a whole split by shares in per cent stays whole, the largest remainders first', () => {
    expect([splitWhole(10, [50, 50]), splitWhole(10, [33, 33, 34]), splitWhole(1, [50, 50]), splitWhole(0, [100])]).toEqual([[5, 5], [3, 3, 4], [1, 0], [0]])
    fc.assert(fc.property(fc.integer({ min: 0, max: 5000 }), fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 8 }), (value, cuts) => {
      const bounds = [0, ...cuts.toSorted((x, y) => x - y), 100]
      const percents = bounds.slice(1).map((bound, i) => bound - bounds[i]!)
      const parts = splitWhole(value, percents)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(value)
      expect(parts.every((part, i) => Math.abs(part - (value * percents[i]!) / 100) < 1)).toBe(true)
    }))
  })

  const after = (content: object, standing: Target[]) => { const whole = contentShape.parse(emptyContent()); const said = { ...whole, ...content }; return targetsAfter(orderOf(tree, said), said, standing).map(({ organisationId, value }) => [organisationId, value]) }
  test('are summed up at a successor', () => expect(after({ ends: [{ organisationId: 'b', successorId: 'a' }] }, [target('a', 30), target('b', 12), target('top', 42)])).toEqual([['a', 42]]))
  test('of what is dissolved into the committee above are already in its own', () => expect(after({ ends: [{ organisationId: 'b' }] }, [target('b', 12), target('top', 42)])).toEqual([]))
  test('are split by shares, what is given away being taken from the giver', () => {
    expect(after({ targets: [{ organisationId: 'a', shares: [{ toId: 'a', percent: 60 }, { toId: 'b', percent: 40 }] }] }, [target('a', 30), target('b', 12)])).toEqual([['a', 18], ['b', 24]])
    expect(after({ targets: [{ organisationId: 'a', shares: [{ toId: 'b', percent: 100 }] }] }, [target('a', 30), target('b', 12)])).toEqual([['b', 42], ['a', 0]])
  })
})
