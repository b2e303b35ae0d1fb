import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { plainDate } from '../../../kernel/index.ts'
import { runAction } from '../../../platform/action/index.ts'
import { hashSecret } from '../../../platform/http/index.ts'
import type { MatchedRow } from '../matching.ts'
import { rowsInPlace } from '../queries/imports.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

const officer = () => house.as('officer').importExport
const large = () => new File([new Uint8Array(readFileSync(join(import.meta.dirname, '..', 'samples', 'huyen-9863.xlsx')))], 'huyen.xlsx')

test('a reading tells how many rows it has read, and is stopped at once; nothing of it is kept', async () => {
  const { id } = await officer().startImport({ file: large() })
  const reading = officer().readImport({ id }).then(() => 'read', (error: { code?: string }) => error.code)
  let progress = (await officer().findImport({ id })).progress
  for (let tries = 0; tries < 3_000 && !(progress && progress.done > 0); tries++) {
    await new Promise((resolve) => { setTimeout(resolve, 10) })
    progress = (await officer().findImport({ id })).progress
  }
  expect(progress).toMatchObject({ total: 9863 })
  await officer().cancelImport({ id })
  expect(await reading).toBe('importExport.readingCancelled')
  const after = await officer().findImport({ id })
  expect([after.import.state, after.preview, after.progress]).toEqual(['cancelled', null, null])
}, 120_000)

const rowAt = (row: number): MatchedRow => ({
  sheet: 'ds', row, outcome: 'new', personId: null, personVersion: null, values: { fullName: 'Nông Văn Thử' }, changes: [], waits: false, probationary: true, exempt: false, exemptOn: null,
})

test('rows are stored part by part in place of those before; of a list refused on the way none is left', async () => {
  const { id } = await officer().startImport({ file: new File(['STT,Họ và tên'], 'ds.csv') })
  const stored = () => house.rows('select row from import_export.import_row where import_id = $1 order by row', [id]).then((rows) => rows.map(({ row }) => row))
  const storing = (end: 'kept' | 'forget', parts: readonly (readonly number[])[]) =>
    runAction(house.ports, { secretHash: hashSecret(house.ground.accounts.officer.secret) }, async (ctx) => {
      await ctx.authorise('importExport.write', 'own part')
      const rows = rowsInPlace(ctx.db, id)
      for (const part of parts) await rows.keep(part.map(rowAt), plainDate('2018-10-05'))
      await rows[end]()
      await ctx.audit({ event: 'importExport.read', subject: { type: 'import', id } })
    }, undefined)
  await storing('kept', [[2, 3], [4]])
  expect(await stored()).toEqual([2, 3, 4])
  await storing('kept', [[7]])
  expect(await stored()).toEqual([7])
  await storing('forget', [[8], [9]])
  expect(await stored()).toEqual([])
})
