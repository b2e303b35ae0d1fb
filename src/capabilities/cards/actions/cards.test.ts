import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addFullMember } from '../../../../tests/harness/ground.ts'
import { membershipEnded } from '../../../../tests/harness/endings.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

let house: House
let rangeId: string
const range = { first: '02030001', last: '02030040', basis: 'Quyết định 12-QĐ/TU', givenOn: '2018-01-10' }

beforeAll(async () => {
  house = await openHouse()
  rangeId = (await calls('officer').giveRange({ organisationId: house.ground.places.district, ...range })).id
})
afterAll(() => house.close())

type Who = 'officer' | 'grassrootsA' | 'grassrootsB' | 'secretaryA1' | 'memberA1' | 'leader'
const calls = (who: Who) => house.as(who).cards as unknown as Record<keyof ReturnType<House['as']>['cards'], (input: object) => Promise<any>>
const member = (name: string, cell: 'cellA1' | 'cellA2' | 'cellB1' = 'cellA1') => addFullMember(house.owner, house.ground.places[cell], name, '1980-01-01')
const page = (personId: string, more: object = {}) => calls('officer').findMemberCards({ personId, ...more })
const numberOf = async (personId: string, asOf?: string) => (await house.as('officer').members.findMember({ id: personId, ...(asOf ? { asOf } : {}) } as never)).membership?.cardNumber
const register = (personId: string, number: string) => house.owner.query('update members.membership set card_number = $2 where person_id = $1 and superseded_at is null', [personId, number])

const propose = (personId: string, more: object = {}, who: Who = 'grassrootsA') => calls(who).proposeCards({ on: '2018-08-01', people: [{ personId, ...more }] })
const proposedOf = async (personId: string) => (await page(personId)).cards.find(({ state }: { state: string }) => state === 'proposed')
const decision = { decisionNumber: '40-QĐ/HU', decidedOn: '2018-08-20', issuedBy: 'Ban Thường vụ Huyện ủy' }
const decide = async (personId: string, more: object = {}, who: Who = 'officer') =>
  calls(who).decideCards({ organisationId: house.ground.places.communeA, rangeId, ...decision, cards: [{ cardId: (await proposedOf(personId)).id }], ...more })
const handOver = async (personId: string, on = '2018-09-02', who: Who = 'grassrootsA') => {
  const card = (await page(personId)).cards.find(({ state }: { state: string }) => state === 'decided')
  return calls(who).handCardOver({ cardId: card.id, version: card.version, on, receivedBy: 'Người nhận' })
}
const heldOf = async (personId: string) => (await page(personId)).cards.find(({ state }: { state: string }) => state === 'held')
const cardOf = async (name: string): Promise<string> => { const id = await member(name); await propose(id); await decide(id); await handOver(id); return id }

describe('a range of numbers', () => {
  test('is given once: no number of it goes to another committee, unless what was not used is given up', async () => {
    const { communeA, communeB } = house.ground.places
    await expect(calls('officer').giveRange({ organisationId: communeB, ...range, first: '02030040', last: '02030050' })).rejects.toMatchObject({ kind: 'conflict', code: 'cards.rangeOverlaps', facts: { first: '02030001', last: '02030040' } })
    const { id } = await calls('officer').giveRange({ organisationId: communeA, ...range, first: '02040001', last: '02040010' })
    await expect(calls('officer').closeRange({ rangeId: id, version: 4, on: '2018-02-01', reason: 'Thôi' })).rejects.toMatchObject({ code: 'platform.staleVersion' })
    await calls('officer').closeRange({ rangeId: id, version: 1, on: '2018-02-01', reason: 'Không dùng' })
    await expect(calls('officer').closeRange({ rangeId: id, version: 2, on: '2018-02-01', reason: 'Thôi' })).rejects.toMatchObject({ code: 'cards.rangeClosed' })
    await calls('officer').giveRange({ organisationId: communeB, ...range, first: '02040001', last: '02040010' })
    await expect(house.owner.query(`insert into cards.number_range (id, organisation_id, digits, given, numbers, basis, given_on) values (gen_random_uuid(), $1, 8, '[2030040,2030050)', '[2030040,2030050)', 'x', '2018-01-01')`, [communeA])).rejects.toThrow(/number_range_given_once/)
    expect((await calls('grassrootsA').listRanges({})).rows.map((r: { first: string; left: number; mayKeep?: boolean }) => [r.first, r.left > 0])).toEqual(expect.arrayContaining([['02030001', true], ['02040001', false]]))
  })

  test('is refused backwards, with digits that the rule of the day does not know, for tomorrow, and to whom it is not given to keep', async () => {
    const give = (more: object, who: Who = 'officer') => calls(who).giveRange({ organisationId: house.ground.places.communeA, ...range, first: '03000001', last: '03000009', ...more })
    await expect(give({ last: '02999999' })).rejects.toMatchObject({ code: 'cards.rangeBackwards' })
    await expect(give({ last: '030000009' })).rejects.toMatchObject({ code: 'cards.digitsDiffer' })
    await expect(give({ first: '020300000001', last: '020300000009' })).rejects.toMatchObject({ kind: 'againstRule', code: 'cards.wrongDigits', facts: { digits: '8 chữ số' } })
    await expect(give({ givenOn: '2018-10-06' })).rejects.toMatchObject({ code: 'cards.dayNotYet' })
    await expect(give({}, 'grassrootsA')).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(give({ organisationId: house.ground.places.communeB }, 'grassrootsA')).rejects.toMatchObject({ kind: 'notFound' })
  })
})

describe('a first card', () => {
  test('goes from the list of the grassroots to the decision and into the hand, and only then the record says its number', async () => {
    const id = await member('Lục Văn Thẻ')
    expect((await calls('grassrootsA').listCardCandidates({})).rows.map(({ personId }: { personId: string }) => personId)).toContain(id)
    await propose(id)
    expect((await calls('grassrootsA').listCardCandidates({})).rows.map(({ personId }: { personId: string }) => personId)).not.toContain(id)
    await decide(id, { cards: [{ cardId: (await proposedOf(id)).id, number: '02030020' }] })
    expect(await numberOf(id)).toBe(null)
    await expect(handOver(id, '2018-08-19')).rejects.toMatchObject({ code: 'cards.daysOutOfOrder' })
    await handOver(id)
    expect([await numberOf(id), await numberOf(id, '2018-09-01'), await numberOf(id, '2018-09-02')]).toEqual(['02030020', null, '02030020'])
    expect((await page(id)).cards).toMatchObject([{ state: 'held', number: '02030020', handedOn: '2018-09-02', receivedBy: 'Người nhận', steps: [{ act: 'propose' }, { act: 'decide' }, { act: 'handOver' }] }])
    expect((await page(id, { asOf: '2018-08-25' })).cards).toMatchObject([{ state: 'decided', number: '02030020', handedOn: null }])
    expect((await page(id, { asOf: '2018-08-05' })).cards).toMatchObject([{ state: 'proposed', number: null, decisionNumber: null }])
    expect((await page(id, { knownAt: '2018-01-01T00:00:00Z' })).cards).toEqual([])
    expect(await house.auditOf(id)).toEqual(expect.arrayContaining(['cards.cardProposed', 'cards.cardDecided', 'cards.cardHandedOver', 'members.cardNumberWritten']))
    expect((await house.as('officer').members.findMember({ id } as never)).timeline).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'card', title: 'Nhận thẻ đảng viên số 02030020' })]))
  })

  test('takes the next number that nobody has, wherever in the tree it stands', async () => {
    const [a, b, elsewhere] = [await member('Ma Văn An'), await member('Ma Văn Bình'), await member('Ma Văn Xa', 'cellB1')]
    await register(elsewhere, '02030001')
    for (const id of [a, b]) await propose(id)
    await calls('officer').decideCards({ organisationId: house.ground.places.communeA, rangeId, ...decision, cards: [{ cardId: (await proposedOf(a)).id }, { cardId: (await proposedOf(b)).id }] })
    const numbers = await Promise.all([a, b].map(async (id) => (await page(id)).cards[0].number))
    expect(new Set(numbers).size).toBe(2)
    expect(numbers).not.toContain('02030001')
    expect(numbers.every((number: string) => number > '02030001' && number <= '02030040')).toBe(true)
  })

  test('is refused to a probationary member, twice, to who has a number, outside the own part, and to a secretary; all reasons are named', async () => {
    const [probationary, carded, twice, foreign] = [await member('Ma Văn Dự'), await member('Ma Văn Có'), await member('Ma Văn Hai'), await member('Ma Văn Ngoài', 'cellB1')]
    await house.owner.query(`update members.status set status = 'probationary' where person_id = $1`, [probationary])
    await register(carded, '02039991')
    await propose(twice)
    await expect(propose(probationary)).rejects.toMatchObject({ kind: 'againstRule', code: 'cards.notFullMember' })
    await expect(propose(carded)).rejects.toMatchObject({ code: 'cards.hasCard', facts: { number: '02039991' } })
    await expect(propose(twice)).rejects.toMatchObject({ code: 'cards.underWay' })
    await expect(propose(foreign)).rejects.toMatchObject({ kind: 'notFound' })
    await expect(propose(twice, {}, 'secretaryA1')).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(calls('grassrootsA').proposeCards({ on: '2018-10-06', people: [{ personId: twice }] })).rejects.toMatchObject({ code: 'cards.dayNotYet' })
    await expect(page(twice, {})).resolves.toMatchObject({ may: { propose: true } })
    await expect(calls('memberA1').findMemberCards({ personId: twice })).rejects.toMatchObject({ kind: 'notFound' })
  })

  test('is decided on only from an own, open range with a free number, by the committee above', async () => {
    const id = await member('Ma Văn Quyết')
    await propose(id)
    const { id: foreignRange } = await calls('officer').giveRange({ organisationId: house.ground.places.communeB, ...range, first: '02050001', last: '02050002' })
    const { id: tiny } = await calls('officer').giveRange({ organisationId: house.ground.places.communeA, ...range, first: '02060001', last: '02060001' })
    const other = await member('Ma Văn Trước')
    await register(other, '02060001')
    await expect(decide(id, { rangeId: undefined })).rejects.toMatchObject({ code: 'cards.rangeMissing' })
    await expect(decide(id, { rangeId: foreignRange })).rejects.toMatchObject({ code: 'cards.rangeOfOthers' })
    await expect(decide(id, { rangeId: tiny })).rejects.toMatchObject({ code: 'cards.rangeUsedUp', facts: { left: 0, wanted: 1 } })
    const { id: cardId } = await proposedOf(id)
    await expect(decide(id, { cards: [{ cardId, number: '02030099' }] })).rejects.toMatchObject({ code: 'cards.numberOutsideRange' })
    await expect(decide(id, { cards: [{ cardId, number: '02030020' }] })).rejects.toMatchObject({ code: 'cards.numberTaken' })
    await expect(decide(id, { decidedOn: '2018-07-31' })).rejects.toMatchObject({ code: 'cards.daysOutOfOrder' })
    await expect(decide(id, {}, 'grassrootsA')).rejects.toMatchObject({ kind: 'notAllowed' })
    await calls('officer').closeRange({ rangeId: tiny, version: 1, on: '2018-08-01', reason: 'Hết' })
    await expect(decide(id, { rangeId: tiny })).rejects.toMatchObject({ code: 'cards.rangeClosed' })
    await calls('grassrootsA').dropCard({ cardId, version: 1, on: '2018-08-10', reason: 'Ghi nhầm' })
    await expect(calls('officer').decideCards({ organisationId: house.ground.places.communeA, rangeId, ...decision, cards: [{ cardId }] })).rejects.toMatchObject({ code: 'cards.nothingProposed' })
    await expect(calls('grassrootsA').dropCard({ cardId, version: 2, on: '2018-08-10', reason: 'Lại' })).rejects.toMatchObject({ code: 'cards.notInThisState' })
  })
})

describe('another card', () => {
  test('for a damaged one bears the same number; for a campaign a new one, and the old number stays on record and is nobody else’s', async () => {
    const id = await member('Lục Văn Đổi')
    await register(id, '02031234')
    await propose(id, { cause: 'damaged', note: 'Thẻ mờ' })
    await decide(id, { rangeId: undefined })
    await handOver(id)
    expect((await page(id)).cards).toMatchObject([{ state: 'held', kind: 'exchange', cause: 'damaged', number: '02031234', formerNumber: '02031234' }, { state: 'replaced', kind: 'takenOver', number: '02031234' }])
    expect(await numberOf(id)).toBe('02031234')
    await propose(id, { cause: 'campaign' })
    await decide(id, { cards: [{ cardId: (await proposedOf(id)).id, number: '02030030' }] })
    await handOver(id, '2018-10-01')
    expect([await numberOf(id), await numberOf(id, '2018-09-30')]).toEqual(['02030030', '02031234'])
    const other = await member('Lục Văn Khác')
    await expect(house.owner.query(`insert into cards.card (id, person_id, kind, state, number) values (gen_random_uuid(), $1, 'takenOver', 'held', '02031234')`, [other])).rejects.toThrow(/card_number_of_one_person/)
    expect((await calls('officer').listCards({ view: 'year', year: 2018, search: '02030030' })).rows).toMatchObject([{ personId: id, number: '02030030' }])
    expect((await calls('officer').listCards({ view: 'held', search: '02030030', asOf: '2018-09-30' })).rows).toEqual([])
  })

  test('for a lost one comes only after the conclusion, and a card that was found stays in use', async () => {
    const id = await cardOf('Lục Văn Mất')
    const report = (more: object = {}, who: Who = 'secretaryA1') => calls(who).reportCardLoss({ personId: id, lostOn: '2018-09-10', reportedOn: '2018-09-12', circumstances: 'Rơi ở chợ', ...more })
    await expect(report({ lostOn: '2018-09-13' })).rejects.toMatchObject({ code: 'cards.daysOutOfOrder' })
    await expect(report({ lostOn: '2018-08-30' })).rejects.toMatchObject({ code: 'cards.daysOutOfOrder' })
    await expect(report({}, 'grassrootsB')).rejects.toMatchObject({ kind: 'notFound' })
    await expect(report({}, 'leader')).rejects.toMatchObject({ kind: 'notAllowed' })
    const first = await report()
    await expect(report()).rejects.toMatchObject({ code: 'cards.lossReported' })
    await expect(propose(id, { cause: 'lost' })).rejects.toMatchObject({ code: 'cards.lossNotConcluded' })
    await expect(propose(id, { cause: 'damaged' })).rejects.toMatchObject({ code: 'cards.lossReported' })
    const conclude = (lossId: string, outcome: string, who: Who = 'grassrootsA') => calls(who).concludeCardLoss({ lossId, version: 1, on: '2018-09-20', outcome, paper: 'Kết luận 3-KL/ĐU' })
    await expect(conclude(first.id, 'found', 'secretaryA1')).rejects.toMatchObject({ kind: 'notAllowed' })
    await conclude(first.id, 'found')
    await expect(calls('grassrootsA').concludeCardLoss({ lossId: first.id, version: 2, on: '2018-09-20', outcome: 'lost', paper: 'x' })).rejects.toMatchObject({ code: 'cards.lossConcluded' })
    expect(await heldOf(id)).toBeTruthy()
    const second = await report({ lostOn: '2018-09-21', reportedOn: '2018-09-21' })
    expect((await house.as('grassrootsA').reminders.listWork({ kinds: ['cardLoss'], within: 120, size: 200 } as never)).rows).toMatchObject([{ kind: 'cardLoss', subjectId: id, dueOn: '2018-10-21' }])
    await calls('grassrootsA').concludeCardLoss({ lossId: second.id, version: 1, on: '2018-09-25', outcome: 'lost', paper: 'Kết luận 4-KL/ĐU' })
    expect(await heldOf(id)).toBeUndefined()
    const { number } = (await page(id)).cards[0]
    await calls('grassrootsA').proposeCards({ on: '2018-09-26', people: [{ personId: id, cause: 'lost' }] })
    await decide(id, { decidedOn: '2018-09-27', rangeId: undefined })
    await handOver(id, '2018-10-01')
    expect(await heldOf(id)).toMatchObject({ kind: 'reissue', number })
  })
})

describe('the book on a day that has passed', () => {
  test('names who had no card then, as known then, and what a range had left', async () => {
    const name = 'Lục Thị Xưa'
    const id = await member(name)
    await house.rows(`update members.placement set recorded_at = '2018-01-01' where person_id = $1`, [id])
    await house.rows(`update members.status set recorded_at = '2018-01-01' where person_id = $1`, [id])
    await house.rows(`update members.membership set recorded_at = '2018-01-01' where person_id = $1`, [id])
    const lacks = async (seen: object) => (await calls('grassrootsA').listCardCandidates({ ...seen, size: 200 })).rows.some((row: { personId: string }) => row.personId === id)
    const stood = async (seen: object) => (await calls('officer').listRanges(seen)).rows.find((row: { id: string }) => row.id === rangeId)
    const [usedBefore, nextBefore] = [(await stood({})).used, (await stood({})).next]
    await propose(id); await decide(id); await handOver(id)
    const { number } = await heldOf(id)
    expect(number).toBe(nextBefore)
    expect([await lacks({}), await lacks({ asOf: '2018-09-30' }), await lacks({ asOf: '2018-07-31' })]).toEqual([false, false, true])
    expect((await calls('grassrootsA').listCardCandidates({ asOf: '2018-07-31' }))).toMatchObject({ asOf: '2018-07-31', issueOn: '2018-09-02' })
    // Nothing of the card was known before the clock stood at noon.
    expect([await lacks({ asOf: '2018-09-30', knownAt: '2018-10-05T03:00:00Z' }), await lacks({ asOf: '2018-09-30', knownAt: '2018-10-05T06:00:00Z' })]).toEqual([true, false])
    expect(await stood({})).toMatchObject({ used: usedBefore + 1 })
    // A number that only the register says has no day: it is taken on any.
    expect(await stood({ asOf: '2018-01-10' })).toMatchObject({ used: 1, left: 39, next: '02030002', closedOn: null })
    expect(await stood({ asOf: '2018-01-09' })).toBeUndefined()
    expect(await stood({ knownAt: '2018-10-05T03:00:00Z' })).toBeUndefined()
  })

  test('shows a range as in use until the day on which it was closed, and only once that was recorded', async () => {
    const { id } = await calls('officer').giveRange({ organisationId: house.ground.places.communeA, ...range, first: '02070001', last: '02070010' })
    house.clock.moveTo('2018-10-06' as never)
    await calls('officer').closeRange({ rangeId: id, version: 1, on: '2018-03-01', reason: 'Không dùng' })
    const stood = async (seen: object) => { const row = (await calls('officer').listRanges(seen)).rows.find((each: { id: string }) => each.id === id); return [row.left, row.closedOn, row.closedReason] }
    expect([await stood({}), await stood({ asOf: '2018-02-28' }), await stood({ asOf: '2018-03-01' }), await stood({ knownAt: '2018-10-05T23:00:00Z' })]).toEqual([
      [0, '2018-03-01', 'Không dùng'], [10, null, null], [0, '2018-03-01', 'Không dùng'], [10, null, null]])
    house.clock.moveTo('2018-10-05' as never)
  })

  test('gives its ranges out as a workbook, to who may see them', async () => {
    const take = (who: 'officer' | 'secretaryA1') => house.as(who).audit.exportList({ list: 'cardRanges', asked: { asOf: '2018-10-01' }, filter: '', reason: 'Kiểm tra' } as never)
    expect(await take('officer')).toHaveProperty('content')
    await expect(take('secretaryA1')).rejects.toMatchObject({ kind: 'notAllowed' })
  })
})

describe('the end of membership', () => {
  test('makes the card be taken back, or left to the family of who died; the number stays', async () => {
    const [gone, dead] = [await cardOf('Lục Văn Thôi'), await cardOf('Lục Văn Khuất')]
    const [goneCard, deadCard] = [await heldOf(gone), await heldOf(dead)]
    const withdraw = (card: { id: string; version: number }, outcome = 'withdrawn', who: Who = 'grassrootsA') => calls(who).withdrawCard({ cardId: card.id, version: card.version, on: '2018-10-02', outcome, reason: 'Biên bản thu thẻ' })
    await expect(withdraw(goneCard)).rejects.toMatchObject({ code: 'cards.stillMember' })
    await membershipEnded(house, { id: gone, kind: 'resignation', on: '2018-10-01' })
    await house.as('officer').lifecycle.recordDeath({ personId: dead, diedOn: '2018-10-01', paper: 'Trích lục khai tử 7' })
    const due = (await house.as('grassrootsA').reminders.listWork({ kinds: ['cardReturn'], within: 120, size: 200 } as never)).rows
    expect(due.map(({ subjectId, dueOn }) => [subjectId, dueOn])).toEqual(expect.arrayContaining([[gone, '2018-10-31'], [dead, '2018-10-31']]))
    await expect(withdraw(goneCard, 'keptByFamily')).rejects.toMatchObject({ kind: 'againstRule', code: 'cards.onlyOfDead' })
    await withdraw(goneCard)
    await withdraw(deadCard, 'keptByFamily')
    expect(await numberOf(gone)).toBe(goneCard.number)
    expect((await house.as('grassrootsA').reminders.listWork({ kinds: ['cardReturn'], within: 120, size: 200 } as never)).rows.map(({ subjectId }) => subjectId)).not.toContain(gone)
    expect((await calls('officer').listCards({ view: 'ended' })).rows.map(({ personId, state }: { personId: string; state: string }) => [personId, state])).toEqual(expect.arrayContaining([[gone, 'withdrawn'], [dead, 'keptByFamily']]))
    await expect(calls('grassrootsA').giveCardBack({ cardId: goneCard.id, version: goneCard.version + 1, on: '2018-10-03', basis: 'x' })).rejects.toMatchObject({ code: 'cards.noMember' })
  })

  test('of a card that only the register knows: the book takes it over, a number of two people is left out', async () => {
    const [one, twin, other] = [await member('Ly Văn Sổ', 'cellA2'), await member('Ly Văn Đôi', 'cellA2'), await member('Ly Văn Đôi Khác', 'cellB1')]
    await register(one, '02038001'); await register(twin, '02038002'); await register(other, '02038002')
    expect((await calls('grassrootsA').listCardCandidates({})).notInBook).toBeGreaterThanOrEqual(1)
    await calls('grassrootsA').takeOverCards({ organisationId: house.ground.places.communeA })
    expect((await page(one)).cards).toMatchObject([{ kind: 'takenOver', state: 'held', number: '02038001' }])
    expect((await page(twin)).cards).toEqual([])
    await expect(propose(twin, { cause: 'damaged' })).rejects.toMatchObject({ code: 'cards.numberTaken' })
    await expect(calls('grassrootsA').takeOverCards({ organisationId: house.ground.places.communeB })).rejects.toMatchObject({ kind: 'notFound' })
  })
})

test('the Monday list names the list of cards for each grassroots organisation, and cards that wait to be handed over', async () => {
  const id = await member('Lục Văn Chờ')
  const lists = (await house.as('grassrootsA').reminders.listWork({ kinds: ['cardList'], within: 120, size: 200 } as never)).rows
  expect(lists).toMatchObject([{ subjectId: house.ground.places.communeA, dueOn: '2018-10-08' }])
  await propose(id)
  await decide(id)
  expect((await house.as('grassrootsA').reminders.listWork({ kinds: ['cardHanding'], within: 120, size: 200 } as never)).rows.find(({ subjectId }) => subjectId === id)).toMatchObject({ dueOn: '2018-09-19' })
})
