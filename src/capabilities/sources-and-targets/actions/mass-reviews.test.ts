import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ today: '2018-10-05' })
})
afterAll(() => house.close())

const mass = (name: Parameters<House['as']>[0] = 'officer') => house.as(name).sourcesAndTargets
const review = (organisationId: string, unionCode: 'DTN' | 'LHPN' | 'ND', reviewedOn: string, total: number, partyMembers: number, name: Parameters<House['as']>[0] = 'officer') =>
  mass(name).recordMassReview({ organisationId, unionCode, reviewedOn, total, partyMembers })

describe('reviews of mass organisations', () => {
  it('count the latest review of each place, exactly, and never add up two mass organisations', async () => {
    const { cellA1, cellA2, cellB1 } = house.ground.places
    await review(cellA1, 'DTN', '2017-06-30', 50, 10)
    expect(await review(cellA1, 'DTN', '2018-06-30', 40, 12, 'secretaryA1')).toMatchObject({ nonMembers: 28, questions: [] })
    await review(cellA2, 'DTN', '2018-06-30', 20, 3, 'grassrootsA')
    await review(cellB1, 'LHPN', '2018-03-31', 100, 9)
    const { unions, places } = await mass('leader').listMassReviews({})
    expect(unions).toMatchObject([{ unionCode: 'DTN', total: 60, partyMembers: 15, nonMembers: 45, places: 2, reviewedOn: '2018-06-30' }, { unionCode: 'LHPN', total: 100, nonMembers: 91 }])
    expect(places.map((place) => [place.shortName, place.reviews.map((each) => each.total)])).toEqual([['xã Quang Minh', [60]], ['xã Liên Hiệp', [100]], ['Bệnh viện Đa khoa huyện', []]])
    expect((await mass().listMassReviews({ asOf: '2018-06-29' })).unions).toMatchObject([{ unionCode: 'DTN', total: 50 }, { unionCode: 'LHPN' }])
    expect((await mass().listMassReviews({ organisationId: house.ground.places.communeA, unionCode: 'DTN' })).places.map((place) => place.reviews[0]?.nonMembers)).toEqual([28, 17, undefined])
  })
  it('let a place counted as a whole stand for what is below it, and still show what is below', async () => {
    const { communeA, district } = house.ground.places
    await review(communeA, 'DTN', '2018-09-01', 75, 20)
    expect((await mass().listMassReviews({ unionCode: 'DTN' })).unions).toMatchObject([{ total: 75, nonMembers: 55, places: 1 }])
    const inside = await mass().listMassReviews({ organisationId: communeA, unionCode: 'DTN' })
    expect(inside.unions).toMatchObject([{ total: 75 }])
    expect(inside.places.map((place) => place.reviews[0]?.total)).toEqual([40, 20, undefined])
    await review(district, 'DTN', '2018-09-02', 3240, 875)
    const whole = await mass().listMassReviews({ unionCode: 'DTN' })
    expect(whole.unions).toMatchObject([{ total: 3240, nonMembers: 2365 }])
    expect(whole.places[0]).toMatchObject({ shortName: 'xã Quang Minh', reviews: [{ total: 75 }], ownReview: [{ unionCode: 'DTN', total: 75 }] })
  })
  it('replace a review of the same day, which stays as it was known', async () => {
    const { hospital } = house.ground.places
    await review(hospital, 'ND', '2018-10-01', 10, 2)
    await review(hospital, 'ND', '2018-10-01', 12, 2)
    expect((await mass().listMassReviews({ organisationId: hospital })).unions).toMatchObject([{ total: 12 }])
    const known = await house.rows('select total, superseded_at is null as live from sources_and_targets.mass_review where organisation_id = $1 order by total', [hospital])
    expect(known).toEqual([{ total: 10, live: false }, { total: 12, live: true }])
  })
  it('ask when two mass organisations have the very same total', async () => {
    const { communeB } = house.ground.places
    await review(communeB, 'LHPN', '2018-10-01', 731, 70)
    expect(await review(communeB, 'ND', '2018-10-01', 731, 120)).toMatchObject({ questions: [{ code: 'sameTotalAsOtherUnion', unionCode: 'LHPN' }] })
  })
  it('tell how many are followed as sources, and which cells were not reviewed for a year', async () => {
    const { cellA3, communeA } = house.ground.places
    await mass('grassrootsA').addProspect({ cellId: cellA3, person: { fullName: 'Lý Thị Ghển', sex: 'female', bornOn: '1999' }, unionCode: 'DTN' })
    expect((await mass().listMassReviews({ unionCode: 'DTN' })).unions[0]).toMatchObject({ followed: 1 })
    await house.owner.query('update sources_and_targets.mass_review set superseded_at = now() where organisation_id in ($1, $2)', [communeA, house.ground.places.district])
    await house.owner.query(`update sources_and_targets.mass_review set reviewed_on = '2017-10-04' where organisation_id = $1`, [house.ground.places.cellA2])
    const { notReviewed, notReviewedTotal } = await mass().listMassReviews({})
    expect(notReviewed.map((each) => [each.name, each.lastOn])).toEqual([['Trường Mầm non', null], ['Thôn Đồng Bó', '2017-10-04']])
    expect(notReviewedTotal).toBe(2)
  })
  it('refuse more Party members than there are people, and a day ahead', async () => {
    const { cellA1 } = house.ground.places
    expect(await refusalOf(review(cellA1, 'ND', '2018-10-01', 10, 11))).toMatchObject({ codes: ['sourcesAndTargets.partyMembersExceedTotal'], facts: { partyMembers: 11, total: 10 } })
    expect(await refusalOf(review(cellA1, 'ND', '2018-10-06', 10, 1))).toMatchObject({ codes: ['sourcesAndTargets.dayNotYet'] })
  })
  it('are recorded by officer, grassroots office and secretary in their part; leader and inspector read', async () => {
    const { cellA1, cellA2 } = house.ground.places
    for (const name of ['leader', 'inspector'] as const) {
      expect(await refusalOf(review(cellA1, 'ND', '2018-10-01', 1, 1, name))).toMatchObject({ kind: 'notAllowed' })
      expect((await mass(name).listMassReviews({})).mayRecord).toBe(false)
    }
    expect(await refusalOf(review(cellA2, 'ND', '2018-10-01', 1, 1, 'secretaryA1'))).toMatchObject({ kind: 'notFound' })
    expect((await mass('secretaryA1').listMassReviews({})).mayRecord).toBe(true)
    expect(await refusalOf(mass('memberA1').listMassReviews({}))).toMatchObject({ kind: 'notAllowed' })
  })
})
