import { describe, expect, test } from 'vitest'
import type { Content, Unit } from '../client.ts'
import { changeUnit, choicesOf, end, fateOf, keep, move, unfound } from './draft.ts'

const empty: Content = { founds: [], changes: [], ends: [], people: [], committees: [], endedTerms: [], posts: [], holdings: [], targets: [] }
const unit = (id: string, type: string): Unit => ({ id, name: `Tổ chức ${id}`, shortName: id, type, typeName: type, isCell: type === 'CHI_BO', code: null, parentId: null, depth: 1, members: 9, full: 9 })

describe('a plan while it is written', () => {
  test('several organisations end into one, which is not its own successor', () => {
    const content = end(empty, ['a', 'b', 'c'], 'c')
    expect(content.ends).toEqual([{ organisationId: 'a', successorId: 'c' }, { organisationId: 'b', successorId: 'c' }])
    expect([fateOf(content, 'a'), fateOf(content, 'c')]).toEqual(['ended', 'kept'])
    expect(keep(content, ['a', 'b'])).toEqual(empty)
  })

  test('what ends is not changed as well, and what changes does not end', () => {
    const moved = move(empty, ['a', 'b', 'p'], 'p')
    expect(moved.changes).toEqual([{ organisationId: 'a', parentId: 'p' }, { organisationId: 'b', parentId: 'p' }])
    const ended = end(moved, ['a'], 'b')
    expect(ended.changes.map(({ organisationId }) => organisationId)).toEqual(['b'])
    expect(changeUnit(ended, { organisationId: 'a', name: 'Mới' }).ends).toEqual([])
    expect(changeUnit(moved, { organisationId: 'a' }).changes).toEqual([{ organisationId: 'b', parentId: 'p' }])
  })

  test('what ends cannot be chosen; what is founded can, first of all', () => {
    const content = { ...end(empty, ['a'], 'b'), founds: [{ id: 'n', name: 'Chi bộ N', type: 'CHI_BO', parentId: null, revives: false }], changes: [{ organisationId: 'b', name: 'Chi bộ B mới' }] }
    expect(choicesOf({ content, units: [unit('a', 'CHI_BO'), unit('b', 'CHI_BO'), unit('p', 'DB_CO_SO')] })).toEqual([
      { value: 'n', label: 'Chi bộ N', isCell: true }, { value: 'b', label: 'Chi bộ B mới', isCell: true }, { value: 'p', label: 'Tổ chức p', isCell: false }])
  })

  test('cells of one name are told apart by where they stand, those of the own committee first', () => {
    const commune = (id: string): Unit => ({ ...unit(id, 'DB_CO_SO'), name: `Đảng bộ xã ${id}`, shortName: `xã ${id}` })
    const school = (id: string, parentId: string): Unit => ({ ...unit(id, 'CHI_BO'), name: 'Chi bộ Trường Mầm non', parentId })
    const choices = choicesOf({ content: empty, units: [commune('A'), school('a', 'A'), commune('B'), school('b', 'B'), { ...unit('c', 'CHI_BO'), name: 'Chi bộ Cơ quan', parentId: 'B' }] }, 'B')
    expect(choices.map(({ label }) => label)).toEqual(['Chi bộ Trường Mầm non – xã B', 'Chi bộ Cơ quan', 'Đảng bộ xã A', 'Chi bộ Trường Mầm non – xã A', 'Đảng bộ xã B'])
  })

  test('an organisation that is not founded after all leaves nothing behind', () => {
    const content: Content = { ...end(empty, ['a'], 'n'), founds: [{ id: 'n', name: 'Chi bộ N', type: 'CHI_BO', parentId: 'p', revives: false }], people: [{ cellId: 'b', rule: 'list', personIds: ['x'], toId: 'n' }], posts: [{ organisationId: 'n', personId: 'x', position: 'BT' }] }
    expect(unfound(content, 'n')).toEqual({ ...empty, ends: [{ organisationId: 'a' }] })
  })
})
