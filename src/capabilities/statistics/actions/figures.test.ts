import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, newId, plainDate, type PlainDate } from '../../../kernel/index.ts'
import { refusalOf } from '../../../../tests/harness/cases.ts'
import { openHouse, type House } from '../../../../tests/harness/house.ts'

const TODAY = '2018-10-05'
let house: House
beforeAll(async () => {
  house = await openHouse({ today: TODAY })
})
afterAll(() => house.close())

const statistics = (name: Parameters<House['as']>[0] = 'leader') => house.as(name).statistics
const insert = (text: string, values: unknown[]) => house.owner.query(text, values)

describe('figures', () => {
  it('are in the published shape, for the organisation of the role, of a code, or of an identifier', async () => {
    const { district, communeA } = house.ground.places
    await house.as('leader').sourcesAndTargets.assignTargets({ organisationId: district, period: { kind: 'term' }, basis: 'NQ', rows: [{ organisationId: district, value: 60 }] })
    await house.as('officer').sourcesAndTargets.recordMassReview({ organisationId: communeA, unionCode: 'CCB', reviewedOn: '2018-06-30', total: 100, partyMembers: 27 })
    expect(await statistics().findFigures({})).toEqual({
      asOf: TODAY, organisation: '02.034', grassrootsOrganisations: 3, cells: 6, members: 54, probationary: 0, women: 18, ethnicMinority: 54,
      admittedInTerm: 0, termStart: '2015-08-01', admissionTarget: 60, massOrganisations: [{ code: 'CCB', total: 100, nonMembers: 73 }],
    })
    const commune = { organisation: '02.034.013', members: 27, cells: 3, grassrootsOrganisations: 1, admissionTarget: null }
    expect(await statistics().findFigures({ organisation: '02.034.013' })).toMatchObject(commune)
    expect(await statistics().findFigures({ organisationId: communeA })).toMatchObject(commune)
    expect(await house.keeper().statistics.findFigures({})).toMatchObject({ organisation: '02.034', members: 54 })
  })
  it('take the term of the nearest organisation above with a target where no committee is known', async () => {
    const { communeB, district } = house.ground.places
    await insert('update organisations.committee set superseded_at = now() where organisation_id = $1', [communeB])
    expect(await statistics('grassrootsB').findFigures({})).toMatchObject({ termStart: '2015-08-01', admissionTarget: null, admittedInTerm: 0 })
    await insert(`update sources_and_targets.target set superseded_at = '2000-01-01' where organisation_id = $1`, [district])
    expect(await statistics('grassrootsB').findFigures({})).toMatchObject({ termStart: null, admittedInTerm: null })
    await insert('update sources_and_targets.target set superseded_at = null where organisation_id = $1', [district])
    await insert('update organisations.committee set superseded_at = null where organisation_id = $1', [communeB])
  })
  it('stay within one\'s part', async () => {
    expect(await refusalOf(statistics('grassrootsA').findFigures({ organisation: '02.034.017' }))).toMatchObject({ kind: 'notFound' })
    expect(await refusalOf(statistics('secretaryA1').findFigures({ organisation: '02.034.013' }))).toMatchObject({ kind: 'notFound' })
    expect(await refusalOf(statistics().findFigures({ organisation: '99' }))).toMatchObject({ codes: ['statistics.noSuchOrganisation'] })
    expect(await statistics('secretaryA1').findFigures({})).toMatchObject({ organisation: '02.034.013.000.001', members: 9 })
    for (const name of ['memberA1', 'administrator'] as const) expect(await refusalOf(statistics(name).findFigures({}))).toMatchObject({ kind: 'notAllowed' })
    expect(await refusalOf(statistics('secretaryA1').findDashboard({}))).toMatchObject({ kind: 'notAllowed' })
    expect(await house.rows(`select * from members.counts_by_cell($1, '2018-10-05', null)`, [house.ground.places.district])).toEqual([])
  })
})

// One person's life as random facts: admitted on a day into a cell, confirmed or not, moved or not, ended or not, corrected or not.
const FIRST = plainDate('2012-01-01')
const life = fc.record({
  cell: fc.constantFrom('cellA1', 'cellA2', 'cellB1', 'cellH1'), decided: fc.nat(2400), ceremony: fc.nat(40), confirmedAfter: fc.option(fc.integer({ min: 365, max: 900 })),
  movedAfter: fc.option(fc.integer({ min: 1, max: 1500 })), movedTo: fc.constantFrom('cellA3', 'cellB2', 'cellH1'), endedAfter: fc.option(fc.integer({ min: 1, max: 2000 })),
  sex: fc.constantFrom('male', 'female', null), ethnicity: fc.constantFrom('Kinh', 'Tày', null), papersOnly: fc.boolean(),
  // Facts were entered on a day of 2018, the person corrected later to the other sex.
  entered: fc.nat(200), correctedTo: fc.option(fc.constantFrom('male', 'female')),
})
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never
const moment = (day: number) => `${addDays(plainDate('2018-01-01'), day)}T08:00:00+07:00`
const CORRECTED_AT = 250

type Facts = { placed: { cell: string; from: PlainDate; until: PlainDate | null }[]; probation: { from: PlainDate; until: PlainDate | null }; full: { from: PlainDate; until: PlainDate | null } | null; decidedOn: PlainDate }

function factsOf(l: Life): Facts {
  const decidedOn = addDays(FIRST, l.decided)
  const from = addDays(decidedOn, l.ceremony)
  const end = l.endedAfter === null ? null : addDays(from, l.endedAfter)
  const before = (day: PlainDate) => end === null || day < end
  const confirmed = l.confirmedAfter === null ? null : addDays(from, l.confirmedAfter)
  const moved = l.movedAfter === null ? null : addDays(from, l.movedAfter)
  const isConfirmed = confirmed !== null && before(confirmed)
  const isMoved = moved !== null && before(moved)
  return {
    decidedOn,
    placed: isMoved ? [{ cell: l.cell, from, until: moved }, { cell: l.movedTo, from: moved, until: end }] : [{ cell: l.cell, from, until: end }],
    probation: { from, until: isConfirmed ? confirmed : end }, full: isConfirmed ? { from: confirmed, until: end } : null,
  }
}

async function write(l: Life, placeOf: (name: string) => string): Promise<void> {
  const id = newId()
  const f = factsOf(l)
  const recorded = moment(l.entered)
  await insert('insert into members.person (id, full_name, sort_key, sex, ethnicity, keeper_id, recorded_at) values ($1,$2,$3,$4,$5,$6,$7)', [id, 'Người Ngẫu Nhiên', id, l.sex, l.ethnicity, placeOf(f.placed.at(-1)!.cell), recorded])
  await insert('insert into members.membership (id, person_id, decided_on, admitted_on, recorded_at) values ($1,$2,$3,$4,$5)', [newId(), id, l.papersOnly ? null : f.decidedOn, f.decidedOn, recorded])
  for (const p of f.placed) await insert('insert into members.placement (id, person_id, cell_id, valid_during, recorded_at) values ($1,$2,$3, daterange($4,$5), $6)', [newId(), id, placeOf(p.cell), p.from, p.until, recorded])
  await insert(`insert into members.status (id, person_id, status, valid_during, recorded_at) values ($1,$2,'probationary', daterange($3,$4), $5)`, [newId(), id, f.probation.from, f.probation.until, recorded])
  if (f.full) await insert(`insert into members.status (id, person_id, status, valid_during, recorded_at) values ($1,$2,'full', daterange($3,$4), $5)`, [newId(), id, f.full.from, f.full.until, recorded])
  if (l.correctedTo) {
    const client = await house.owner.connect()
    await client.query('begin')
    await client.query(`select set_config('dangvu.now', $1, true)`, [moment(CORRECTED_AT)])
    await client.query('update members.person set sex = $2 where id = $1', [id, l.correctedTo])
    await client.query('commit')
    client.release()
  }
}

const within = (span: { from: PlainDate; until: PlainDate | null } | null, day: PlainDate) => span !== null && span.from <= day && (span.until === null || day < span.until)

/** The same figures counted person by person, in plain words. */
function recount(lives: readonly Life[], cells: readonly string[], on: PlainDate, knownDay: number | null, termFrom: PlainDate) {
  const known = lives.filter((l) => knownDay === null || l.entered <= knownDay)
  const present = known.filter((l) => factsOf(l).placed.some((p) => within(p, on) && cells.includes(p.cell)))
  const sexOf = (l: Life) => (l.correctedTo && (knownDay === null || CORRECTED_AT <= knownDay) ? l.correctedTo : l.sex)
  return {
    members: present.length, probationary: present.filter((l) => within(factsOf(l).probation, on)).length,
    women: present.filter((l) => sexOf(l) === 'female').length, ethnicMinority: present.filter((l) => l.ethnicity !== null && l.ethnicity !== 'Kinh').length,
    admittedInTerm: known.filter((l) => { const { decidedOn, placed } = factsOf(l); return cells.includes(placed[0]!.cell) && decidedOn >= termFrom && decidedOn <= on }).length,
  }
}

it('figures and names equal a plain recount over random histories, on any day, as known at any moment', async () => {
  const own = await openHouse({ today: TODAY })
  const outer = house
  house = own
  try {
    for (const table of ['placement', 'status', 'membership']) await own.owner.query(`update members.${table} set superseded_at = '1990-01-01'`)
    await own.owner.query(`update organisations.committee set recorded_at = '2015-01-01'`)
    const placeOf = (name: string) => own.ground.places[name as keyof typeof own.ground.places]
    const cells = { district: ['cellA1', 'cellA2', 'cellA3', 'cellB1', 'cellB2', 'cellH1'], communeA: ['cellA1', 'cellA2', 'cellA3'], cellB1: ['cellB1'] } as const
    const lives: Life[] = []
    await fc.assert(fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 6 }), fc.array(fc.record({ day: fc.nat(2600), known: fc.option(fc.nat(300)), place: fc.constantFrom('district', 'communeA', 'cellB1') }), { minLength: 3, maxLength: 3 }), async (born, questions) => {
      // Histories pile up in one database, so that later questions are asked of many lives.
      for (const l of born) await write(l, placeOf)
      lives.push(...born)
      for (const q of questions) {
        const on = addDays(FIRST, q.day)
        const asked = { organisationId: placeOf(q.place), asOf: on, ...(q.known === null ? {} : { knownAt: moment(q.known) }) }
        const figures = await statistics('leader').findFigures(asked)
        const expected = recount(lives, cells[q.place as keyof typeof cells], on, q.known, plainDate('2015-08-01'))
        // Outside 2015–2020 no committee is known, so nothing is counted for a term.
        expect(figures).toMatchObject(on >= '2015-08-01' ? { ...expected, termStart: '2015-08-01' } : { ...expected, admittedInTerm: null, termStart: null })
        for (const measure of ['members', 'probationary', 'women', 'ethnicMinority'] as const) {
          const names = await statistics('leader').listNames({ ...asked, measure, size: 200 })
          expect([names.total, names.rows.length, names.outsideReach]).toEqual([figures[measure], Math.min(200, figures[measure]), 0])
        }
        if (figures.admittedInTerm !== null) {
          const names = await statistics('leader').listNames({ ...asked, measure: 'admitted', size: 200 })
          expect([names.total, names.rows.length]).toEqual([figures.admittedInTerm, figures.admittedInTerm])
          expect(names.rows.every((row) => row.decidedOn! >= '2015-08-01' && row.decidedOn! <= on)).toBe(true)
        }
      }
    }), { numRuns: 12 })
    // Parts add up to the whole.
    const of = async (place: string) => (await statistics('leader').findFigures({ organisationId: placeOf(place) }))
    const parts = await Promise.all(['communeA', 'communeB', 'hospital'].map(of))
    const whole = await of('district')
    for (const measure of ['members', 'probationary', 'women', 'ethnicMinority', 'admittedInTerm', 'cells'] as const) expect(parts.reduce((sum, part) => sum + part[measure]!, 0)).toBe(whole[measure])
  } finally {
    house = outer
    await own.close()
  }
}, 240_000)

describe('names behind a number', () => {
  it('tell how many have left the reader\'s part since', async () => {
    const [person] = house.ground.members.cellB2
    await insert(`update members.placement set valid_during = '[2000-03-15,2018-09-01)' where person_id = $1`, [person])
    await insert(`insert into members.placement (id, person_id, cell_id, valid_during) values ($1,$2,$3,'[2018-09-01,)')`, [newId(), person, house.ground.places.cellA1])
    await insert('update members.person set keeper_id = $2 where id = $1', [person, house.ground.places.cellA1])
    const before = await statistics('grassrootsB').listNames({ measure: 'members', asOf: '2018-08-31' })
    expect([before.total, before.rows.length, before.outsideReach]).toEqual([18, 17, 1])
    expect((await statistics('grassrootsB').listNames({ measure: 'members' })).total).toBe(17)
    expect(await statistics().listNames({ measure: 'members', asOf: '2018-08-31', organisation: '02.034.017', size: 1, page: 18 })).toMatchObject({ total: 18, outsideReach: 0 })
  })
  it('of admissions carry the decision and when it was entered, and need a term or days', async () => {
    const names = await statistics().listNames({ measure: 'admitted', from: '2000-01-01', until: '2000-12-31', size: 2 })
    expect(names).toMatchObject({ total: 54, from: '2000-01-01', until: '2000-12-31', rows: [{ decidedOn: '2000-03-01', cellName: expect.any(String), aboveName: expect.any(String) }, {}] })
    await insert('update organisations.committee set superseded_at = now() where organisation_id = $1', [house.ground.places.cellH1])
    await insert('update sources_and_targets.target set superseded_at = now()', [])
    expect(await refusalOf(statistics('secretaryH1').listNames({ measure: 'admitted' }))).toMatchObject({ codes: ['statistics.termUnknown'] })
    await insert('update sources_and_targets.target set superseded_at = null', [])
  })
  it('stay within one\'s part', async () => {
    expect(await refusalOf(statistics('grassrootsA').listNames({ measure: 'members', organisation: '02.034.017' }))).toMatchObject({ kind: 'notFound' })
    expect(await refusalOf(statistics('memberA1').listNames({ measure: 'members' }))).toMatchObject({ kind: 'notAllowed' })
  })
})

it('the dashboard says how far, where it sticks, and where the sources are', async () => {
  const { district, communeA, communeB, cellA1, cellA2 } = house.ground.places
  await house.as('officer').sourcesAndTargets.assignTargets({ organisationId: district, period: { kind: 'term' }, basis: 'QĐ', rows: [{ organisationId: communeA, value: 30 }, { organisationId: communeB, value: 20 }] })
  for (const [cell, day] of [[cellA1, '2016-05-05'], [cellA1, '2017-11-01'], [cellA2, '2018-03-01']] as const) {
    const id = newId()
    await insert(`insert into members.person (id, full_name, sort_key, keeper_id) values ($1,'Người Mới','x',$2)`, [id, cell])
    await insert('insert into members.membership (id, person_id, decided_on) values ($1,$2,$3)', [newId(), id, day])
    await insert('insert into members.placement (id, person_id, cell_id, valid_during) values ($1,$2,$3, daterange($4,null))', [newId(), id, cell, day])
    await insert(`insert into members.status (id, person_id, status, valid_during) values ($1,$2,'probationary', daterange($3,null))`, [newId(), id, day])
  }
  const { id } = await house.as('secretaryA1').sourcesAndTargets.addProspect({ cellId: cellA1, person: { fullName: 'Nông Thị Sao', sex: 'female', bornOn: '1996' }, unionCode: 'CCB', openedOn: '2018-01-01' })
  const page = await statistics().findDashboard({})
  expect(page).toMatchObject({
    asOf: TODAY, term: { from: '2015-08-01', name: 'Nhiệm kỳ hiện tại' },
    admissions: {
      target: 60, admitted: 3, pace: { elapsedMonths: 38, totalMonths: 56, expected: 41, behind: 38 },
      byYear: [{ year: 2015, admitted: 0 }, { year: 2016, admitted: 1 }, { year: 2017, admitted: 1 }, { year: 2018, admitted: 1 }],
      remaining: { people: 57, months: 18 }, lastTwelveMonths: { admitted: 2 },
    },
    members: { members: 57, probationary: 3, cells: 6, grassrootsOrganisations: 3 },
    furthestBehind: [{ shortName: 'xã Quang Minh', target: 30, admitted: 3, behind: 17 }, { shortName: 'xã Liên Hiệp', target: 20, admitted: 0, behind: 14 }], organisationsWithTarget: 2,
    cells: { over24: 4, twoTerms: 4, twoTermsMonths: 60, followingNobody: 5, followed: 1, classDone: 0 },
    massOrganisations: [{ code: 'CCB', total: 100, nonMembers: 73, followed: 1 }],
  })
  // The quarters of the person followed have no remark: the cell is late.
  expect(page.late!.byLevel.find(({ level }) => level === 'cell')!.late).toBeGreaterThan(0)
  await house.as('secretaryA1').sourcesAndTargets.closeProspect({ id, on: TODAY, reason: 'unsuitable', version: 1 })
  expect(await statistics().findDashboard({ asOf: '2017-12-31' })).toMatchObject({ late: null, admissions: { admitted: 2 }, cells: { followed: 0 } })
  for (const name of ['officer', 'inspector', 'grassrootsA'] as const) expect((await statistics(name).findDashboard({})).asOf).toBe(TODAY)
  // A committee elected at another time is measured over the days for which its target was set.
  await insert(`update organisations.committee set term = daterange('2016-01-01', upper(term)), term_name = 'Nhiệm kỳ 2016–2020' where organisation_id = $1 and superseded_at is null`, [communeA])
  expect(await statistics('grassrootsA').findDashboard({})).toMatchObject({ term: { from: '2015-08-01', name: null }, admissions: { target: 30, admitted: 3, pace: { behind: 17 } } })
})
