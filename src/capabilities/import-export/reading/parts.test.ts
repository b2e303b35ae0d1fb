import { expect, test } from 'vitest'
import { csv, CELL } from '../../../../tests/harness/member-lists.ts'
import { plainDate } from '../../../kernel/index.ts'
import { FileRefused } from '../../../platform/foreign-workbook/limits.ts'
import { beginMemberList, gathered, orRefusal, readMemberList, type ReadPart, type RunningList } from './index.ts'

const HEADINGS = 'STT,Họ và tên,Ngày sinh,Chi bộ,Số CCCD,Ngày vào Đảng'
const rowOf = (n: number, identity = `002080${String(n).padStart(6, '0')}`) => `${n},Nông Văn Thử,03/02/1980,${CELL},${identity},19/05/2010`

/** A list of so many members; the last has the number of the first. */
const listOf = (members: number) => csv([HEADINGS, ...Array.from({ length: members - 1 }, (_, i) => rowOf(i + 1)), rowOf(members, '002080000001')])

const begin = async (bytes: Uint8Array, watch?: { signal: AbortSignal }): Promise<RunningList> => {
  const list = await beginMemberList(bytes, 'ds.csv', { register: { organisations: [] }, today: plainDate('2018-10-05') }, {}, watch)
  if (list.outcome === 'refuse') throw new Error(list.reason)
  return list
}

test('a list comes part by part behind its head, in its order, and the parts are the whole list', async () => {
  const list = await begin(listOf(1_200))
  expect(list).toMatchObject({ layout: 'danh-sach', dataRows: 1_200 })
  const parts: ReadPart[] = []
  for await (const part of list.parts) parts.push(part)
  expect(parts.map(({ rows }) => rows.length)).toEqual([500, 500, 200])
  expect(parts.flatMap(({ rows }) => rows.map(({ row }) => row))).toEqual(Array.from({ length: 1_200 }, (_, i) => i + 2))
  const whole = await readMemberList(listOf(1_200), 'ds.csv', { register: { organisations: [] }, today: plainDate('2018-10-05') })
  expect(whole).toMatchObject({ rows: parts.flatMap(({ rows }) => rows), findings: parts.flatMap(({ findings }) => findings) })
})

test('the same number in the first part and in the last is an error in both', async () => {
  const { findings } = await gathered((await begin(listOf(1_200))).parts)
  expect(findings.filter(({ code }) => code === 'cccd.duplicate').map(({ row }) => row)).toEqual([2, 1_201])
})

test('a reading that is called off behind its head tells it to whoever goes through the parts', async () => {
  const controller = new AbortController()
  const list = await begin(listOf(30_000), { signal: controller.signal })
  controller.abort(new Error('called off'))
  await expect(gathered(list.parts)).rejects.toThrow('called off')
})

test('what is refused on the way is the refusal of the list; anything else is thrown on', async () => {
  expect(await orRefusal(() => Promise.reject(new FileRefused('file.too-slow')))).toMatchObject({ outcome: 'refuse', reason: 'file.too-slow' })
  expect(await orRefusal(() => Promise.resolve('read'))).toBe('read')
  await expect(orRefusal(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
})
