import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFile, ordinary, refusalOf } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { newId } from '../../../kernel/index.ts'

let house: House
let file: Awaited<ReturnType<typeof openFile>>
beforeAll(async () => {
  house = await openHouse({ today: '2018-10-05' })
  file = await openFile(house)
})
afterAll(() => house.close())

const naming = (personId: string) => file.secretary('recordCircumstances', { circumstances: ordinary(personId) })
const notFound = { kind: 'notFound', codes: ['admission.introducerNotFound'] }

describe('who is named as introducer', () => {
  test('may be a member of another cell of the same grassroots organisation, whom the secretary does not see', async () => {
    const neighbour = house.ground.members.cellA2[1]!
    await naming(neighbour)
    await file.secretary('recordDocument', { code: 'KNĐ-3', datedOn: '2018-06-28', subjectId: house.ground.members.cellA3[1]! })
    const { checklist } = await file.page()
    expect(checklist.find(({ code }) => code === 'KNĐ-3')!.documents.map(({ subject }) => subject?.id)).toEqual([house.ground.members.cellA3[1]])
    expect((await refusalOf(house.as('secretaryA1').members.findMember({ id: neighbour }))).kind).toBe('notFound')
  })

  test('is not found in another commune, nor when he does not exist: wherever he is named', async () => {
    for (const stranger of [house.ground.members.cellB1[1]!, newId()]) {
      expect(await refusalOf(naming(stranger))).toMatchObject(notFound)
      expect(await refusalOf(file.secretary('recordDocument', { code: 'KNĐ-3', datedOn: '2018-06-28', subjectId: stranger }))).toMatchObject(notFound)
      expect(await refusalOf(house.as('secretaryA1').admission.openCase({
        kind: 'admission', cellId: house.ground.places.cellA1, person: { fullName: 'Lý Thị Mới', sex: 'female', bornOn: '1995-01-01' }, circumstances: ordinary(stranger),
      }))).toMatchObject(notFound)
    }
  })

  test('takes the place of another on a replaced paper by the same rule', async () => {
    const documentId = await file.paper('KNĐ-3', '2018-06-29', { subjectId: file.sponsorId })
    expect(await refusalOf(file.secretary('replaceDocument', { documentId, datedOn: '2018-07-01', subjectId: house.ground.members.cellB1[2]! }))).toMatchObject(notFound)
    await file.secretary('replaceDocument', { documentId, datedOn: '2018-07-01', subjectId: house.ground.members.cellA2[2]! })
  })

  test('stays in the file although he has left the grassroots organisation since, but is no longer named anew', async () => {
    const leaver = house.ground.members.cellA1[4]!
    await naming(leaver)
    await house.rows(`update members.placement set valid_during = daterange(lower(valid_during), '2018-10-01') where person_id = $1`, [leaver])
    await house.rows(`insert into members.placement (id, person_id, cell_id, valid_during) values ($1, $2, $3, '[2018-10-01,)')`, [newId(), leaver, house.ground.places.cellB1])
    await naming(leaver)
    const other = await openFile(house, { fullName: 'Phàn Thị Sim' })
    expect(await refusalOf(other.secretary('recordCircumstances', { circumstances: ordinary(leaver) }))).toMatchObject(notFound)
    await other.paper('KNĐ-3', '2018-06-28', { subjectId: leaver })
  })
})

describe('who may not introduce', () => {
  const becameFull = async (personId: string, on: string) => {
    await house.rows(`delete from members.status where person_id = $1`, [personId])
    await house.rows(`insert into members.status (id, person_id, status, valid_during) values ($1, $3, 'probationary', daterange('2017-09-01', $4)), ($2, $3, 'full', daterange($4, null))`, [newId(), newId(), personId, on])
  }

  test('is refused when he is named, with the rule, and nothing is written: a probationary member on the day of the paper', async () => {
    const young = house.ground.members.cellA2[3]!
    await becameFull(young, '2018-09-01')
    expect(await refusalOf(file.secretary('recordDocument', { code: 'KNĐ-3', datedOn: '2018-08-31', subjectId: young })))
      .toMatchObject({ kind: 'againstRule', codes: ['admission.sponsorNotFull'] })
    await file.secretary('recordDocument', { code: 'KNĐ-3', datedOn: '2018-09-01', subjectId: young })
    await becameFull(young, '2018-10-06')
    const before = await file.page()
    const other = await openFile(house, { fullName: 'Phàn Thị Sen' })
    expect((await refusalOf(other.secretary('recordCircumstances', { circumstances: ordinary(young) }))).codes).toEqual(['admission.sponsorNotFull'])
    expect((await other.page()).circumstances.sponsors).toBeUndefined()
    expect((await file.page()).version).toBe(before.version)
    await becameFull(young, '2018-10-05')
    await other.secretary('recordCircumstances', { circumstances: ordinary(young) })
  })

  test('is refused when he is named: a member under discipline', async () => {
    const disciplined = house.ground.members.cellA2[4]!
    await house.rows(`insert into members.overlay (id, person_id, kind, valid_during) values ($1, $2, 'disciplined', '[2018-08-01,2019-08-01)')`, [newId(), disciplined])
    const other = await openFile(house, { fullName: 'Phàn Thị Siu' })
    expect(await refusalOf(other.secretary('recordCircumstances', { circumstances: ordinary(disciplined) })))
      .toMatchObject({ kind: 'againstRule', codes: ['admission.sponsorDoesNotFit'], facts: { faults: ['đang bị kỷ luật hoặc đình chỉ sinh hoạt'] } })
    await other.secretary('recordDocument', { code: 'KNĐ-3', datedOn: '2018-07-31', subjectId: disciplined })
  })
})

test('the database answers nothing about the introducers of a cell outside the part', async () => {
  const client = await house.program.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query('select admission.may_introduce($1, $2, $3)', [house.ground.places.cellA1, house.ground.members.cellA1, ['2018-10-05']])
    expect(rows).toEqual([])
  } finally {
    await client.query('rollback')
    client.release()
  }
})
