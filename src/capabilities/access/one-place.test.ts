import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '../../../tests/harness/house.ts'

let house: House
beforeAll(async () => { house = await openHouse() })
afterAll(() => house.close())

test('whether one organisation is within reach agrees with the list of all that are, for every account', async () => {
  const client = await house.owner.connect()
  const answers = new Map<string, number>()
  try {
    for (const [name, { holdingId }] of Object.entries(house.ground.accounts)) {
      await client.query(`select set_config('dangvu.holding', $1, false), set_config('dangvu.today', '2018-10-05', false)`, [holdingId ?? ''])
      const { rows } = await client.query('select access.reaches_people(o.id) as one, o.id in (select access.people_reach()) as among_all from organisations.organisation o')
      expect(rows.filter(({ one, among_all: all }) => one !== all), name).toEqual([])
      answers.set(name, rows.filter(({ one }) => one).length)
    }
  } finally {
    client.release(true)
  }
  // Some reach everything, some a part, some nobody.
  expect([answers.get('officer')! > answers.get('grassrootsA')!, answers.get('grassrootsA')! > 0, [...answers.values()].includes(0)]).toEqual([true, true, true])
})
