import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashSecret } from '../../../platform/http/index.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ ground: false })
  await house.rows(`insert into platform.installation (name, value) values ('setUpCode', to_jsonb($1::text)) returning name`, [hashSecret('ma-lan-dau')])
})
afterAll(() => house.close())

const first = { code: 'ma-lan-dau', organisationName: 'Đảng bộ huyện Bắc Quang', fullName: 'Vũ Thị Hạnh', signInName: 'quantri', password: 'mot-mat-khau-dai' }
const setUp = (over: object = {}) => house.keeper().access.setUp({ ...first, ...over })

describe('first start', () => {
  test('the door has no name before it', async () => {
    expect(await house.keeper().access.findEntrance()).toEqual({ organisationName: null, demonstration: false, today: '2018-10-05' })
  })

  test('needs the code printed at the terminal', async () => {
    await expect(setUp({ code: 'doan-mo' })).rejects.toMatchObject({ code: 'access.setUpCodeWrong', kind: 'notAllowed' })
    expect(await house.rows('select id from access.account')).toEqual([])
  })

  test('founds the top organisation and its first administrator', async () => {
    await setUp()
    const holdings = await house.rows(`
      select a.sign_in_name, h.role, v.name from access.account a join access.role_holding h on h.account_id = a.id
      join organisations.version v on v.organisation_id = h.organisation_id and v.superseded_at is null`)
    expect(holdings).toEqual([{ sign_in_name: 'quantri', role: 'administrator', name: 'Đảng bộ huyện Bắc Quang' }])
    expect(await house.keeper().access.findEntrance()).toMatchObject({ organisationName: 'Đảng bộ huyện Bắc Quang' })
    expect(await house.rows('select event from audit.entry')).toContainEqual({ event: 'access.setUp' })
  })

  test('happens once', async () => {
    await expect(setUp({ signInName: 'nguoikhac' })).rejects.toMatchObject({ code: 'access.setUpDone', kind: 'conflict' })
  })
})
