import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

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
