import { readFileSync } from 'node:fs'
import { setTimeout as after } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { plainDate } from '../../../kernel/index.ts'
import { makeReady } from '../../../platform/foreign-workbook/worker.ts'
import { makeReadyToRead, readMemberList } from './index.ts'

const read = () => {
  const name = 'danh-sach-sach.xlsx'
  return readMemberList(readFileSync(new URL(`../samples/${name}`, import.meta.url)), name, { register: { organisations: [] }, today: plainDate('2018-10-05') })
}

it('a thread that was made ready reads one workbook as one begun for it does, and is there for no second', async () => {
  const plain = await read()
  expect(plain.outcome).toBe('import')
  makeReadyToRead()
  expect(await read()).toEqual(plain)
  expect(await read()).toEqual(plain)
})

it('a thread of which nothing was asked in time is gone, and the next workbook is read by another', async () => {
  makeReady(new URL('./workbook-worker.ts', import.meta.url), 1)
  await after(50)
  expect(await read()).toMatchObject({ outcome: 'import' })
})
