import type { Pool } from 'pg'
import { addDays, addMonths, nameSortKey, newId, type PlainDate } from '../../src/kernel/index.ts'
import { hashSecret } from '../../src/platform/http/index.ts'

/**
 * The ground most tests stand on: a district with two communes and an authorised office.
 *
 *   district ─ communeA ─ cellA1, cellA2, cellA3
 *            ├ communeB ─ cellB1, cellB2
 *            └ hospital ─ cellH1          (its committee may decide on admission itself)
 *
 * Every cell has nine full members and a secretary; committees run from 2015. Accounts are named after what they are.
 */
export type Ground = Awaited<ReturnType<typeof layGround>>

const TREE = {
  district: { name: 'Đảng bộ huyện Bắc Quang', short: 'huyện Bắc Quang', type: 'DB_HUYEN', code: '02.034', parent: undefined },
  communeA: { name: 'Đảng bộ xã Quang Minh', short: 'xã Quang Minh', type: 'DB_CO_SO', code: '02.034.013', parent: 'district' },
  cellA1: { name: 'Chi bộ Thôn Khun Luông', short: 'Thôn Khun Luông', type: 'CHI_BO', code: '02.034.013.000.001', parent: 'communeA' },
  cellA2: { name: 'Chi bộ Thôn Đồng Bó', short: 'Thôn Đồng Bó', type: 'CHI_BO', code: '02.034.013.000.002', parent: 'communeA' },
  cellA3: { name: 'Chi bộ Trường Mầm non', short: 'Trường Mầm non', type: 'CHI_BO', code: '02.034.013.000.003', parent: 'communeA' },
  communeB: { name: 'Đảng bộ xã Liên Hiệp', short: 'xã Liên Hiệp', type: 'DB_CO_SO', code: '02.034.017', parent: 'district' },
  cellB1: { name: 'Chi bộ Thôn Đồng Chang', short: 'Thôn Đồng Chang', type: 'CHI_BO', code: '02.034.017.000.001', parent: 'communeB' },
  cellB2: { name: 'Chi bộ Thôn Nà Lý', short: 'Thôn Nà Lý', type: 'CHI_BO', code: '02.034.017.000.002', parent: 'communeB' },
  hospital: { name: 'Đảng bộ Bệnh viện Đa khoa huyện', short: 'Bệnh viện Đa khoa huyện', type: 'DB_CO_SO', code: '02.034.030', parent: 'district' },
  cellH1: { name: 'Chi bộ Khoa Nội', short: 'Khoa Nội', type: 'CHI_BO', code: '02.034.030.000.001', parent: 'hospital' },
} as const

export type Place = keyof typeof TREE

const ACCOUNTS = {
  officer: ['superiorOfficer', 'district'], leader: ['leader', 'district'], inspector: ['inspector', 'district'], administrator: ['administrator', 'district'],
  grassrootsA: ['grassrootsOfficer', 'communeA'], grassrootsB: ['grassrootsOfficer', 'communeB'], grassrootsH: ['grassrootsOfficer', 'hospital'],
  secretaryA1: ['cellSecretary', 'cellA1'], secretaryA2: ['cellSecretary', 'cellA2'], secretaryB1: ['cellSecretary', 'cellB1'], secretaryH1: ['cellSecretary', 'cellH1'],
  memberA1: ['member', 'cellA1'], withoutRole: [undefined, undefined],
} as const

export type AccountName = keyof typeof ACCOUNTS

const FAMILIES = ['Hoàng', 'Nông', 'Lý', 'Bàn', 'Ma', 'Đặng', 'Triệu', 'Phàn', 'Vàng']
const GIVEN = ['Văn Páo', 'Thị Nhung', 'Văn Cường', 'Thị Mùi', 'Văn Tuyển', 'Thị Slao', 'Văn Thành', 'Thị Sim', 'Văn Quyết']

/** Lays the tree, committees, members and accounts by SQL, as of the day `today`. */
export async function layGround(owner: Pool, today: PlainDate) {
  const since = '2010-01-01'
  const places = Object.fromEntries(Object.keys(TREE).map((name) => [name, newId()])) as Record<Place, string>
  const run = (text: string, values: unknown[]) => owner.query(text, values)
  for (const [name, o] of Object.entries(TREE)) {
    const id = places[name as Place]
    await run('insert into organisations.organisation (id, founded_on) values ($1, $2)', [id, since])
    await run(
      `insert into organisations.version (id, organisation_id, name, short_name, type, code, may_decide_admission, valid_during) values ($1,$2,$3,$4,$5,$6,$7, daterange($8, null))`,
      [newId(), id, o.name, o.short, o.type, o.code, name === 'hospital', since])
    await run('insert into organisations.placement (id, organisation_id, parent_id, valid_during) values ($1,$2,$3, daterange($4, null))',
      [newId(), id, o.parent ? places[o.parent as Place] : null, since])
  }
  await run('select organisations.rebuild_closure()', [])
  const termFrom = '2015-08-01' < today ? '2015-08-01' : addMonths(today, -12)
  for (const [name, o] of Object.entries(TREE)) {
    const isCell = o.type === 'CHI_BO'
    const [seats, standing] = isCell ? [3, 0] : name === 'district' ? [41, 13] : [15, 5]
    await run(`insert into organisations.committee (id, organisation_id, kind, term_name, term, elected_seats, standing_seats) values ($1,$2,$3,$4, daterange($5,$6),$7,$8)`,
      [newId(), places[name as Place], isCell ? 'cellCommittee' : 'committee', 'Nhiệm kỳ hiện tại', termFrom, addMonths(today, 18), seats, standing])
  }
  const members: Record<string, string[]> = {}
  for (const [name, o] of Object.entries(TREE)) {
    if (o.type !== 'CHI_BO') continue
    const cellId = places[name as Place]
    members[name] = []
    for (let i = 0; i < 9; i++) members[name].push(await addFullMember(owner, cellId, `${FAMILIES[i]} ${GIVEN[(i + name.length) % 9]}`, `${1960 + i * 4}-03-0${i + 1}`, i % 3 === 1 ? 'female' : 'male'))
    await run(`insert into members.post (id, person_id, organisation_id, position, held_during) values ($1,$2,$3,'BT', daterange($4, null))`, [newId(), members[name][0], cellId, termFrom])
  }
  const accounts = {} as Record<AccountName, { id: string; secret: string; holdingId: string | null }>
  for (const [name, [role, place]] of Object.entries(ACCOUNTS)) {
    const id = newId()
    const secret = `secret-of-${name}-${newId()}`
    await run('insert into access.account (id, sign_in_name, full_name) values ($1,$2,$3)', [id, name.toLowerCase(), `Người dùng ${name}`])
    const holdingId = role ? newId() : null
    if (role) await run('insert into access.role_holding (id, account_id, role, organisation_id, held_during) values ($1,$2,$3,$4, daterange($5, null))', [holdingId, id, role, places[place as Place], addDays(today, -2000)])
    await run(`insert into access.session (token_hash, account_id, holding_id, kind, expires_at) values (decode($1,'hex'), $2, $3, 'token', clock_timestamp() + interval '1 day')`, [hashSecret(secret), id, holdingId])
    accounts[name as AccountName] = { id, secret, holdingId }
  }
  await run('insert into members.account_person (account_id, person_id) values ($1, $2)', [accounts.memberA1.id, members.cellA1![3]])
  return { places, members: members as Record<'cellA1' | 'cellA2' | 'cellA3' | 'cellB1' | 'cellB2' | 'cellH1', string[]>, accounts }
}

/** A full member of a cell, admitted in 2000 and confirmed a year later, as rows. */
export async function addFullMember(owner: Pool, cellId: string, fullName: string, bornOn: string, sex: 'male' | 'female' = 'male'): Promise<string> {
  const id = newId()
  await owner.query('insert into members.person (id, full_name, sort_key, sex, born_on, ethnicity, keeper_id) values ($1,$2,$3,$4,$5,$6,$7)', [id, fullName, nameSortKey(fullName), sex, bornOn, 'Tày', cellId])
  await owner.query(`insert into members.membership (id, person_id, decided_on, ceremony_on, admitted_on, confirmed_on) values ($1,$2,'2000-03-01','2000-03-15','2000-03-15','2001-03-15')`, [newId(), id])
  await owner.query(`insert into members.status (id, person_id, status, valid_during) values ($1,$2,'probationary','[2000-03-15,2001-03-15)'), ($3,$2,'full','[2001-03-15,)')`, [newId(), id, newId()])
  await owner.query(`insert into members.placement (id, person_id, cell_id, valid_during) values ($1,$2,$3, '[2000-03-15,)')`, [newId(), id, cellId])
  return id
}
