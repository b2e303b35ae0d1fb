import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => { house = await openHouse({ today: '2018-10-05' }) })
afterAll(() => house.close())

describe('x', () => {
  test('score', async () => {
    const score = await house.as('officer').dataQuality.findScore({})
    const list = await house.as('secretaryA1').dataQuality.listFaults({})
    expect(list.total).toBeGreaterThan(0)
  })
})
