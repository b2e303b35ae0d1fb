import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

const TODAY = '2018-10-05'
let house: House
beforeAll(async () => {
  house = await openHouse({ today: TODAY })
})
afterAll(() => house.close())

type Who = Parameters<House['as']>[0]
const conferences = (name: Who = 'officer') => house.as(name).conferences
const places = () => house.ground.places
const about = { title: 'Hội nghị bàn giải pháp kết nạp', heldOn: '2018-08-15', place: 'Hội trường Huyện ủy', asOf: '2018-07-31' } as const
const open = (organisationId = places().district, who: Who = 'officer') => conferences(who).openConference({ organisationId, ...about })
const find = (id: string, more: object = {}, who: Who = 'officer') => conferences(who).findConference({ id, ...more })

/** Somebody whom a cell begins to follow: a figure that can be moved. */
let born = 1
const follow = (cellId: string) => house.as('officer').sourcesAndTargets.addProspect({ cellId, isAnother: true, openedOn: '2018-09-01', person: { fullName: `Ma Thị Nguồn ${born}`, sex: 'female', bornOn: `19${String(70 + (born++ % 29))}-01-01` } })
const solution = (more: object = {}) => ({ text: 'Mỗi chi bộ theo dõi thêm một quần chúng', ownerId: places().communeA, ownerRole: 'grassrootsOfficer', place: 'các thôn', dueOn: '2018-10-01', measure: 'followed', measuredAt: places().communeA, wanted: 2, ...more }) as never
const decide = async (id: string, more: object = {}, who: Who = 'officer') => conferences(who).decideSolution({ id, version: (await find(id, {}, who)).version, ...(solution(more) as object) } as never)

describe('a conference', () => {
  it('freezes the figures of its day; what happens later does not change them', async () => {
    const { id } = await open()
    const { figures } = await find(id)
    const { district, communeA } = places()
    const frozen = (organisationId: string, measure: string) => figures.find((each) => each.organisationId === organisationId && each.measure === measure)?.value
    expect([frozen(district, 'members'), frozen(district, 'followed'), frozen(communeA, 'admittedInTerm')]).toEqual([54, 0, 0])
    await follow(places().cellB1)
    expect((await find(id)).figures).toEqual(figures)
    expect(await find(id)).toMatchObject({ ...about, organisationId: district, knownAt: expect.stringContaining('2018-10-05'), mayKeep: true })
    expect(await house.auditOf(id)).toEqual(['conferences.opened'])
  })
  it('takes its report, findings, experiences and solutions, each change after the other, and concludes', async () => {
    const { id } = await open()
    await conferences().saveReport({ id, version: 1, sections: [{ title: 'Nơi chậm', text: 'Ba tổ chức chậm.' }] })
    expect(await refusalOf(conferences().saveReport({ id, version: 1, sections: [] }))).toMatchObject({ kind: 'conflict', codes: ['platform.staleVersion'] })
    await conferences().recordFinding({ id, version: 2, kind: 'finding', text: 'Nguồn ở thôn mỏng' })
    await conferences().recordFinding({ id, version: 3, kind: 'experience', organisationId: places().communeA, text: 'Giao đảng viên kèm hai quần chúng' })
    expect(await refusalOf(conferences().concludeConference({ id, version: 4, conclusion: 'Thống nhất', concludedOn: TODAY }))).toMatchObject({ codes: ['conferences.nothingDecided'] })
    expect(await decide(id)).toMatchObject({ valueThen: 0 })
    expect(await refusalOf(conferences().concludeConference({ id, version: 5, conclusion: 'Thống nhất', concludedOn: '2018-10-06' }))).toMatchObject({ codes: ['conferences.dayNotYet'] })
    await conferences().concludeConference({ id, version: 5, conclusion: 'Thống nhất', concludedOn: TODAY })
    const held = await find(id)
    expect(held).toMatchObject({ sections: [{ title: 'Nơi chậm' }], conclusion: 'Thống nhất', concludedOn: TODAY, mayKeep: false, findings: [{ kind: 'finding', aboutId: null }, { kind: 'experience', aboutName: 'Đảng bộ xã Quang Minh' }] })
    expect(await refusalOf(conferences().recordFinding({ id, version: 6, kind: 'finding', text: 'Muộn' }))).toMatchObject({ codes: ['conferences.concluded'] })
    expect(await house.auditOf(id)).toEqual(['conferences.opened', 'conferences.reportSaved', 'conferences.findingRecorded', 'conferences.findingRecorded', 'conferences.solutionDecided', 'conferences.concluded'])
  })
  it('refuses a day ahead, and solutions that cannot be answered for', async () => {
    expect(await refusalOf(conferences().openConference({ organisationId: places().district, ...about, asOf: '2018-10-06' }))).toMatchObject({ codes: ['conferences.dayNotYet'] })
    const { id } = await open(places().communeA, 'grassrootsA')
    const refused = async (more: object, who: Who = 'officer') => (await refusalOf(decide(id, more, who))).codes
    expect(await refused({ dueOn: '2018-08-15' })).toEqual(['conferences.dueBeforeConference'])
    expect(await refused({ ownerId: places().communeB, measuredAt: places().communeB })).toEqual(['conferences.outsideConference'])
    expect(await refused({ ownerId: places().cellA1 })).toEqual(['conferences.outsideOwner'])
    expect(await refused({ wanted: 0 })).toEqual(['conferences.nothingToMove'])
    expect(await refusalOf(conferences().recordFinding({ id, version: 1, kind: 'experience', organisationId: places().cellB1, text: 'Khác' }))).toMatchObject({ codes: ['conferences.outsideConference'] })
  })
  it('is opened by offices in their part, read there, and by nobody else', async () => {
    expect(await refusalOf(open(places().communeB, 'grassrootsA'))).toMatchObject({ kind: 'notFound' })
    expect(await refusalOf(open(places().district, 'leader'))).toMatchObject({ kind: 'notAllowed' })
    const { id } = await open()
    expect(await refusalOf(find(id, {}, 'grassrootsA'))).toMatchObject({ kind: 'notFound' })
    expect((await find(id, {}, 'leader')).mayKeep).toBe(false)
    expect(await refusalOf(conferences('memberA1').listConferences({}))).toMatchObject({ kind: 'notAllowed' })
    expect((await conferences('grassrootsB').listConferences({})).total).toBe(0)
    expect((await conferences('leader').listConferences({})).rows[0]).toMatchObject({ title: about.title, heldOn: '2018-08-15' })
  })
})

describe('a solution', () => {
  it('is on the work list of its owner from its day on, until it is answered for', async () => {
    const { id } = await open()
    const { solutionId } = await decide(id, { wanted: 60 })
    const due = async (who: Who) => (await house.as(who).reminders.listWork({ kinds: ['solution'] } as never)).rows.filter(({ subjectId }) => subjectId === solutionId)
    expect(await due('grassrootsA')).toMatchObject([{ kind: 'solution', group: 'late', owner: 'grassrootsCommittee', organisationId: places().communeA, dueOn: '2018-10-01', nextAct: expect.stringContaining('Mỗi chi bộ') }])
    expect([(await due('grassrootsB')).length, (await due('secretaryA1')).length, (await due('officer')).length]).toEqual([0, 0, 1])
    const own = (await conferences('grassrootsA').listSolutions({ state: 'asked' })).rows.find((row) => row.id === solutionId)!
    expect(own).toMatchObject({ conferenceTitle: about.title, isAsked: true, mayFollowUp: true, version: 1 })
    const answer = (more: object, who: Who = 'grassrootsA') => conferences(who).followUpSolution({ solutionId, version: 1, closes: false, ...more } as never)
    expect(await refusalOf(answer({ dueOn: '2018-12-01' }))).toMatchObject({ codes: ['conferences.whyNotMoved'], facts: { valueThen: 0, wanted: 60 } })
    expect(await refusalOf(answer({ note: 'Thiếu người' }))).toMatchObject({ codes: ['conferences.nextDayMissing'] })
    expect(await refusalOf(answer({ note: 'Thiếu người', dueOn: TODAY }))).toMatchObject({ codes: ['conferences.nextDayPast'] })
    expect(await refusalOf(answer({ note: 'Khác', closes: true }, 'grassrootsB'))).toMatchObject({ kind: 'notFound' })
    expect(await refusalOf(answer({ note: 'Khác', closes: true }, 'leader'))).toMatchObject({ kind: 'notAllowed' })
    expect(await answer({ note: 'Thiếu người', dueOn: '2019-01-15' })).toMatchObject({ movement: expect.stringMatching(/unmoved|moved/) })
    expect(await due('grassrootsA')).toEqual([])
    expect(await refusalOf(answer({ note: 'Lần nữa', closes: true }))).toMatchObject({ codes: ['platform.staleVersion'] })
    expect((await find(id)).solutions).toMatchObject([{ dueOn: '2019-01-15', isAsked: false, followUps: [{ note: 'Thiếu người', followedOn: TODAY, dueOn: '2019-01-15' }] }])
    expect(await house.auditOf(solutionId)).toEqual(['conferences.followedUp'])
  })
  it('says whether its figure moved, needs no reason when it is there, and stays closed', async () => {
    const { id } = await open()
    const { solutionId } = await decide(id, { ownerId: places().cellA2, ownerRole: 'cellSecretary', measuredAt: places().cellA2, wanted: 2 })
    const now = async () => (await find(id)).solutions.find((row) => row.id === solutionId)!
    expect(await now()).toMatchObject({ valueNow: 0, movement: 'unmoved' })
    await follow(places().cellA2)
    expect(await now()).toMatchObject({ valueNow: 1, movement: 'moved' })
    await follow(places().cellA2)
    expect(await conferences('grassrootsA').followUpSolution({ solutionId, version: 1, closes: true })).toEqual({ value: 2, movement: 'reached' })
    await follow(places().cellA2)
    expect(await now()).toMatchObject({ closedOn: TODAY, valueNow: 2, movement: 'reached', mayFollowUp: false })
    expect(await refusalOf(conferences('grassrootsA').followUpSolution({ solutionId, version: 2, closes: true }))).toMatchObject({ codes: ['conferences.alreadyClosed'] })
  })
  it('is told as its figure stood on a past day', async () => {
    const { id } = await open()
    const { solutionId } = await decide(id, { ownerId: places().cellA3, ownerRole: 'cellSecretary', measuredAt: places().cellA3 })
    await follow(places().cellA3)
    const on = async (asOf: string) => (await find(id, { asOf })).solutions.find((row) => row.id === solutionId)!.valueNow
    expect([await on('2018-08-31'), await on('2018-09-01')]).toEqual([0, 1])
  })
})
