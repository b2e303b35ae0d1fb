import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { plainDate } from '../../../kernel/index.ts'
import { layoutNames, type LayoutName } from '../layout-names.ts'
import { readMemberList } from './index.ts'

const readAs = (name: string, layout: LayoutName) =>
  readMemberList(readFileSync(new URL(`../samples/${name}`, import.meta.url)), name, { register: { organisations: [] }, today: plainDate('2018-10-05'), layout })

it('a workbook is read as the layout that was asked for when it has the columns of it', async () => {
  expect(await readAs('mau-37-cot.xlsx', 'mau-37-cot')).toMatchObject({ outcome: 'import', layout: 'mau-37-cot' })
  expect(await readAs('mau-37-cot.xlsx', 'danh-sach')).toMatchObject({ outcome: 'import', layout: 'danh-sach' })
})

it('a workbook without the columns of the layout asked for is refused in words', async () => {
  for (const layout of layoutNames.filter((name) => name !== 'danh-sach'))
    expect(await readAs('danh-sach-sach.xlsx', layout)).toEqual({ outcome: 'refuse', reason: 'file.other-layout', message: expect.stringContaining('Tệp không có các cột của mẫu') })
})
