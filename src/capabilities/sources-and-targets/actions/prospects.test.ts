import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../../../../tests/harness/house.ts'
import { refusalOf } from '../../../../tests/harness/cases.ts'

let house: House
let cellA1: string
beforeAll(async () => {
  house = await openHouse({ today: '2018-10-05' })
  cellA1 = house.ground.places.cellA1
})
afterAll(() => house.close())

let born = 1980
const somebody = (fullName: string) => ({ fullName, sex: 'female' as const, bornOn: `${born++}-05-03` })
const sources = (name: Parameters<House['as']>[0] = 'secretaryA1') => house.as(name).sourcesAndTargets
const add = async (fullName: string, more: object = {}) => sources().addProspect({ cellId: cellA1, person: somebody(fullName), openedOn: '2018-03-01', ...more })
const find = (id: string, name: Parameters<House['as']>[0] = 'secretaryA1') => sources(name).findProspect({ id })

describe('adding', () => {
  it('begins to follow a person who is new, kept by the cell, and leaves a trail', async () => {
    const { id, personId } = await add('Hoàng Thị Nhung', { unionCode: 'DTN', resolution: 'NQ 03', foundThrough: 'Tổ vay vốn' })
    expect(await find(id)).toMatchObject({ fullName: 'Hoàng Thị Nhung', stage: 'inSource', openedOn: '2018-03-01', unionCode: 'DTN', foundThrough: 'Tổ vay vốn', mayKeep: true, remarks: [] })
    expect(await house.rows('select keeper_id from members.person where id = $1', [personId])).toEqual([{ keeper_id: cellA1 }])
    expect(await house.auditOf(id)).toEqual(['sourcesAndTargets.prospectAdded'])
  })
  it('refuses a member', async () => {
    expect(await refusalOf(sources().addProspect({ cellId: cellA1, personId: house.ground.members.cellA1[2]! }))).toMatchObject({ codes: ['sourcesAndTargets.memberCannotBeFollowed'] })
  })
  it('refuses to follow somebody twice, and says who follows', async () => {
    const { personId } = await add('Lý Thị Mẩy')
    expect(await refusalOf(sources().addProspect({ cellId: cellA1, personId }))).toMatchObject({ codes: ['sourcesAndTargets.followedAlready'], facts: { cell: 'Chi bộ Thôn Khun Luông', since: '2018-03-01' } })
  })
  it('asks whether a known name and birth is another person, and believes the answer', async () => {
    const person = somebody('Nông Thị Hảo')
    await sources().addProspect({ cellId: cellA1, person })
    const again = { cellId: cellA1, person: { ...person, fullName: 'NÔNG  THỊ HẢO', bornOn: person.bornOn.slice(0, 4) } }
    expect(await refusalOf(sources().addProspect(again))).toMatchObject({ codes: ['sourcesAndTargets.personKnown'] })
    await expect(sources().addProspect({ ...again, isAnother: true })).resolves.toHaveProperty('id')
  })
  it('asks whether somebody who looks alike within the part is the same person, names who and why, and believes the answer', async () => {
    const person = somebody('Hoàng Thị Chiên')
    await sources().addProspect({ cellId: cellA1, person })
    const again = { cellId: cellA1, person: { ...person, fullName: 'Hoang Thi Chien' , bornOn: `${person.bornOn.slice(0, 4)}-${person.bornOn.slice(8)}-${person.bornOn.slice(5, 7)}` } }
    const { codes, facts } = await refusalOf(sources().addProspect(again))
    expect(codes).toEqual(['sourcesAndTargets.personAlike'])
    expect(String(facts['people'])).toMatch(/^Hoàng Thị Chiên, sinh .*, .*Khun Luông \(Họ tên: chỉ khác dấu; Ngày sinh: đảo ngày và tháng/)
    await expect(sources().addProspect({ ...again, isAnother: true })).resolves.toHaveProperty('id')
  })
  it('takes up a person again after the following was closed', async () => {
    const { id, personId } = await add('Bàn Văn Phúc')
    await sources().closeProspect({ id, on: '2018-06-01', reason: 'withdrawn', version: 1 })
    await sources().addProspect({ cellId: cellA1, personId, openedOn: '2018-07-01' })
    expect((await find(id)).spells).toMatchObject([{ closedOn: '2018-06-01', closeReason: 'withdrawn' }, { openedOn: '2018-07-01', closedOn: null }])
  })
  it('refuses nobody, a day ahead, and what is not a cell', async () => {
    expect(await refusalOf(sources().addProspect({ cellId: cellA1 }))).toMatchObject({ codes: ['sourcesAndTargets.personMissing'] })
    expect(await refusalOf(add('Ai Đó', { openedOn: '2018-10-06' }))).toMatchObject({ codes: ['sourcesAndTargets.dayNotYet'] })
    expect(await refusalOf(sources().addProspect({ cellId: cellA1, person: { fullName: 'Chưa Sinh', sex: 'male', bornOn: '2030' } }))).toMatchObject({ codes: ['members.dayNotYet'] })
    expect(await refusalOf(sources('officer').addProspect({ cellId: house.ground.places.communeA, person: somebody('Ai Khác') }))).toMatchObject({ codes: ['sourcesAndTargets.notACell'] })
  })
  it('refuses to follow, and to file a certificate, before the person was born', async () => {
    expect(await refusalOf(sources().addProspect({ cellId: cellA1, openedOn: '2018-03-01', person: { fullName: 'Lò Thị Son', sex: 'female', bornOn: '2018-04' } }))).toMatchObject({ codes: ['sourcesAndTargets.beforeBirth'], facts: { on: '2018-03-01', born: '2018-04' } })
    const { id } = await sources().addProspect({ cellId: cellA1, person: { fullName: 'Lò Thị Sen', sex: 'female', bornOn: '1996-04-02' } })
    expect(await refusalOf(sources().recordCertificate({ id, issuedOn: '1996-04-01' }))).toMatchObject({ codes: ['sourcesAndTargets.beforeBirth'], facts: { on: '1996-04-01', born: '1996-04-02' } })
  })
  it('is done by the secretary of the cell, the offices above, and nobody else', async () => {
    const input = () => ({ cellId: cellA1, person: somebody('Người Mới') })
    for (const name of ['officer', 'grassrootsA'] as const) await expect(sources(name).addProspect({ ...input(), isAnother: true })).resolves.toHaveProperty('id')
    for (const name of ['leader', 'inspector', 'memberA1', 'administrator'] as const) expect(await refusalOf(sources(name).addProspect(input()))).toMatchObject({ kind: 'notAllowed' })
    for (const name of ['secretaryA2', 'grassrootsB', 'secretaryB1'] as const) expect(await refusalOf(sources(name).addProspect(input()))).toMatchObject({ kind: 'notFound' })
  })
})

describe('remarks', () => {
  it('stand for the running quarter unless told, newest first', async () => {
    const { id } = await add('Triệu Thị Sim')
    await sources().recordRemark({ id, quarter: '2018-Q2', text: 'Tích cực.', writtenOn: '2018-06-29' })
    expect(await sources().recordRemark({ id, text: 'Gương mẫu ở thôn.' })).toMatchObject({ quarter: '2018-Q4' })
    expect((await find(id)).remarks).toMatchObject([{ quarter: '2018-Q4', writtenOn: '2018-10-05' }, { quarter: '2018-Q2', text: 'Tích cực.', byName: 'Người dùng secretaryA1' }])
    expect((await find(id)).lastRemark).toEqual({ quarter: '2018-Q4', writtenOn: '2018-10-05' })
  })
  it('are one a quarter; a second one must say which it replaces, and the former stays', async () => {
    const { id } = await add('Phàn Thị Pham')
    const first = await sources().recordRemark({ id, text: 'Bản đầu.' })
    expect(await refusalOf(sources().recordRemark({ id, text: 'Bản hai.' }))).toMatchObject({ codes: ['sourcesAndTargets.remarkedAlready'], facts: { remarkId: first.id } })
    await sources().recordRemark({ id, text: 'Bản hai.', replaces: first.id })
    const remarks = (await find(id)).remarks!
    expect(remarks.map((each) => [each.text, each.supersededAt === null])).toEqual([['Bản hai.', true], ['Bản đầu.', false]])
  })
  it('are refused for a quarter ahead and for one before the cell followed', async () => {
    const { id } = await add('Vàng Thị Dín')
    expect(await refusalOf(sources().recordRemark({ id, quarter: '2019-Q1', text: 'x' }))).toMatchObject({ codes: ['sourcesAndTargets.quarterNotYet'] })
    expect(await refusalOf(sources().recordRemark({ id, quarter: '2017-Q4', text: 'x' }))).toMatchObject({ codes: ['sourcesAndTargets.quarterBeforeOpened'] })
    expect(await refusalOf(sources().recordRemark({ id, text: 'x', writtenOn: '2018-02-28' }))).toMatchObject({ codes: ['sourcesAndTargets.beforeOpened'] })
  })
  it('are read by those who keep sources; the leader and the inspector see stages only', async () => {
    const { id } = await add('Ma Thị Thu')
    await sources().recordRemark({ id, text: 'Nhận xét.' })
    for (const name of ['officer', 'grassrootsA'] as const) expect((await find(id, name)).remarks).toHaveLength(1)
    for (const name of ['leader', 'inspector'] as const) expect(await find(id, name)).toMatchObject({ remarks: null, mayKeep: false, lastRemark: { quarter: '2018-Q4' } })
    expect(await refusalOf(find(id, 'secretaryA2'))).toMatchObject({ kind: 'notFound' })
    expect(await refusalOf(sources('leader').recordRemark({ id, text: 'x' }))).toMatchObject({ kind: 'notAllowed' })
  })
})

describe('mentors', () => {
  it('are full members of the cell; the former one ends on the day of the new', async () => {
    const { id } = await add('Đặng Thị Lan')
    const [, one, two] = house.ground.members.cellA1
    expect(await sources().assignMentor({ id, mentorId: one!, from: '2018-04-01', resolution: 'NQ 04' })).toMatchObject({ load: 1, overloaded: false })
    await sources().assignMentor({ id, mentorId: two!, from: '2018-09-01' })
    const { mentor, mentors } = await find(id)
    expect(mentor).toMatchObject({ personId: two, since: '2018-09-01', load: 1 })
    expect(mentors.map(({ personId, from, until }) => [personId, from, until])).toEqual([[two, '2018-09-01', null], [one, '2018-04-01', '2018-09-01']])
  })
  it('may be replaced on the very first day', async () => {
    const { id } = await add('Đặng Thị Cúc')
    await sources().assignMentor({ id, mentorId: house.ground.members.cellA1[1]!, from: '2018-09-01' })
    await sources().assignMentor({ id, mentorId: house.ground.members.cellA1[2]!, from: '2018-09-01' })
    expect((await find(id)).mentors.map((each) => each.personId)).toEqual([house.ground.members.cellA1[2]])
  })
  it('are told to be overloaded above three, not refused', async () => {
    const mentorId = house.ground.members.cellA1[8]!
    const loads = []
    for (const name of ['Một', 'Hai', 'Ba', 'Bốn']) loads.push(await sources().assignMentor({ id: (await add(`Lò Thị ${name}`)).id, mentorId }))
    expect(loads.map(({ load, overloaded }) => [load, overloaded])).toEqual([[1, false], [2, false], [3, false], [4, true]])
  })
  it('are refused when probationary, elsewhere, unchanged, or assigned before the former one', async () => {
    const { id } = await add('Lục Thị Hoa')
    const [, one, two] = house.ground.members.cellA1
    await house.owner.query(`update members.status set superseded_at = now() where person_id = $1 and status = 'full'`, [one])
    await house.owner.query(`insert into members.status (id, person_id, status, valid_during) values (gen_random_uuid(), $1, 'suspended', '[2018-10-01,)')`, [one])
    expect(await refusalOf(sources().assignMentor({ id, mentorId: one! }))).toMatchObject({ codes: ['sourcesAndTargets.mentorNotFullMember'] })
    expect(await refusalOf(sources('officer').assignMentor({ id, mentorId: house.ground.members.cellB1[0]! }))).toMatchObject({ codes: ['sourcesAndTargets.mentorElsewhere'] })
    await sources().assignMentor({ id, mentorId: two!, from: '2018-05-01' })
    expect(await refusalOf(sources().assignMentor({ id, mentorId: two! }))).toMatchObject({ codes: ['sourcesAndTargets.mentorUnchanged'] })
    expect(await refusalOf(sources().assignMentor({ id, mentorId: house.ground.members.cellA1[3]!, from: '2018-04-30' }))).toMatchObject({ codes: ['sourcesAndTargets.mentorBeforeFormer'] })
  })
  it('may come from another cell of the grassroots organisation, and are offered least burdened first', async () => {
    const { id } = await add('Tráng Thị Mỷ')
    await expect(sources('grassrootsA').assignMentor({ id, mentorId: house.ground.members.cellA2[4]! })).resolves.toMatchObject({ load: 1 })
    const { rows } = await sources('grassrootsA').listMentorCandidates({ id })
    expect(new Set(rows.map((row) => row.cellName)).size).toBe(3)
    expect(rows.map((row) => row.load)).toEqual(rows.map((row) => row.load).sort((a, b) => a - b))
    expect((await sources().listMentorCandidates({ id })).rows.every((row) => row.cellName === 'Chi bộ Thôn Khun Luông')).toBe(true)
    expect((await find(id)).mentor?.fullName).toBe('Đảng viên ở chi bộ khác')
  })
})

describe('certificate and application', () => {
  it('move the stage on, and the certificate tells how long it covers a meeting', async () => {
    const { id } = await add('Sùng Thị Dợ')
    expect(await sources().recordCertificate({ id, issuedOn: '2014-01-20', number: '12/GCN' })).toMatchObject({ validUntil: '2019-01-20', source: { certainty: 'secondary' } })
    expect(await find(id)).toMatchObject({ stage: 'classDone', certificate: { validUntil: '2019-01-20', isValid: true, monthsLeft: 3, daysLeft: 15 } })
    await sources().recordApplication({ id, appliedOn: '2018-09-10', version: 1 })
    expect(await find(id)).toMatchObject({ stage: 'applied', appliedOn: '2018-09-10', version: 2 })
  })
  it('a certificate that has lapsed leaves the person in the source', async () => {
    const { id } = await add('Giàng Thị Sua')
    await sources().recordCertificate({ id, issuedOn: '2013-10-04' })
    expect(await find(id)).toMatchObject({ stage: 'inSource', certificate: { isValid: false, validUntil: '2018-10-04' } })
  })
  it('are refused twice, ahead of time, before the following, and for a stale version', async () => {
    const { id } = await add('Hầu Thị Chá')
    await sources().recordCertificate({ id, issuedOn: '2018-05-05' })
    expect(await refusalOf(sources().recordCertificate({ id, issuedOn: '2018-05-05' }))).toMatchObject({ codes: ['sourcesAndTargets.certificateKnown'] })
    expect(await refusalOf(sources().recordCertificate({ id, issuedOn: '2018-11-05' }))).toMatchObject({ codes: ['sourcesAndTargets.dayNotYet'] })
    expect(await refusalOf(sources().recordApplication({ id, appliedOn: '2018-02-01', version: 1 }))).toMatchObject({ codes: ['sourcesAndTargets.beforeOpened'] })
    await sources().recordApplication({ id, appliedOn: '2018-09-10', version: 1 })
    expect(await refusalOf(sources().recordApplication({ id, appliedOn: '2018-09-11', version: 2 }))).toMatchObject({ codes: ['sourcesAndTargets.appliedAlready'] })
    expect(await refusalOf(sources().closeProspect({ id, on: '2018-10-01', reason: 'unsuitable', version: 1 }))).toMatchObject({ codes: ['platform.staleVersion'], facts: { seen: 1, latest: 2 } })
  })
})

describe('unions and how the person was found', () => {
  it('are stated anew, with what stood before in the trail', async () => {
    const { id } = await add('Lý Thị Mẩy', { unionCode: 'LHPN', alsoIn: ['DTN'], foundBy: 'village' })
    const stated = { id, unionCode: 'DTN', alsoIn: ['ND', 'DTN', 'ND'], foundBy: 'model', foundThrough: ' Tổ hợp tác trồng cam ' } as const
    await sources().describeProspect({ ...stated, alsoIn: [...stated.alsoIn], version: 1 })
    expect(await find(id)).toMatchObject({ unionCode: 'DTN', alsoIn: ['ND'], foundBy: 'model', foundThrough: 'Tổ hợp tác trồng cam', version: 2 })
    const [entry] = await house.rows(`select facts from audit.entry where subject_id = $1 and event = 'sourcesAndTargets.prospectDescribed'`, [id])
    expect(entry!.facts).toMatchObject({ before: { unionCode: 'LHPN', alsoIn: ['DTN'], foundBy: 'village', foundThrough: null }, after: { unionCode: 'DTN', alsoIn: ['ND'], foundBy: 'model' } })
    expect((await refusalOf(sources().describeProspect({ ...stated, alsoIn: ['ND'], version: 2 }))).codes).toEqual(['sourcesAndTargets.nothingDescribed'])
    expect(await refusalOf(sources().describeProspect({ ...stated, alsoIn: [], version: 1 }))).toMatchObject({ codes: ['platform.staleVersion'] })
    expect((await refusalOf(sources('secretaryB1').describeProspect({ ...stated, alsoIn: [], version: 2 }))).kind).toBe('notFound')
    expect((await refusalOf(sources('leader').describeProspect({ ...stated, alsoIn: [], version: 2 }))).kind).toBe('notAllowed')
    await sources().closeProspect({ id, on: '2018-10-01', reason: 'unsuitable', version: 2 })
    expect((await refusalOf(sources().describeProspect({ ...stated, alsoIn: [], version: 3 }))).codes).toEqual(['sourcesAndTargets.closedAlready'])
  })
  it('say since when the cell follows, where that was stated wrong: not after what was done, not before the birth', async () => {
    const { id } = await sources().addProspect({ cellId: cellA1, unionCode: 'LHPN', openedOn: '2018-09-20', person: { fullName: 'Tẩn Thị Dung', sex: 'female', bornOn: '1997-02' } })
    const stated = { id, unionCode: 'LHPN', alsoIn: [], foundBy: null, foundThrough: '' } as const
    const describe = (openedOn: string, version: number) => sources().describeProspect({ ...stated, alsoIn: [], openedOn, version })
    await describe('2018-05-02', 1)
    await sources().assignMentor({ id, mentorId: house.ground.members.cellA1[4]!, from: '2018-05-03' })
    expect(await find(id)).toMatchObject({ openedOn: '2018-05-02' })
    expect(await refusalOf(describe('2018-05-04', 2))).toMatchObject({ codes: ['sourcesAndTargets.openedAfterWork'], facts: { on: '2018-05-04', workOn: '2018-05-03' } })
    expect((await refusalOf(describe('2018-10-06', 2))).codes).toEqual(['sourcesAndTargets.dayNotYet'])
    expect((await refusalOf(describe('1997-01-31', 2))).codes).toEqual(['sourcesAndTargets.beforeBirth'])
  })
  it('go with the person to another cell', async () => {
    const { id } = await add('Phàn Thị Chài', { unionCode: 'LHPN', alsoIn: ['ND'], foundBy: 'movement', foundThrough: 'Phong trào văn nghệ' })
    const moved = await sources('grassrootsA').moveProspect({ id, cellId: house.ground.places.cellA2, on: '2018-09-01', version: 1 })
    expect(await find(moved.id, 'secretaryA2')).toMatchObject({ unionCode: 'LHPN', alsoIn: ['ND'], foundBy: 'movement', foundThrough: 'Phong trào văn nghệ' })
  })
})

describe('closing and moving', () => {
  it('ends the following and the help on the day; nothing more can be recorded', async () => {
    const { id } = await add('Lèng Thị Lý')
    await sources().assignMentor({ id, mentorId: house.ground.members.cellA1[4]!, from: '2018-04-01' })
    await sources().closeProspect({ id, on: '2018-09-30', reason: 'unsuitable', note: 'Nghị quyết chi bộ tháng 9', version: 1 })
    expect(await find(id)).toMatchObject({ closedOn: '2018-09-30', closeReason: 'unsuitable', mayKeep: false, mentors: [{ until: '2018-09-30' }] })
    expect(await refusalOf(sources().recordRemark({ id, text: 'x' }))).toMatchObject({ codes: ['sourcesAndTargets.closedAlready'] })
    expect(await refusalOf(sources().closeProspect({ id: house.ground.places.cellA1, on: '2018-09-30', reason: 'died', version: 1 }))).toMatchObject({ codes: ['sourcesAndTargets.prospectNotFound'] })
  })
  it('passes a person to another cell with application and remarks', async () => {
    const { id } = await add('Chẳng Thị Ngọc', { unionCode: 'LHPN' })
    await sources().recordRemark({ id, quarter: '2018-Q2', text: 'Chăm chỉ.' })
    await sources().recordApplication({ id, appliedOn: '2018-08-01', version: 1 })
    const moved = await sources('grassrootsA').moveProspect({ id, cellId: house.ground.places.cellA2, on: '2018-09-01', version: 2 })
    expect(await find(moved.id, 'secretaryA2')).toMatchObject({
      cellName: 'Thôn Đồng Bó', stage: 'applied', unionCode: 'LHPN', remarks: [{ text: 'Chăm chỉ.' }], spells: [{ closeReason: 'moved' }, { openedOn: '2018-09-01' }],
    })
    expect(await refusalOf(find(moved.id))).toMatchObject({ kind: 'notFound' })
  })
  it('refuses the same cell, and to the secretary a cell outside the own part', async () => {
    const { id } = await add('Củng Thị Vân')
    expect(await refusalOf(sources().moveProspect({ id, cellId: cellA1, on: '2018-09-01', version: 1 }))).toMatchObject({ codes: ['sourcesAndTargets.sameCell'] })
    expect(await refusalOf(sources().moveProspect({ id, cellId: house.ground.places.cellA2, on: '2018-09-01', version: 1 }))).toMatchObject({ kind: 'notFound' })
  })
})

describe('a person followed, in the past', () => {
  it('stands as on the day: before it began there is nobody, what came or ended later is not there, and nothing may be done', async () => {
    const { id } = await add('Triệu Thị Sớm')
    await sources().assignMentor({ id, mentorId: house.ground.members.cellA1[2]!, from: '2018-04-01' })
    await sources().recordRemark({ id, quarter: '2018-Q2', text: 'Tham gia đều', writtenOn: '2018-06-30' })
    await sources().recordCertificate({ id, issuedOn: '2018-07-20' })
    await sources().recordApplication({ id, appliedOn: '2018-08-01', version: 1 })
    await sources().closeProspect({ id, on: '2018-09-01', reason: 'withdrawn', version: 2 })
    expect(await refusalOf(sources().findProspect({ id, asOf: '2018-02-28' }))).toMatchObject({ codes: ['sourcesAndTargets.prospectNotFound'] })
    expect(await sources().findProspect({ id, asOf: '2018-03-31' })).toMatchObject({ stage: 'inSource', mentor: null, mentors: [], remarks: [], certificates: [], appliedOn: null, closedOn: null, mayKeep: false })
    const july = await sources().findProspect({ id, asOf: '2018-07-31' })
    expect(july).toMatchObject({ stage: 'classDone', mentors: [{ from: '2018-04-01', until: null }], remarks: [{ quarter: '2018-Q2' }], appliedOn: null, closedOn: null, spells: [{ closedOn: null }] })
    expect(await sources().findProspect({ id, asOf: '2018-08-31' })).toMatchObject({ stage: 'applied', appliedOn: '2018-08-01', closedOn: null })
    expect(await sources().findProspect({ id })).toMatchObject({ closedOn: '2018-09-01', closeReason: 'withdrawn', mentors: [{ until: '2018-09-01' }] })
  })
  it('stands as it was known at a moment, also in the list: what was recorded later is not there yet', async () => {
    const { id } = await add('Triệu Văn Muộn')
    const first = '2018-10-05T06:00:00Z'
    house.clock.moveTo('2018-10-20' as never)
    await sources().recordCertificate({ id, issuedOn: '2018-07-20' })
    await sources().assignMentor({ id, mentorId: house.ground.members.cellA1[2]!, from: '2018-04-01' })
    await sources().recordApplication({ id, appliedOn: '2018-08-01', version: 1 })
    const second = '2018-10-20T06:00:00Z'
    house.clock.moveTo('2018-11-01' as never)
    await sources().closeProspect({ id, on: '2018-09-01', reason: 'withdrawn', version: 2 })
    const seen = { asOf: '2018-10-05' as never }
    expect(await sources().findProspect({ id, ...seen, knownAt: first })).toMatchObject({ stage: 'inSource', certificates: [], mentors: [], appliedOn: null, closedOn: null, mayKeep: false })
    expect(await sources().findProspect({ id, ...seen, knownAt: second })).toMatchObject({ stage: 'applied', mentors: [{ until: null }], appliedOn: '2018-08-01', closedOn: null })
    expect(await sources().findProspect({ id })).toMatchObject({ closedOn: '2018-09-01', appliedOn: '2018-08-01' })
    expect(await refusalOf(sources().findProspect({ id, knownAt: '2018-10-05T04:00:00Z' }))).toMatchObject({ kind: 'notFound' })
    const listed = async (knownAt: string) => (await sources().listProspects({ ...seen, knownAt, search: 'Triệu Văn Muộn' })).rows.map(({ stage, mentor }) => [stage, mentor?.since ?? null])
    expect([await listed(first), await listed(second), await listed('2018-11-02T00:00:00Z')]).toEqual([[['inSource', null]], [['applied', '2018-04-01']], []])
    house.clock.moveTo('2018-10-05' as never)
  })
})
