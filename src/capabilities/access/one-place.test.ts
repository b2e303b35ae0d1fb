import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../kernel/index.ts'
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
      const { rows } = await client.query(`select access.reaches_people(o.id) as one, o.id in (select access.people_reach()) as among_all,
        access.reaches(o.id) as may, o.id in (select access.reach()) as may_of_all, access.reaches_every_name() as every, o.id in (select access.names_reach()) as named from organisations.organisation o`)
      expect(rows.filter(({ one, among_all: all }) => one !== all), name).toEqual([])
      expect(rows.filter(({ may, may_of_all: all }) => may !== all), name).toEqual([])
      expect(rows.filter(({ every, named }) => every && !named), name).toEqual([])
      answers.set(name, rows.filter(({ one }) => one).length)
    }
  } finally {
    client.release(true)
  }
  // Some reach everything, some a part, some nobody.
  expect([answers.get('officer')! > answers.get('grassrootsA')!, answers.get('grassrootsA')! > 0, [...answers.values()].includes(0)]).toEqual([true, true, true])
})

test('who holds a role at the top reads every name; at one of two tops, only those below it', async () => {
  const { officer, grassrootsA } = house.ground.accounts
  const names = async (holdingId: string | null) => {
    const client = await house.program.connect()
    try {
      await client.query(`select set_config('dangvu.holding', $1, false), set_config('dangvu.today', '2018-10-05', false)`, [holdingId ?? ''])
      const { rows: [told] } = await client.query('select access.reaches_every_name() as every, (select count(*)::int from organisations.version) as read')
      return told
    } finally {
      client.release(true)
    }
  }
  const all = (await house.rows('select count(*)::int as n from organisations.version'))[0]!['n']
  expect(await names(officer.holdingId)).toEqual({ every: true, read: all })
  expect(await names(grassrootsA.holdingId)).toMatchObject({ every: false, read: 5 })
  const other = newId()
  await house.rows(`with o as (insert into organisations.organisation (id, founded_on) values ($1, '1990-01-01')), v as (
      insert into organisations.version (id, organisation_id, name, short_name, type, valid_during) values (gen_random_uuid(), $1, 'Đảng bộ huyện Vị Xuyên', 'huyện Vị Xuyên', 'DB_HUYEN', '[1990-01-01,)'))
    insert into organisations.placement (id, organisation_id, valid_during) values (gen_random_uuid(), $1, '[1990-01-01,)')`, [other])
  expect(await names(officer.holdingId)).toEqual({ every: false, read: all })
})
