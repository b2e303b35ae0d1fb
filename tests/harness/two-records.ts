import fc from 'fast-check'
import { nameSortKey, newId } from '../../src/kernel/index.ts'
import type { House } from './house.ts'

/** What a record made at random holds. Days are written so that everything is true on its own. */
export const recordShape = fc.record({
  fullName: fc.constantFrom('Hoàng Văn Páo', 'Hoàng Văn Báo', 'Hoang Van Pao', 'Hoàng Páo'), otherName: fc.option(fc.constantFrom('Páo', 'Hoàng A Páo')), bornOn: fc.option(fc.constantFrom('1980-05-03', '1980-03-05', '1980')),
  sex: fc.option(fc.constant('male')), identityNumber: fc.option(fc.constantFrom('002080001234', '002080001243')), phone: fc.option(fc.constantFrom('0912000111', '0912000222')), nativePlace: fc.option(fc.constantFrom('Xã Quang Minh', 'Xã Liên Hiệp')),
  member: fc.option(fc.record({ admittedOn: fc.constantFrom('2001-05-19', '2003-02-03', '2010-09-02'), confirmed: fc.boolean(), ended: fc.option(fc.constantFrom('2005-01-01', '2016-06-01')), cell: fc.constantFrom('cellA1', 'cellA2'), card: fc.option(fc.constantFrom('74.001234', '74.001235')) })),
  corrected: fc.boolean(), posts: fc.integer({ min: 0, max: 2 }), away: fc.boolean(), values: fc.uniqueArray(fc.constantFrom('alias', 'temporaryResidence', 'health', 'nativePlace'), { maxLength: 3 }), changedValue: fc.boolean(),
  entries: fc.array(fc.constantFrom('Giáo viên', 'Trưởng thôn', 'Bộ đội'), { maxLength: 3 }), followed: fc.constantFrom('not', 'open', 'closed'), file: fc.constantFrom('not', 'open', 'closed'),
  badge: fc.option(fc.constantFrom(30, 40)), ruled: fc.boolean(), transfer: fc.constantFrom('not', 'open', 'closed'),
  dossier: fc.option(fc.record({ papers: fc.integer({ min: 0, max: 3 }), lent: fc.boolean(), handed: fc.boolean(), remade: fc.boolean() })), inspected: fc.boolean(), supplement: fc.boolean(), proposal: fc.boolean(), mentors: fc.boolean(), introduces: fc.boolean(), account: fc.boolean(),
})
export type RecordShape = typeof recordShape extends fc.Arbitrary<infer T> ? T : never

type Insert = (table: string, row: Record<string, unknown>) => Promise<string>

const inserter = (house: House): Insert => async (table, given) => {
  const row = { id: newId(), ...given } as Record<string, unknown>
  if (given['id'] === null) delete row.id
  const columns = Object.keys(row)
  await house.owner.query(`insert into ${table} (${columns.join(', ')}) values (${columns.map((_c, i) => `$${i + 1}`).join(', ')})`, Object.values(row))
  return String(row.id)
}

/** Things of which both records may have a part: a handover, an inspection, a yearly supplement, somebody who is helped. */
export async function layShared(house: House) {
  const insert = inserter(house)
  const { places, members } = house.ground
  const handoverId = await insert('dossiers.handover', { from_keeper_id: places.communeA, to_name: 'Nơi khác', handed_on: '2018-08-01', handed_by: 'Giao', received_by: 'Nhận', basis: 'BB', dossiers: 2 })
  const inspectionId = await insert('dossiers.inspection', { committee_id: places.communeA, organisation_id: places.communeA, decision_number: newId().slice(0, 8), decided_on: '2018-09-01', from_day: '2018-09-10', until_day: '2018-10-30', sampling: 'chosen' })
  const campaignId = await insert('member_sheet.campaign', { organisation_id: places.cellA3, year: 1900 + Math.floor(Math.random() * 9e6), asked_on: '2018-09-15', due_on: '2018-12-15' })
  const helpedId = await insert('members.person', { full_name: 'Lò Thị Được', sort_key: nameSortKey('Lò Thị Được'), keeper_id: places.cellA1 })
  return { handoverId, inspectionId, campaignId, helpedId, contactOf: members.cellA3[4]! }
}
type Shared = Awaited<ReturnType<typeof layShared>>

async function layMembership(insert: Insert, id: string, { admittedOn, confirmed, ended, cell, card }: NonNullable<RecordShape['member']>, places: Record<string, string>) {
  const end = ended && ended > admittedOn ? ended : null
  const full = `${Number(admittedOn.slice(0, 4)) + 1}${admittedOn.slice(4)}`
  await insert('members.membership', { person_id: id, decided_on: admittedOn, admitted_on: admittedOn, confirmed_on: confirmed ? full : null, card_number: card, ended_on: end, end_kind: end ? 'resignation' : null })
  await insert('members.status', { person_id: id, status: 'probationary', valid_during: `[${admittedOn},${confirmed ? full : (end ?? '')})` })
  if (confirmed && (!end || end > full)) await insert('members.status', { person_id: id, status: 'full', valid_during: `[${full},${end ?? ''})` })
  await insert('members.placement', { person_id: id, cell_id: places[cell], valid_during: `[${admittedOn},${end ?? ''})` })
}

async function layDossier(insert: Insert, id: string, shape: NonNullable<RecordShape['dossier']>, shared: Shared, keeper: string) {
  const dossierId = await insert('dossiers.dossier', { person_id: id, keeper_id: keeper, opened_on: '2018-01-02' })
  for (let i = 0; i < shape.papers; i++) {
    const itemId = newId()
    await insert('dossiers.item', { id: itemId, thread_id: itemId, dossier_id: dossierId, document_type: 'HSĐV-1', state: 'present' })
    await insert('dossiers.scan', { item_id: itemId, content_hash: newId(), media_type: 'application/pdf', byte_size: 8, file_name: 'a.pdf' })
  }
  if (shape.lent) await insert('dossiers.loan', { dossier_id: dossierId, borrower: 'X', purpose: 'Y', lent_on: '2018-09-01', due_on: '2018-09-15', returned_on: shape.remade ? null : '2018-09-10' })
  if (shape.handed) await insert('dossiers.handover_line', { id: null, handover_id: shared.handoverId, dossier_id: dossierId, person_id: id, ordinal: 1, papers: 1, pages: 1 })
  if (shape.remade) await insert('dossiers.remaking', { dossier_id: dossierId, document_type: 'HSĐV-1', state: 'stated', stated_on: '2018-09-20', statement: 'Mất' })
}

async function layFile(insert: Insert, id: string, state: 'open' | 'closed', cellId: string, mentorId: string) {
  const caseId = await insert('admission.case_file', { kind: 'admission', person_id: id, cell_id: cellId, stage: 'fileOpen', stage_since: '2018-08-01', opened_on: '2018-08-01', ...(state === 'closed' ? { closed_on: '2018-09-01', close_reason: 'withdrawn' } : {}) })
  await insert('admission.act', { case_id: caseId, ordinal: 1, kind: 'openCase', occurred_on: '2018-08-01', to_stage: 'fileOpen' })
  await insert('admission.document', { case_id: caseId, type: 'KNĐ-1', subject_id: mentorId, received_on: '2018-08-02', state: 'toCheck' })
}

async function layTransfer(insert: Insert, id: string, state: 'open' | 'closed', places: Record<string, string>) {
  const transferId = await insert('transfers.transfer', {
    kind: 'internal', direction: 'within', stage: state === 'open' ? 'requested' : 'cancelled', stage_since: '2018-09-01', person_id: id, person_name: 'Hoàng', sort_key: 'h', from_cell_id: places.cellA1, from_name: 'A1', receiver_id: places.communeA, to_cell_id: places.cellA2, to_name: 'A2',
    reach: 'withinGrassroots', cause: 'residence', cause_on: '2018-09-01', requested_on: '2018-09-01',
  })
  await insert('transfers.step', { transfer_id: transferId, ordinal: 1, act: 'open', occurred_on: '2018-09-01', to_stage: 'requested' })
}

/** Lays one record of the shape, by SQL; answers its identifier. */
export async function layRecord(house: House, shape: RecordShape, shared: Shared): Promise<string> {
  const insert = inserter(house)
  const { places, members, accounts } = house.ground
  const home = places[shape.member?.cell ?? 'cellA1']
  const id = await insert('members.person', {
    full_name: shape.fullName, other_name: shape.otherName, sort_key: nameSortKey(shape.fullName), born_on: shape.bornOn, sex: shape.sex, identity_number: shape.identityNumber, phone: shape.phone, native_place: shape.nativePlace, keeper_id: home,
  })
  if (shape.member) await layMembership(insert, id, shape.member, places)
  for (let i = 0; i < shape.posts; i++) await insert('members.post', { person_id: id, organisation_id: home, position: 'CHI_UV', held_during: `[${2005 + i * 3}-01-01,${2007 + i * 3}-01-01)` })
  if (shape.away) await insert('members.overlay', { person_id: id, kind: 'away', valid_during: '[2018-03-01,)', since: '2018-03' })
  await insert('members.overlay', { person_id: shared.contactOf, kind: 'away', valid_during: '[2018-03-01,)', since: '2018-03', contact_id: id })
  for (const field of shape.values) await insert('member_sheet.value', { person_id: id, field, content: JSON.stringify(field === 'alias' ? 'Út' : { text: `Nơi ${field} ${shape.changedValue}` }), valid_during: shape.changedValue ? '[2010-01-01,)' : '(,)' })
  for (const work of shape.entries) await insert('member_sheet.entry', { entry_id: newId(), person_id: id, list: 'career', content: JSON.stringify({ work }) })
  if (shape.followed !== 'not') {
    const prospectId = await insert('sources_and_targets.prospect', { person_id: id, cell_id: home, opened_on: '2018-01-10', ...(shape.followed === 'closed' ? { closed_on: '2018-04-01', close_reason: 'moved' } : {}) })
    await insert('sources_and_targets.remark', { prospect_id: prospectId, quarter: '2018-Q2', written_on: '2018-06-30', text: 'Chăm chỉ' })
    await insert('sources_and_targets.awareness_certificate', { person_id: id, issued_on: '2018-03-03' })
  }
  if (shape.mentors) {
    const helped = await insert('sources_and_targets.prospect', { person_id: shared.helpedId, cell_id: places.cellA1, opened_on: '2018-01-10', closed_on: '2018-02-01', close_reason: 'moved' })
    await insert('sources_and_targets.mentor_assignment', { prospect_id: helped, mentor_id: id, assigned_during: '[2018-02-01,)' })
  }
  if (shape.file !== 'not') await layFile(insert, id, shape.file, places.cellA1, members.cellA1[1]!)
  if (shape.introduces) await insert('admission.case_file', { kind: 'admission', person_id: shared.helpedId, cell_id: places.cellA1, stage: 'fileOpen', stage_since: '2018-08-01', opened_on: '2018-08-01', closed_on: '2018-09-01', mentor_id: id, circumstances: JSON.stringify({ sponsors: [{ personId: id }] }) })
  if (shape.badge) await insert('lifecycle.badge', { person_id: id, years: shape.badge, award_on: '2018-02-03', ground: 'takenOver', state: 'awarded' })
  if (shape.ruled) await insert('members.party_age_ruling', { person_id: id, kind: 'interruption', valid_during: '[2006-01-01,2007-01-01)', reason: 'Mất liên lạc', decision_number: '1', decided_on: '2008-01-01' })
  if (shape.transfer !== 'not') await layTransfer(insert, id, shape.transfer, places)
  if (shape.dossier) await layDossier(insert, id, shape.dossier, shared, places.communeA)
  if (shape.inspected) {
    await insert('dossiers.inspection_dossier', { id: null, inspection_id: shared.inspectionId, person_id: id, examined_on: '2018-09-11' })
    await insert('dossiers.finding', { inspection_id: shared.inspectionId, person_id: id, kind: 'missing', note: 'Thiếu', guidance: 'Bổ sung', mend_by: '2018-12-01' })
  }
  if (shape.supplement) await insert('member_sheet.supplement', { campaign_id: shared.campaignId, person_id: id, state: 'asked' })
  if (shape.proposal) await insert('member_sheet.proposal', { person_id: id, organisation_id: places.communeA, proposed_on: '2018-10-01', kind: 'correction', reason: 'Nhập nhầm', paper: 'Lý lịch', changes: '[]' })
  if (shape.account) {
    const accountId = await insert('access.account', { sign_in_name: newId(), full_name: 'Người dùng' })
    await insert('members.account_person', { id: null, account_id: accountId, person_id: id })
  }
  if (shape.corrected) {
    await house.owner.query(`update members.person set occupation = 'Nông dân' where id = $1`, [id])
    await insert('members.correction', { person_id: id, former_version: 1, fields: ['occupation'], reason: 'Bổ sung', paper: 'Lý lịch', corrected_by: accounts.officer.id })
  }
  return id
}

/** Every row of every table but the trail, the former states of rows (only ever added to), the notes on likeness, and what serves the running of the program; derived rows in order of content. */
export async function everyRow(house: House): Promise<Record<string, string[]>> {
  const tables = await house.rows<{ t: string }>(`select t.oid::regclass::text as t from pg_class t join pg_namespace n on n.oid = t.relnamespace
    where t.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'audit', 'duplicates', 'platform', 'graphile_worker') and t.oid::regclass::text not in ('access.session', 'statistics.touched') and t.relname !~ '_former$' order by 1`)
  const rows: Record<string, string[]> = {}
  for (const { t } of tables) rows[t] = (await house.rows<{ r: string }>(`select to_jsonb(t)::text as r from ${t} t order by 1`)).map(({ r }) => r)
  return rows
}
