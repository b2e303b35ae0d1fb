import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId, plainDate } from '../../../kernel/index.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { liveRowsOf } from '../../../../tests/harness/live-rows.ts'
import { layThings } from '../../../../tests/house/rights/things.ts'
import { emptyContent, type Content } from '../content.ts'

const TODAY = '2018-10-05'
const decision = { decisionNumber: '88-QĐ/HU', decidedOn: '2018-10-01', issuedBy: 'Ban Thường vụ Huyện ủy Bắc Quang' }

let house: House
beforeAll(async () => { house = await openHouse({ today: TODAY }) })
afterAll(() => house.close())

const places = () => house.ground.places
const officer = () => house.as('officer').reorganisation

async function prepared(content: Partial<Content>, effectiveOn: string = TODAY, title = 'Sắp xếp') {
  const { id } = await officer().draftPlan({ organisationId: places().district, title, effectiveOn })
  const { version } = await officer().savePlan({ id, version: 1, title, effectiveOn, content: { ...emptyContent(), ...content } })
  return { id, version }
}
const decided = async (content: Partial<Content>, effectiveOn?: string) => {
  const plan = await prepared(content, effectiveOn)
  return { id: plan.id, ...(await officer().decidePlan({ ...plan, ...decision })) }
}
const textsOf = async (content: Partial<Content>, effectiveOn?: string) => (await officer().previewPlan({ id: (await prepared(content, effectiveOn)).id })).findings.map(({ text, weight }) => `${weight}: ${text}`)
const undone = async (id: string) => { const { version } = await officer().findPlan({ id }); await officer().undoPlan({ id, version, reason: 'Ghi nhầm' }) }

const liveRows = () => liveRowsOf(house)
const countsOn = async (organisationId: string, on: string, knownAt?: string) => (await house.as('officer').organisations.findOrganisation({ id: organisationId, asOf: on, ...(knownAt ? { knownAt } : {}) })).figures?.members

describe('two cells become one', () => {
  test('the members, the open files, the people followed and the dossiers go to the successor; the old order stays for the days before', async () => {
    const things = await layThings(house, 'cellA1')
    const before = await liveRows()
    const [kept] = await house.rows<{ n: number }>('select count(*)::int as n from members.person where keeper_id = $1 and withdrawn_at is null', [places().cellA1])
    const [district, membersA1, membersA2] = [await countsOn(places().district, TODAY), await countsOn(places().cellA1, '2018-10-04'), await countsOn(places().cellA2, '2018-10-04')]
    const { id, state, people } = await decided({ ends: [{ organisationId: places().cellA1, successorId: places().cellA2 }], changes: [{ organisationId: places().cellA2, name: 'Chi bộ Thôn Khun Luông - Đồng Bó' }] })
    expect([state, people]).toEqual(['inForce', kept!.n])
    expect([await countsOn(places().district, TODAY), await countsOn(places().cellA2, TODAY)]).toEqual([district, membersA1! + membersA2!])
    expect([await countsOn(places().cellA1, '2018-10-04'), await countsOn(places().cellA2, '2018-10-04')]).toEqual([membersA1, membersA2])
    await expect(house.as('officer').organisations.findOrganisation({ id: places().cellA1 })).rejects.toMatchObject({ kind: 'notFound' })

    const history = (await house.as('officer').members.findMember({ id: things.memberId })).timeline.map(({ title }) => title).join('\n')
    expect(history).toContain('Thôn Khun Luông - Đồng Bó')
    expect(history).toMatch(/Thôn Khun Luông(?! -)/)
    expect(await house.rows('select cell_id from admission.case_file where id = $1', [things.caseId])).toEqual([{ cell_id: places().cellA2 }])
    expect((await house.as('secretaryA2').admission.findCase({ id: things.caseId })).id).toBe(things.caseId)
    // A transfer under way goes on from where the person now is.
    expect(await house.rows('select from_cell_id, to_cell_id, receiver_id from transfers.transfer where id = $1', [things.transferId])).toEqual([{ from_cell_id: places().cellA2, to_cell_id: places().cellA2, receiver_id: places().communeA }])
    expect(await house.rows('select cell_id from sources_and_targets.prospect where id = $1', [things.prospectId])).toEqual([{ cell_id: places().cellA2 }])
    const page = await officer().findPlan({ id })
    expect(page.kindName).toBe('Sắp xếp tổ chức')
    expect(page.carried.map(({ kind, count }) => [kind, count])).toEqual([['member', membersA1], ['person', kept!.n - membersA1!], ['caseFile', 2], ['prospect', 1], ['dossier', 1]])
    expect(page.outcomes.find(({ organisationId }) => organisationId === places().cellA1)).toMatchObject({ fate: 'ended', before: { members: membersA1 }, after: null })

    const minutes = await officer().listMinutes({ id, fromId: places().cellA1 })
    expect(minutes.people.filter(({ kind }) => kind === 'member')).toHaveLength(membersA1!)
    expect([minutes.from, minutes.people[0]!.to, minutes.outsideReach]).toEqual(['Chi bộ Thôn Khun Luông', 'Chi bộ Thôn Khun Luông - Đồng Bó', 0])
    expect(await house.auditOf(id)).toContain('reorganisation.minutesRead')

    await undone(id)
    expect(await liveRows()).toEqual(before)
    expect((await officer().findPlan({ id })).state).toBe('undone')
    expect((await officer().listPlans({})).rows.find((row) => row.id === id)?.state).toBe('undone')
  })
})

describe('everything that follows an act', () => {
  beforeEach(async () => {
    await house.owner.query('delete from sources_and_targets.target')
    await house.owner.query('delete from sources_and_targets.mass_review')
  })
  const target = (organisationId: string, value: number) => house.owner.query(
    `insert into sources_and_targets.target (id, organisation_id, period, period_kind, value, basis) values ($1, $2, '[2015-08-01,2020-08-01)', 'term', $3, 'NQ')`, [newId(), organisationId, value])
  const targetOf = async (organisationId: string, asOf: string) =>
    (await house.as('officer').sourcesAndTargets.findTargetProgress({ organisationId: places().district, kind: 'term', measure: 'admissions', asOf })).rows.find((row) => row.organisationId === organisationId)?.given ?? null

  test('merging communes adds up their targets and the counts of mass organisations, moves the cells, and ends seats and roles', async () => {
    await target(places().district, 60)
    await target(places().communeA, 30)
    await target(places().communeB, 12)
    for (const [place, total] of [['communeA', 400], ['communeB', 150]] as const)
      await house.owner.query(`insert into sources_and_targets.mass_review (id, organisation_id, union_code, reviewed_on, total, party_members) values ($1, $2, 'DTN', '2018-06-01', $3, 10)`, [newId(), places()[place], total])
    const before = await liveRows()
    const newCommune = newId()
    const content: Partial<Content> = {
      founds: [{ id: newCommune, name: 'Đảng bộ xã Quang Hiệp', type: 'DB_CO_SO', code: '02.034.050', parentId: places().district, revives: false }],
      ends: [{ organisationId: places().communeA, successorId: newCommune }, { organisationId: places().communeB, successorId: newCommune }],
      holdings: [{ holdingId: house.ground.accounts.grassrootsA.holdingId!, toId: newCommune }],
      committees: [{ organisationId: newCommune, kind: 'committee', termName: 'Lâm thời', lastDay: plainDate('2020-07-31'), electedSeats: 15, standingSeats: 5, basis: '89-QĐ/HU' }],
      posts: [{ organisationId: newCommune, personId: house.ground.members.cellA2[1]!, position: 'BT' }],
    }
    const plan = await prepared(content)
    const preview = await officer().previewPlan({ id: plan.id })
    expect(preview.findings.map(({ code }) => code)).toEqual(['rolesEnd'])
    expect([preview.before, preview.after].map(({ members, cells }) => [members, cells])).toEqual([[preview.before.members, 6], [preview.before.members, 6]])
    expect(preview.roles.map(({ fullName, to }) => [fullName, to])).toEqual([['Người dùng grassrootsA', 'Đảng bộ xã Quang Hiệp'], ['Người dùng grassrootsB', null]])
    expect(preview.targets).toMatchObject([{ organisation: 'Đảng bộ xã Quang Hiệp', before: 0, after: 42 }])
    const act = await officer().decidePlan({ ...plan, ...decision })
    expect(act.people).toBe(0)

    expect([await targetOf(newCommune, TODAY), await targetOf(places().communeA, '2018-10-04'), await targetOf(newCommune, '2018-10-04')]).toEqual([42, 30, null])
    expect((await house.rows(`select total from sources_and_targets.reviews_below($1, $2, null) where organisation_id = $3`, [newCommune, TODAY, newCommune])).map(({ total }) => total)).toEqual([])
    expect(await house.rows(`select total, party_members from sources_and_targets.mass_review where organisation_id = $1`, [newCommune])).toEqual([{ total: 550, party_members: 20 }])
    expect((await house.as('grassrootsA').organisations.findOrganisation({ id: newCommune })).posts.map(({ position }) => position)).toEqual(['BT'])
    expect((await house.as('grassrootsA').members.listMembers({ organisationId: newCommune })).total).toBe(preview.outcomes.find(({ organisationId }) => organisationId === newCommune)!.after!.members)
    await expect(house.as('grassrootsB').members.listMembers({ organisationId: newCommune })).rejects.toMatchObject({ kind: 'notFound' })
    await expect(house.as('grassrootsB').members.listMembers({ organisationId: places().cellB1 })).rejects.toMatchObject({ kind: 'notFound' })

    // What an ended organisation left is the successor's: the old figures are still answered to it.
    expect((await house.as('grassrootsA').organisations.findOrganisation({ id: places().communeB, asOf: '2018-10-04' })).figures?.members).toBeGreaterThan(0)
    expect((await house.as('grassrootsA').reorganisation.findPlan({ id: plan.id })).content).toBeNull()
    await undone(plan.id)
    expect(await liveRows()).toEqual(before)
  })

  test('whose role goes on sees what it gains and loses; who stays is not said to go', async () => {
    const { cellB1, cellB2 } = places()
    const going = house.ground.members.cellB1.slice(2, 4)
    const { flows, reaches } = await officer().previewPlan({ id: (await prepared({ people: [{ cellId: cellB1, rule: 'list', personIds: going, toId: cellB2 }] })).id })
    expect(flows).toMatchObject([{ fromId: cellB1, toId: cellB2, members: 2 }])
    const secretary = reaches.find(({ fullName }) => fullName === 'Người dùng secretaryB1')!
    expect(secretary).toMatchObject({ roleName: 'Bí thư chi bộ', leaves: false })
    expect(secretary.before.members - secretary.after.members).toBe(2)
    expect(reaches.map(({ fullName }) => fullName)).not.toContain('Người dùng officer')
  })

  test('a cell is split by list and by the place people live, and the rest goes where the plan says', async () => {
    const [first, second, ...others] = house.ground.members.cellH1
    await house.owner.query(`update members.person set residence = 'Thôn Minh Thắng, xã Quang Minh' where id = any ($1)`, [others.slice(0, 3)])
    // A guest of the cell, and a member's post elsewhere, follow the organisations too.
    await house.owner.query(`insert into members.overlay (id, person_id, kind, cell_id, valid_during) values ($1, $2, 'temporaryHere', $3, '[2018-02-01,)')`, [newId(), house.ground.members.cellA3[2], places().cellH1])
    const before = await liveRows()
    const [a, b] = [newId(), newId()]
    const found = (id: string, name: string) => ({ id, name, type: 'CHI_BO', parentId: places().hospital, revives: false })
    const content: Partial<Content> = {
      founds: [found(a, 'Chi bộ Khoa Nội 1'), found(b, 'Chi bộ Khoa Nội 2')], ends: [{ organisationId: places().cellH1, successorId: a }],
      people: [
        { cellId: places().cellH1, rule: 'list', personIds: [first!, second!], toId: b }, { cellId: places().cellH1, rule: 'residence', words: 'thon minh thang', toId: b }, { cellId: places().cellH1, rule: 'rest', toId: a },
      ],
    }
    const { id } = await decided(content)
    expect([await countsOn(a, TODAY), await countsOn(b, TODAY)]).toEqual([4, 5])
    expect((await officer().findPlan({ id })).kindName).toBe('Chia tách')
    // The secretary of the ended cell has lost the seat.
    expect(await house.rows(`select upper(held_during)::text as until from members.post where person_id = $1 and superseded_at is null`, [first])).toEqual([{ until: TODAY }])
    expect((await house.rows(`select cell_id, lower(valid_during)::text as "from" from members.overlay where superseded_at is null and kind = 'temporaryHere' and upper_inf(valid_during)`))).toEqual([{ cell_id: a, from: TODAY }])
    await undone(id)
    expect(await liveRows()).toEqual(before)
  })
})

describe('a plan is not decided while', () => {
  const cell = (over: object = {}) => ({ id: newId(), name: 'Chi bộ Mới', type: 'CHI_BO', parentId: places().communeA, revives: false, ...over })
  const cases: readonly (readonly [string, () => Partial<Content>, RegExp])[] = [
    ['it says nothing', () => ({}), /chưa ghi gì/],
    ['a cell would have too few full members', () => ({ founds: [cell()] }), /Chi bộ Mới chỉ có 0 đảng viên chính thức, ít nhất phải 3/],
    ['a cell stands under a cell', () => ({ changes: [{ organisationId: places().cellA2, parentId: places().cellA3 }] }), /không thể trực thuộc/],
    ['an organisation stands under itself', () => ({ changes: [{ organisationId: places().communeA, parentId: places().cellA1 }] }), /đứng dưới chính nó/],
    ['a code is taken', () => ({ changes: [{ organisationId: places().cellA1, code: '02.034.013.000.002' }] }), /đang là mã của/],
    ['a successor ends too', () => ({ ends: [{ organisationId: places().cellA1, successorId: places().cellA2 }, { organisationId: places().cellA2, successorId: places().cellA1 }] }), /cũng kết thúc/],
    ['people go to what is no cell', () => ({ ends: [{ organisationId: places().cellA1, successorId: places().cellA2 }], people: [{ cellId: places().cellA1, rule: 'rest', toId: places().communeA }] }), /không phải chi bộ/],
    ['somebody is left over', () => ({ ends: [{ organisationId: places().cellB1 }] }), /chưa có chi bộ mới|không phải chi bộ/],
    ['somebody is placed twice', () => ({ people: [{ cellId: places().cellB1, rule: 'list', personIds: [house.ground.members.cellB1[2]!], toId: places().cellB2 }, { cellId: places().cellB1, rule: 'list', personIds: [house.ground.members.cellB1[2]!], toId: places().cellA2 }] }), /được xếp 2 nơi/],
    ['a list names somebody of another cell', () => ({ people: [{ cellId: places().cellB1, rule: 'list', personIds: [house.ground.members.cellB2[2]!], toId: places().cellA2 }] }), /không thuộc/],
    ['the kind may not be formed any more', () => ({ founds: [cell({ name: 'Đảng bộ xã X', type: 'DB_XA_CAPTREN', parentId: places().district })] }), /không lập mới được/],
    ['shares of a target do not make a whole', () => ({ targets: [{ organisationId: places().communeA, shares: [{ toId: places().communeB, percent: 40 }] }] }), /không cộng đủ 100%/],
    ['an appointed committee is wrong', () => ({ committees: [{ organisationId: places().cellA1, kind: 'committee', termName: 'Lâm thời', lastDay: plainDate('2020-01-01'), electedSeats: 3, standingSeats: 0, basis: 'x' }] }), /chưa đúng: loại/],
    ['somebody appointed belongs elsewhere', () => ({ posts: [{ organisationId: places().communeB, personId: house.ground.members.cellA2[4]!, position: 'BT' }] }), /không sinh hoạt tại đó/],
  ]
  test.each(cases)('%s', async (_name, content, said) => {
    const plan = await prepared(content())
    expect((await officer().previewPlan({ id: plan.id })).findings.filter(({ weight }) => weight === 'error').map(({ text }) => text).join('\n')).toMatch(said)
    await expect(officer().decidePlan({ ...plan, ...decision })).rejects.toMatchObject({ code: 'reorganisation.notReady' })
  })

  test('a later fact contradicts a late entry', async () => {
    await house.as('officer').organisations.recordCommittee({ id: places().cellB2, kind: 'cellCommittee', termName: '2018-2020', from: '2018-09-01', lastDay: '2020-09-01', electedSeats: 3, basis: 'Đại hội' })
    expect((await textsOf({ ends: [{ organisationId: places().cellB2, successorId: places().cellB1 }] }, '2018-07-01')).join('\n')).toMatch(/nhiệm kỳ cấp ủy bắt đầu ngày 01\/09\/2018|nhiệm kỳ cấp ủy bắt đầu ngày 1/)
  })

  test('what is to receive people or organisations ends on a later day', async () => {
    const later = await decided({ ends: [{ organisationId: places().communeB, successorId: places().communeA }] })
    expect((await textsOf({ changes: [{ organisationId: places().cellH1, parentId: places().communeB }] }, '2018-09-01')).join('\n')).toMatch(/đã kết thúc từ ngày/)
    await undone(later.id)
  })

  test('the last administrator would lose the role', async () => {
    const province = newId()
    const found = { id: province, name: 'Đảng bộ tỉnh Hà Giang', type: 'DB_TINH', parentId: null, revives: false }
    expect((await textsOf({ founds: [found], ends: [{ organisationId: places().district, successorId: province }] })).join('\n')).toMatch(/Không còn người quản trị/)
  })

  test('it was changed by somebody else, is no draft any more, has no day, or was signed tomorrow', async () => {
    const plan = await prepared({ changes: [{ organisationId: places().cellA3, name: 'Chi bộ Trường Mầm non Hoa Sen' }] })
    await expect(officer().decidePlan({ ...plan, version: 1, ...decision })).rejects.toMatchObject({ code: 'reorganisation.staleVersion' })
    await expect(officer().decidePlan({ ...plan, ...decision, decidedOn: '2018-10-06' })).rejects.toMatchObject({ code: 'reorganisation.decidedTomorrow' })
    const { id } = await officer().draftPlan({ organisationId: places().district, title: 'Chưa có ngày' })
    await expect(officer().decidePlan({ id, version: 1, ...decision })).rejects.toMatchObject({ code: 'reorganisation.dayMissing' })
    await officer().withdrawPlan({ id, version: 1 })
    await expect(officer().savePlan({ id, version: 2, title: 'x', effectiveOn: null, content: emptyContent() })).rejects.toMatchObject({ code: 'reorganisation.notADraft' })
    await expect(officer().withdrawPlan({ id, version: 2 })).rejects.toMatchObject({ code: 'reorganisation.alreadyInForce' })
  })
})

describe('the day of an act', () => {
  test('a decision before its day waits, and is carried out on the day by the machine', async () => {
    const own = await openHouse({ today: '2018-10-05' })
    try {
      const { id } = await own.as('officer').reorganisation.draftPlan({ organisationId: own.ground.places.district, title: 'Nhập chi bộ', effectiveOn: '2018-10-08' })
      const content = { ...emptyContent(), ends: [{ organisationId: own.ground.places.cellB1, successorId: own.ground.places.cellB2 }] }
      const { version } = await own.as('officer').reorganisation.savePlan({ id, version: 1, title: 'Nhập chi bộ', effectiveOn: '2018-10-08', content })
      expect(await own.as('officer').reorganisation.decidePlan({ id, version, ...decision })).toMatchObject({ state: 'decided' })
      expect((await own.as('officer').reminders.listWork({ kinds: ['reorganisation'] })).rows).toMatchObject([{ subjectId: id, dueOn: '2018-10-08', nextActCode: 'takeEffect' }])
      const { carryOutDuePlans } = await import('../carry-out.ts')
      expect(await carryOutDuePlans(own.ports)).toBe(0)
      await expect(own.as('officer').reorganisation.takeEffect({ id, version: version + 1 })).rejects.toMatchObject({ code: 'reorganisation.dayNotCome' })
      const later = { ...own.ports, clock: { today: () => plainDate('2018-10-08'), now: () => '2018-10-08T05:00:00Z' } }
      expect(await carryOutDuePlans(later)).toBe(1)
      expect(await carryOutDuePlans(later)).toBe(0)
      expect((await own.rows('select lower(valid_during)::text as "from" from members.placement where source_id is not null and superseded_at is null and upper_inf(valid_during) limit 1'))[0]!.from).toBe('2018-10-08')
    } finally {
      await own.close()
    }
  })

  test('an act entered late holds from its day; what was known before it was entered is still answered', async () => {
    const own = await openHouse({ today: '2018-10-05' })
    try {
      const { district, communeA, communeB, cellA1 } = own.ground.places
      await own.owner.query(`update organisations.version set recorded_at = '2015-01-01'; update organisations.placement set recorded_at = '2015-01-01'; update members.placement set recorded_at = '2015-01-01'; update members.status set recorded_at = '2015-01-01'; update members.person set recorded_at = '2015-01-01'`)
      const officerOf = own.as('officer')
      const figures = async (id: string, asOf: string, knownAt?: string) => (await officerOf.organisations.listTree({ root: id, asOf, ...(knownAt ? { knownAt } : {}) })).totals.counts?.members
      const { id } = await officerOf.reorganisation.draftPlan({ organisationId: district, title: 'Chuyển chi bộ', effectiveOn: '2018-09-01' })
      const { version } = await officerOf.reorganisation.savePlan({ id, version: 1, title: 'Chuyển chi bộ', effectiveOn: '2018-09-01', content: { ...emptyContent(), changes: [{ organisationId: cellA1, parentId: communeB }] } })
      expect(await officerOf.reorganisation.decidePlan({ id, version, ...decision, decidedOn: '2018-08-28' })).toMatchObject({ state: 'inForce' })
      expect([await figures(communeA, '2018-08-31'), await figures(communeB, '2018-08-31'), await figures(communeA, '2018-09-15'), await figures(communeB, '2018-09-15')]).toEqual([27, 18, 18, 27])
      // As the keeper of the tables: rights are asked elsewhere.
      const client = await own.owner.connect()
      try {
        await client.query(`select set_config('dangvu.keeper', 'yes', false)`)
        const ask = async (organisation: string, day: string, known: string) => (await client.query(`select coalesce(sum(members), 0)::int as n from members.counts_by_cell($1, $2, $3)`, [organisation, day, known])).rows[0].n
        expect([await ask(communeA, '2018-09-15', '2018-09-20T00:00:00Z'), await ask(communeB, '2018-09-15', '2018-09-20T00:00:00Z'), await ask(communeB, '2018-09-15', '2018-10-06T00:00:00Z'), await ask(district, '2018-09-15', '2018-09-20T00:00:00Z')]).toEqual([27, 18, 27, 54])
      } finally {
        client.release(true)
      }
    } finally {
      await own.close()
    }
  })

  test('the day after it can only be countermanded, and both acts stay on record', async () => {
    const own = await openHouse({ today: '2018-10-05' })
    try {
      const { district, cellB1, cellB2 } = own.ground.places
      const officerOf = own.as('officer').reorganisation
      const { id } = await officerOf.draftPlan({ organisationId: district, title: 'Nhập chi bộ', effectiveOn: '2018-10-05' })
      const { version } = await officerOf.savePlan({ id, version: 1, title: 'Nhập chi bộ', effectiveOn: '2018-10-05', content: { ...emptyContent(), ends: [{ organisationId: cellB1, successorId: cellB2 }] } })
      const act = await officerOf.decidePlan({ id, version, ...decision })
      await own.owner.query(`update reorganisation.plan set in_force_at = '2018-10-04T05:00:00Z' where id = $1`, [id])
      await expect(officerOf.undoPlan({ id, version: act.version, reason: 'Nhầm' })).rejects.toMatchObject({ code: 'reorganisation.dayIsOver' })
      const counter = await officerOf.draftCounterPlan({ id })
      const page = await officerOf.findPlan({ id: counter.id })
      await officerOf.savePlan({ id: counter.id, version: 1, title: page.title, effectiveOn: '2018-10-05', content: page.content! })
      expect((await officerOf.previewPlan({ id: counter.id })).findings.filter(({ weight }) => weight === 'error')).toEqual([])
      await officerOf.decidePlan({ id: counter.id, version: 2, ...decision, decisionNumber: '90-QĐ/HU' })
      expect((await own.as('officer').organisations.findOrganisation({ id: cellB1 })).figures?.members).toBe(9)
      expect((await officerOf.findPlan({ id })).counteredBy?.id).toBe(counter.id)
      // The cell that began again is reached once: who reaches everything is told by the number.
      const client = await own.owner.connect()
      try {
        await client.query(`select set_config('dangvu.holding', $1, false), set_config('dangvu.today', '2018-10-05', false)`, [own.ground.accounts.officer.holdingId])
        for (const reach of ['reach', 'people_reach']) expect((await client.query(`select count(*)::int as n, count(distinct r)::int as each from access.${reach}() r`)).rows[0], reach).toEqual({ n: 10, each: 10 })
        // Asked of one organisation, the answer is the same, also of those that are no more.
        const asked = await client.query(`select access.reaches_people(o.id) as one, o.id in (select access.people_reach()) as among_all, access.reaches(o.id) as may, o.id in (select access.reach()) as may_of_all
          from organisations.organisation o`)
        expect(asked.rows.filter(({ one, among_all: all, may, may_of_all: mayAll }) => one !== all || may !== mayAll)).toEqual([])
        expect(new Set(asked.rows.map(({ one }) => one))).toEqual(new Set([true]))
      } finally {
        client.release(true)
      }
      expect((await officerOf.findPlan({ id: counter.id })).kindName).toBe('Đính chính quyết định trước')
    } finally {
      await own.close()
    }
  })

  test('it is not taken back once something was built on it, which is named', async () => {
    const founded = newId()
    const { id, version } = await decided({
      founds: [{ id: founded, name: 'Chi bộ Thôn Mới', type: 'CHI_BO', parentId: places().communeB, revives: false }],
      people: [{ cellId: places().cellB1, rule: 'list', personIds: house.ground.members.cellB1.slice(0, 4), toId: founded }],
    })
    await house.as('officer').members.recordPost({ id: house.ground.members.cellB1[1]!, organisationId: founded, position: 'BT', from: TODAY, basis: 'Đại hội' })
    await expect(officer().undoPlan({ id, version, reason: 'Nhầm' })).rejects.toMatchObject({ code: 'reorganisation.builtUpon', facts: { what: 'chức vụ' } })
  })
})

describe('who may', () => {
  test('the officer of the committee above prepares and decides; a leader looks; who is below sees only what touched the own part', async () => {
    await expect(house.as('leader').reorganisation.draftPlan({ organisationId: places().district, title: 'x' })).rejects.toMatchObject({ kind: 'notAllowed' })
    await expect(house.as('grassrootsA').reorganisation.draftPlan({ organisationId: places().communeA, title: 'x' })).rejects.toMatchObject({ kind: 'notAllowed' })
    const plan = await prepared({ changes: [{ organisationId: places().cellA3, name: 'Chi bộ Trường Mầm non Hoa Sen' }] })
    expect((await house.as('leader').reorganisation.findPlan({ id: plan.id })).may).toMatchObject({ edit: false, preview: true })
    await expect(house.as('grassrootsA').reorganisation.findPlan({ id: plan.id })).rejects.toMatchObject({ kind: 'notFound' })
    await officer().decidePlan({ ...plan, ...decision })
    expect((await house.as('grassrootsA').reorganisation.findPlan({ id: plan.id })).outcomes.map(({ after }) => after?.name)).toEqual(['Chi bộ Trường Mầm non Hoa Sen'])
    await expect(house.as('grassrootsH').reorganisation.findPlan({ id: plan.id })).rejects.toMatchObject({ kind: 'notFound' })
    expect((await house.as('grassrootsA').reorganisation.listPlans({})).rows.some(({ id }) => id === plan.id)).toBe(true)
    await undone(plan.id)
  })

  test('the units a plan is built from are those of the own part', async () => {
    const { rows, rootId } = await officer().listUnits({ asOf: TODAY })
    expect([rootId, rows.find(({ id }) => id === places().communeB)?.depth]).toEqual([places().district, 1])
  })
})

describe('a plan in the past', () => {
  test('stands as on the day and as it was known: what was saved, decided or undone later is not yet', async () => {
    const { id } = await officer().draftPlan({ organisationId: places().district, title: 'Tên đầu', effectiveOn: '2018-10-20' })
    house.clock.moveTo(plainDate('2018-10-10'))
    await officer().savePlan({ id, version: 1, title: 'Tên sau', effectiveOn: '2018-10-20', content: { ...emptyContent(), changes: [{ organisationId: places().cellB1, name: 'Chi bộ Mới' }] } })
    house.clock.moveTo(plainDate('2018-10-15'))
    await officer().decidePlan({ id, version: 2, ...decision, decidedOn: '2018-10-12' })
    house.clock.moveTo(plainDate('2018-10-25'))
    const at = async (seen: object) => { const { title, state, decidedOn, savings, content, may } = await officer().findPlan({ id, ...seen }); return { title, state, decidedOn, savings: savings.length, changes: content?.changes.length, acts: Object.values(may).some(Boolean) } }
    expect(await at({})).toMatchObject({ title: 'Tên sau', state: 'decided', decidedOn: '2018-10-12', acts: true })
    expect(await at({ asOf: '2018-10-11' })).toMatchObject({ state: 'draft', decidedOn: null, savings: 2, changes: 1, acts: false })
    expect(await at({ knownAt: '2018-10-14T00:00:00Z' })).toEqual({ title: 'Tên sau', state: 'draft', decidedOn: null, savings: 2, changes: 1, acts: false })
    expect(await at({ knownAt: '2018-10-06T00:00:00Z' })).toEqual({ title: 'Tên đầu', state: 'draft', decidedOn: null, savings: 1, changes: 0, acts: false })
    await expect(officer().findPlan({ id, asOf: '2018-10-04' as never })).rejects.toMatchObject({ kind: 'notFound' })
    const listed = async (seen: object) => { const { rows, may } = await officer().listPlans({ size: 200, ...seen }); return [rows.find((row) => row.id === id)?.state, may.plan] }
    expect([await listed({}), await listed({ asOf: '2018-10-11' }), await listed({ knownAt: '2018-10-05T04:00:00Z' })]).toEqual([['decided', true], ['draft', false], [undefined, false]])
    house.clock.moveTo(plainDate(TODAY))
  })

  test('the units are those of the day with the members known at the moment', async () => {
    const members = async (seen: object) => (await officer().listUnits({ organisationId: places().cellB1, ...seen })).rows.map((row) => row.members)
    expect(await members({ knownAt: '2000-01-01T00:00:00Z' })).not.toEqual(await members({}))
    expect((await officer().listUnits({ organisationId: places().district, asOf: '1900-01-01' as never })).rows).toEqual([])
  })
})
