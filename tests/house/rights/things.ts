import { nameSortKey, newId, plainDate } from '../../../src/kernel/index.ts'
import { cellVote } from '../../../src/regulations/index.ts'
import { hashSecret } from '../../../src/platform/http/index.ts'
import { addFullMember } from '../../harness/ground.ts'
import type { House } from '../../harness/house.ts'

/** Where a thing lies, seen from the cell A1 of the commune A, at which the roles are held. */
export const places = { ownCell: 'cellA1', otherCell: 'cellA2', otherCommune: 'cellB1' } as const
export type PlaceName = keyof typeof places
type Cell = (typeof places)[PlaceName]

/** One of everything that an operation can be asked about, all belonging to one cell. */
export type Things = Awaited<ReturnType<typeof layThings>>

/** An empty page, which can be drawn. */
const PDF_OF_A_PAGE = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 60 80] /Resources << >> >> endobj
trailer << /Root 1 0 R /Size 4 >>
%%EOF`

type Insert = (table: string, row: Record<string, unknown>) => Promise<string>

const inserter = (house: House): Insert => async (table, row) => {
  const withId = { id: newId(), ...row } as Record<string, unknown>
  if (row.id === null) delete withId.id
  const columns = Object.keys(withId)
  await house.owner.query(`insert into ${table} (${columns.join(', ')}) values (${columns.map((_c, i) => `$${i + 1}`).join(', ')})`, Object.values(withId))
  return String(withId.id)
}

const person = (insert: Insert, cellId: string, fullName: string, about: Record<string, unknown> = {}) =>
  insert('members.person', { full_name: fullName, sort_key: nameSortKey(fullName), sex: 'female', born_on: '1992-04-05', ethnicity: 'Tày', keeper_id: cellId, ...about })

async function layProbationer(insert: Insert, cellId: string, fullName: string): Promise<string> {
  const id = await person(insert, cellId, fullName)
  await insert('members.membership', { person_id: id, decided_on: '2017-08-20', ceremony_on: '2017-09-02', admitted_on: '2017-09-02' })
  await insert('members.status', { person_id: id, status: 'probationary', valid_during: '[2017-09-02,)' })
  await insert('members.placement', { person_id: id, cell_id: cellId, valid_during: '[2017-09-02,)' })
  return id
}

async function layCase(insert: Insert, given: { cellId: string; personId: string; mentorId: string; accountId: string; scanHash: string }) {
  const { cellId, personId, mentorId, accountId } = given
  const caseId = await insert('admission.case_file', {
    kind: 'admission', person_id: personId, cell_id: cellId, stage: 'fileOpen', stage_since: '2018-08-01', opened_on: '2018-08-01', mentor_id: mentorId, mentor_since: '2018-08-01',
    circumstances: JSON.stringify({ sponsors: [{ personId: mentorId }] }),
  })
  await insert('admission.act', { case_id: caseId, ordinal: 1, kind: 'openCase', occurred_on: '2018-08-01', to_stage: 'fileOpen', acted_by: accountId })
  const documentId = await insert('admission.document', { case_id: caseId, type: 'KNĐ-1', subject_id: mentorId, received_on: '2018-08-02', dated_on: '2018-08-01', state: 'toCheck' })
  const scanId = await insert('admission.scan', { document_id: documentId, content_hash: given.scanHash, media_type: 'application/pdf', byte_size: 8, file_name: 'don.pdf' })
  const verificationId = await insert('admission.verification', { case_id: caseId, about: 'father', place: 'xã Quang Minh', asked_on: '2018-08-10' })
  await insert('admission.vote', { case_id: caseId, level: 'cell', question: 'admit', held_on: '2018-09-01', roll: 9, denominator: 9, required: 6, present: 9, in_favour: 9, against: 0, invalid: 0, outcome: 'carried', rule: JSON.stringify(cellVote.usedOn(plainDate('2018-09-01'), [])) })
  const returnId = await insert('admission.return', { case_id: caseId, returned_on: '2018-09-10', from_level: 'grassrootsCommittee', to_level: 'cell', due_on: '2018-09-30', resent_on: '2018-09-20' })
  await insert('admission.return_reason', { return_id: returnId, document_type: 'KNĐ-1', what: 'Thiếu chữ ký', todo: 'Ký lại', kind: 'unsigned' })
  await insert('admission.mentor_remark', { case_id: caseId, written_on: '2018-09-01', text: 'Tiến bộ' })
  return { caseId, documentId, scanId, verificationId, returnId }
}

async function layProspect(insert: Insert, given: { cellId: string; personId: string; mentorId: string; accountId: string }): Promise<string> {
  const prospectId = await insert('sources_and_targets.prospect', { person_id: given.personId, cell_id: given.cellId, opened_on: '2018-01-10', union_code: 'DTN' })
  await insert('sources_and_targets.prospect_move', { prospect_id: prospectId, from_cell_id: given.cellId, moved_on: '2018-03-01' })
  await insert('sources_and_targets.mentor_assignment', { prospect_id: prospectId, mentor_id: given.mentorId, assigned_during: '[2018-02-01,)' })
  await insert('sources_and_targets.remark', { prospect_id: prospectId, quarter: '2018-Q2', written_on: '2018-06-30', text: 'Chăm chỉ', written_by: given.accountId })
  await insert('sources_and_targets.awareness_certificate', { person_id: given.personId, issued_on: '2018-03-03' })
  return prospectId
}

async function layImport(insert: Insert, given: { cellId: string; personId: string; accountId: string; contentHash: string }): Promise<string> {
  const counts = { new: 0, changed: 1, same: 0, doubtful: 0, faulty: 0, onlyHere: 0 }
  const preview = { outcome: 'import', layout: null, asOf: null, organisation: null, sheets: [], dataRows: 1, cleanRows: 1, counts, skipped: [], findings: [] }
  const importId = await insert('import_export.import', {
    file_name: 'danh-sach.xlsx', content_hash: given.contentHash, organisation_id: given.cellId, state: 'toSettle', started_by: given.accountId, started_on: '2018-10-01', preview: JSON.stringify(preview),
  })
  await insert('import_export.import_row', { id: null, import_id: importId, sheet: 'DS', row: 7, outcome: 'changed', person_id: given.personId, fields: JSON.stringify({ personVersion: 1 }), changes: JSON.stringify([{ field: 'phone', old: null, new: '0912' }]) })
  await insert('import_export.heading_map', { id: null, organisation_id: given.cellId, heading: 'Họ tên', field: 'fullName' })
  await insert('import_export.organisation_answer', { id: null, organisation_id: given.cellId, written_name: 'thôn', cell_id: given.cellId })
  return importId
}

async function laySheet(insert: Insert, given: { cellId: string; communeId: string; personId: string; accountId: string; scanHash: string; cell: Cell }) {
  const { personId, accountId } = given
  await insert('member_sheet.value', { person_id: personId, field: 'temporaryResidence', content: JSON.stringify({ text: `Nhà Của ${given.cell}` }), valid_during: '(,)', recorded_by: accountId })
  await insert('member_sheet.entry', { entry_id: newId(), person_id: personId, list: 'career', content: JSON.stringify({ work: `Việc Của ${given.cell}` }), recorded_by: accountId })
  const proposalId = await insert('member_sheet.proposal', {
    person_id: personId, organisation_id: given.communeId, proposed_by: accountId, proposed_on: '2018-10-01', kind: 'correction', reason: 'Nhập nhầm', paper: 'Lý lịch',
    changes: JSON.stringify([{ field: 'alias', before: null, after: `Bí danh Của ${given.cell}` }]),
  })
  const photoId = await insert('member_sheet.photo', { proposal_id: proposalId, content_hash: given.scanHash, media_type: 'application/pdf', byte_size: 8, file_name: `anh-${given.cell}.pdf`, kept_by: accountId })
  const campaignId = await insert('member_sheet.campaign', { organisation_id: given.cellId, year: 2018, asked_on: '2018-09-15', due_on: '2018-12-15', opened_by: accountId })
  const supplementId = await insert('member_sheet.supplement', { campaign_id: campaignId, person_id: personId, state: 'checked' })
  return { proposalId, photoId, campaignId, supplementId }
}

async function layDossier(insert: Insert, given: { cellId: string; personId: string; accountId: string; scanHash: string }) {
  const { cellId, personId, accountId } = given
  const dossierId = await insert('dossiers.dossier', { person_id: personId, keeper_id: cellId, cabinet: 'Tủ 1', opened_on: '2018-01-02', recorded_by: accountId })
  const itemId = newId()
  await insert('dossiers.item', { id: itemId, thread_id: itemId, dossier_id: dossierId, document_type: 'HSĐV-1', state: 'lost', recorded_by: accountId })
  const dossierScanId = await insert('dossiers.scan', { item_id: itemId, content_hash: given.scanHash, media_type: 'application/pdf', byte_size: 8, file_name: 'ly-lich.pdf' })
  const loanId = await insert('dossiers.loan', { dossier_id: dossierId, item_id: itemId, borrower: 'Ban Tổ chức', purpose: 'Thẩm tra', lent_on: '2018-09-01', due_on: '2018-09-15' })
  const handoverId = await insert('dossiers.handover', { from_keeper_id: cellId, to_name: 'Nơi khác', handed_on: '2018-08-01', handed_by: 'Người giao', received_by: 'Người nhận', basis: 'Biên bản', dossiers: 1 })
  await insert('dossiers.handover_line', { id: null, handover_id: handoverId, dossier_id: dossierId, person_id: personId, ordinal: 1, papers: 1, pages: 1 })
  const remakingId = await insert('dossiers.remaking', { dossier_id: dossierId, item_id: itemId, document_type: 'HSĐV-1', state: 'stated', stated_on: '2018-09-20', statement: 'Mất khi chuyển nhà' })
  const inspectionId = await insert('dossiers.inspection', {
    committee_id: cellId, organisation_id: cellId, decision_number: '10-QĐ/UBKT', decided_on: '2018-09-01', from_day: '2018-09-10', until_day: '2018-10-30', sampling: 'chosen', recorded_by: accountId,
  })
  await insert('dossiers.inspection_dossier', { id: null, inspection_id: inspectionId, person_id: personId, examined_on: '2018-09-11' })
  const findingId = await insert('dossiers.finding', { inspection_id: inspectionId, person_id: personId, kind: 'missing', note: 'Thiếu', guidance: 'Bổ sung', mend_by: '2018-12-01' })
  return { dossierId, itemId, dossierScanId, loanId, handoverId, remakingId, inspectionId, findingId }
}

async function layBadge(insert: Insert, given: { personId: string; otherId: string; accountId: string; cell: Cell }) {
  const proposed = { person_id: given.otherId, years: 30, award_on: '2018-11-07', ground: 'reached', state: 'proposed', reached_on: '2018-10-20', reason: `Huy hiệu Của ${given.cell}`, recorded_by: given.accountId }
  const badgeId = await insert('lifecycle.badge', proposed)
  const awardedId = await insert('lifecycle.badge', { ...proposed, years: 40, state: 'awarded', ground: 'takenOver' })
  const rulingId = await insert('members.party_age_ruling', {
    person_id: given.personId, kind: 'interruption', valid_during: '[2015-01-01,2015-06-01)', reason: `Mất liên lạc Của ${given.cell}`, decision_number: '9-QĐ', decided_on: '2016-01-01', recorded_by: given.accountId,
  })
  return { badgeId, awardedId, rulingId }
}

/** A warning, a suspension, and an exemption, each of a member of its own. */
async function layMeasures(insert: Insert, given: { disciplinedId: string; suspendedId: string; exemptId: string; accountId: string; cell: Cell }) {
  const { accountId, cell } = given
  const rule = JSON.stringify({})
  const disciplineId = await insert('lifecycle.discipline', {
    person_id: given.disciplinedId, measure: 'warning', authority: 'cell', ground: `Vi phạm Của ${cell}`, decision_number: '4-QĐ', decided_on: '2018-09-20', issued_by: 'Chi bộ', effective_on: '2018-09-20', effect_until: '2019-09-20',
    received_on: '2018-09-20', complaint_due_on: '2018-10-20', rule, recorded_by: accountId,
  })
  const suspensionId = await insert('lifecycle.suspension', {
    person_id: given.suspendedId, ground: 'inquiry', reason: `Xem xét Của ${cell}`, decision_number: '5-QĐ', decided_on: '2018-09-01', issued_by: 'Đảng ủy', from_day: '2018-09-01', last_day: '2018-12-01', rule, former_status: 'full', recorded_by: accountId,
  })
  const exemptionId = await insert('lifecycle.exemption', { person_id: given.exemptId, ground: 'oldAge', note: `Già Của ${cell}`, resolution: '2-NQ', decided_on: '2018-03-01', from_day: '2018-03-01', rule, former_status: 'full', recorded_by: accountId })
  return { disciplineId, suspensionId, exemptionId }
}

/** A conference of the cell that is not concluded yet, with one of everything. */
async function layConference(insert: Insert, given: { cellId: string; accountId: string; cell: Cell }) {
  const { cellId, accountId, cell } = given
  const conferenceId = await insert('conferences.conference', { organisation_id: cellId, title: `Hội nghị Của ${cell}`, held_on: '2018-08-15', as_of: '2018-08-01', known_at: '2018-10-01T00:00:00Z', recorded_by: accountId })
  const within = { conference_id: conferenceId, organisation_id: cellId }
  await insert('conferences.figure', { ...within, about_id: cellId, measure: 'members', value: 9 })
  await insert('conferences.finding', { ...within, kind: 'experience', about_id: cellId, text: `Kinh nghiệm Của ${cell}` })
  const solutionId = await insert('conferences.solution', { ...within, text: `Giải pháp Của ${cell}`, owner_id: cellId, owner_role: 'cellSecretary', due_on: '2018-10-01', measure: 'followed', measured_at: cellId, value_then: 0, wanted: 40 })
  await insert('conferences.follow_up', { solution_id: solutionId, followed_on: '2018-09-01', value: 0, note: `Lý do Của ${cell}`, due_on: '2018-10-01' })
  return { conferenceId, solutionId }
}

/** A card that is proposed, one in hand that was reported lost, a range of numbers; a case of striking off that goes on, and one that was decided. */
async function layEndings(insert: Insert, given: { cellId: string; personId: string; otherId: string; accountId: string; cell: Cell }) {
  const { cellId, personId, otherId, accountId, cell } = given
  const first = { ownCell: 2030000, otherCell: 2031000, otherCommune: 2032000 }[Object.entries(places).find(([, at]) => at === cell)![0] as PlaceName]
  const numbers = `[${first},${first + 100})`
  const rangeId = await insert('cards.number_range', { organisation_id: cellId, digits: 8, given: numbers, numbers, basis: 'Quyết định 1', given_on: '2018-01-05', recorded_by: accountId })
  const cardId = await insert('cards.card', { person_id: personId, kind: 'first', state: 'proposed', note: `Thẻ Của ${cell}`, proposed_on: '2018-08-01', recorded_by: accountId })
  const heldCardId = await insert('cards.card', { person_id: otherId, kind: 'takenOver', state: 'held', number: `0${first + 50}`, recorded_by: accountId })
  for (const [id, act, state] of [[cardId, 'propose', 'proposed'], [heldCardId, 'takeOver', 'held']]) await insert('cards.step', { card_id: id, ordinal: 1, act, occurred_on: '2018-08-01', to_state: state, recorded_by: accountId })
  await insert('members.card_number', { person_id: otherId, number: `0${first + 50}`, valid_during: '[2018-01-01,)' })
  const lossId = await insert('cards.loss', { card_id: heldCardId, lost_on: '2018-09-01', reported_on: '2018-09-02', circumstances: `Rơi Của ${cell}`, recorded_by: accountId })
  const ending = { person_id: personId, cell_id: cellId, kind: 'strikeOff', ground: 'inactive', since_day: '2018-01-01', reason: `Bỏ sinh hoạt Của ${cell}`, stage: 'opened', stage_since: '2018-06-01', opened_on: '2018-06-01', recorded_by: accountId }
  const endingId = await insert('lifecycle.ending', ending)
  const endedId = await insert('lifecycle.ending', { ...ending, stage: 'ended', decision_number: '1-QĐ', decided_on: '2018-09-01', issued_by: 'Huyện ủy', ended_on: '2018-09-01', received_on: '2018-09-20', complaint_due_on: '2018-10-20' })
  for (const [id, act, stage] of [[endingId, 'open', 'opened'], [endedId, 'decide', 'ended']]) await insert('lifecycle.ending_step', { ending_id: id, ordinal: 1, act, occurred_on: '2018-06-01', to_stage: stage, recorded_by: accountId })
  return { rangeId, cardId, heldCardId, lossId, endingId, endedId }
}

/** A transfer whose both sides lie in the cell: presented, with its letter and steps. The one who asked stays free for an opening. */
async function layTransfer(insert: Insert, given: { cellId: string; personId: string; accountId: string; cell: Cell }) {
  const { cellId, personId, accountId, cell } = given
  const jointDecisionId = await insert('transfers.joint_decision', { number: `1-QĐ/${cell}`, decided_on: '2018-07-01', effective_on: '2018-07-10', organisation_id: cellId, to_cell_id: cellId, reason: 'Sắp xếp' })
  const transferId = await insert('transfers.transfer', {
    kind: 'official', direction: 'within', stage: 'presented', stage_since: '2018-09-20', person_id: personId, person_name: `Người Chuyển Của ${cell}`, sort_key: 'x', from_cell_id: cellId, from_name: `Nơi đi Của ${cell}`,
    receiver_id: cellId, to_cell_id: cellId, to_name: `Nơi đến Của ${cell}`, reach: 'withinSuperior', cause: 'work', cause_on: '2018-08-01', requested_on: '2018-08-06', letter_on: '2018-09-01', joint_decision_id: jointDecisionId,
  })
  await insert('transfers.letter', { transfer_id: transferId, ordinal: 1, number: `3-GT/${cell}`, issued_on: '2018-09-01', issuer_id: cellId, issuer_name: 'Đảng ủy', document_type: 'DM-54', present_by: '2018-10-15', recorded_by: accountId })
  await insert('transfers.step', { transfer_id: transferId, ordinal: 1, act: 'open', occurred_on: '2018-08-06', to_stage: 'requested', acted_by: accountId })
  return { transferId, jointDecisionId }
}

async function layPlans(insert: Insert, given: { cellId: string; personId: string; accountId: string; cell: Cell }) {
  const { cellId, personId, accountId } = given
  const planId = await insert('reorganisation.plan', { organisation_id: cellId, title: `Phương án Của ${given.cell}`, effective_on: '2018-12-01', prepared_by: accountId })
  const actPlanId = await insert('reorganisation.plan', {
    organisation_id: cellId, title: `Quyết định Của ${given.cell}`, effective_on: '2018-06-01', state: 'inForce', decision_number: '5-QĐ/HU', decided_on: '2018-05-20', issued_by: 'Huyện ủy', in_force_at: '2018-06-01T02:00:00Z', prepared_by: accountId,
  })
  for (const plan_id of [planId, actPlanId]) await insert('reorganisation.plan_content', { id: null, plan_id, version: 1, content: '{}', saved_by: accountId })
  const side = JSON.stringify({ name: `Tổ chức Của ${given.cell}`, type: 'CHI_BO', code: null, parent: null, members: 9, full: 9, cells: 1 })
  await insert('reorganisation.outcome', { id: null, plan_id: actPlanId, organisation_id: cellId, fate: 'changed', ordinal: 1, before: side, after: side })
  await insert('reorganisation.carried', { id: null, plan_id: actPlanId, kind: 'member', subject_id: personId, person_id: personId, from_id: cellId, to_id: cellId })
  return { planId, actPlanId }
}

/** A list of one member that is out, marked on the screen, with a workbook that was read and a difference; the next one is signed by the grassroots. */
async function layReconciliation(insert: Insert, given: { cellId: string; personId: string; accountId: string; cell: Cell; contentHash: string }) {
  const { cellId, personId, accountId, cell } = given
  const roundId = await insert('reconciling.round', { organisation_id: cellId, as_of: '2018-09-30', due_on: '2018-12-01', opened_on: '2018-10-01', note: `Đợt Của ${cell}`, opened_by: accountId })
  const own = { organisation_id: cellId, place_id: cellId }
  const named = { full_name: `Người Đối Chiếu Của ${cell}`, born_on: '1970' }
  const lay = async (asOf: string) => {
    const id = await insert('reconciling.reconciliation', { round_id: roundId, organisation_id: cellId, organisation: `Tổ chức Của ${cell}`, as_of: asOf, due_on: '2018-12-01', opened_on: '2018-10-01', ours: 1, recorded_by: accountId })
    await insert('reconciling.entry', { id: null, reconciliation_id: id, ...own, ...named, person_id: personId, ordinal: 1, sort_key: 'x', status: 'full', cell_name: `Chi bộ Của ${cell}` })
    return id
  }
  const reconciliationId = await lay('2018-09-30')
  const statementId = await insert('reconciling.statement', { reconciliation_id: reconciliationId, ...own, ...named, person_id: personId, sort_key: 'x', mark: 'surplus', note: `Thừa Của ${cell}`, source: 'screen', stated_on: '2018-10-02', stated_by: accountId })
  const differenceId = await insert('reconciling.difference', { reconciliation_id: reconciliationId, ...own, ...named, statement_id: statementId, person_id: personId, kind: 'surplus', sort_key: 'x', owner: 'cell', due_on: '2018-12-01' })
  const markedReturnId = await insert('reconciling.return', { reconciliation_id: reconciliationId, ...own, file_name: `doi-chieu-Của ${cell}.xlsx`, content_hash: given.contentHash, layout: 'doi-chieu', rows: 1, read_on: '2018-10-02', read_by: accountId })
  await insert('reconciling.return_line', { id: null, return_id: markedReturnId, ordinal: 1, ...own, ...named, person_id: personId, mark: 'surplus' })
  const signedListId = await lay('2018-08-31')
  const signatureId = await insert('reconciling.signature', { reconciliation_id: signedListId, side: 'grassroots', number: 1, standing: 0, signer: `Người ký Của ${cell}`, signed_on: '2018-10-03' })
  await insert('reconciling.agreed', { id: null, signature_id: signatureId, reconciliation_id: reconciliationId, ...own, ...named, person_id: personId, ordinal: 1, status: 'full', cell_name: `Chi bộ Của ${cell}` })
  return { reconciliationId, differenceId, markedReturnId, statementId, roundId, signedListId }
}

async function layReport(insert: Insert, { cellId, memberId, accountId }: { cellId: string; memberId: string; accountId: string }) {
  const periodId = await insert('reports.period', { organisation_id: cellId, from_day: '2018-01-01', until_day: '2018-06-30', due_on: '2018-07-20', opened_by: accountId })
  const reportId = await insert('reports.report', { period_id: periodId, organisation_id: cellId, state: 'submitted' })
  const submissionId = await insert('reports.submission', { report_id: reportId, ordinal: 1, submitted_by: accountId })
  await insert('reports.figure', { id: null, submission_id: submissionId, base: 'stand', trait: 'all', value: 'all', mark: 'total', people: 1 })
  await insert('reports.line', { id: null, submission_id: submissionId, base: 'stand', subject_id: memberId, traits: '{"sex": "male"}', marks: '{}', on_day: '2018-06-30' })
  await insert('reports.basis', { id: null, submission_id: submissionId, subject_id: memberId, facts: '{}' })
  const belowId = await insert('reports.period', { organisation_id: cellId, from_day: '2017-01-01', until_day: '2017-12-31', due_on: '2018-01-20', opened_by: accountId })
  const partId = await insert('reports.submission', { report_id: await insert('reports.report', { period_id: belowId, organisation_id: cellId, state: 'submitted' }), ordinal: 1, submitted_by: accountId })
  await insert('reports.part', { id: null, submission_id: submissionId, part_id: partId })
  await insert('reports.correction_request', { submission_id: partId, reason: `Rà lại, Của ${cellId}`, asked_by: accountId })
  return { periodId, reportId, submissionId }
}

async function layPair(house: House, insert: Insert, given: { cellId: string; memberId: string; otherId: string; accountId: string; cell: Cell }) {
  const { memberId, accountId } = given
  const [first, second] = [memberId, given.otherId].sort()
  const pairId = await insert('duplicates.pair', { first_id: first, second_id: second, score: 60, parts: JSON.stringify([{ part: 'name', finding: 'marks', points: 26 }]), fingerprint: 'x', found_on: '2018-10-01' })
  await insert('duplicates.decision', { pair_id: pairId, verdict: 'changed', score: 60, fingerprint: 'x', decided_on: '2018-10-01', decided_by: accountId })
  const asideId = await person(insert, given.cellId, `Ma Văn Nhập Của ${given.cell}`, { joined_into: memberId, withdrawn_at: '2018-10-02T00:00:00Z' })
  const joiningId = await insert('duplicates.joining', { survivor_id: memberId, other_id: asideId, other_keeper_id: given.cellId, reason: 'Cùng một người', basis: 'Lý lịch', joined_on: '2018-10-02', joined_by: accountId })
  await insert('duplicates.joined_row', { id: null, joining_id: joiningId, ordinal: 1, in_table: 'members.person', row_key: JSON.stringify({ id: asideId }), before: '{"joined_into": null, "withdrawn_at": null}', after: JSON.stringify({ joined_into: memberId, withdrawn_at: '2018-10-02T00:00:00+00:00' }) })
  await house.owner.query('update duplicates.joining set left_as = duplicates.fingerprints(array[survivor_id, other_id]) where id = $1', [joiningId])
  return { pairId, joiningId }
}

/** An answer kept for a change that somebody asked for with a key. */
const keepAnswer = (house: House, accountId: string) => house.owner.query(
  `insert into platform.idempotency (request_key, actor_id, operation, request_hash, status, answer) values ($1, $2, 'members.recordAway', '\\x00', 200, '{}')`, [newId(), accountId])

/** What was laid counts as recorded before the day on which the clock stands; with that each row that is changed in place gets a former state as well. */
export async function recordBeforehand(house: House): Promise<void> {
  const tables = await house.rows<{ t: string; c: string }>(`select c.table_schema || '.' || c.table_name as t, c.column_name as c from information_schema.columns c
    where c.column_name in ('recorded_at', 'known_at') and exists (select from information_schema.tables f where f.table_schema = c.table_schema and f.table_name = c.table_name || '_former')`)
  for (const { t, c } of [...tables, { t: 'dossiers.inspection_dossier', c: 'recorded_at' }, { t: 'reorganisation.plan_content', c: 'recorded_at' }])
    await house.owner.query(`update ${t} set ${c} = '2018-10-01'`)
}

/** Lays one of everything on a cell of the ground, by SQL. Names are unlike any other on the ground, so that a leak can be recognised. */
export async function layThings(house: House, cell: Cell) {
  const insert = inserter(house)
  const { ground } = house
  const cellId = ground.places[cell]
  const people = ground.members[cell]
  await house.owner.query(`update members.person set full_name = full_name || ' ' || $1 where keeper_id = $2`, [`Của ${cell}`, cellId])
  const secretary = { cellA1: ground.accounts.secretaryA1, cellA2: ground.accounts.secretaryA2, cellB1: ground.accounts.secretaryB1 }[cell]
  const accountId = secretary.id
  const [mentorId, memberId] = [people[1]!, people[5]!]
  const contentHash = await house.ports.files.put(new TextEncoder().encode('không phải bảng tính'))
  const scanHash = await house.ports.files.put(new TextEncoder().encode(PDF_OF_A_PAGE))

  const newcomerId = await person(insert, cellId, `Nguyễn Thị Mới Của ${cell}`)
  const candidateId = await person(insert, cellId, `Trần Văn Dự Của ${cell}`)
  const followedId = await person(insert, cellId, `Lò Thị Nguồn Của ${cell}`)
  const probationerId = await layProbationer(insert, cellId, `Ma Văn Thử Của ${cell}`)
  const waitingId = await layProbationer(insert, cellId, `Ma Thị Chờ Của ${cell}`)
  const veteranId = await addFullMember(house.owner, cellId, `Hà Văn Lâu Của ${cell}`, '1950-01-01')
  await house.owner.query(`update members.membership set decided_on = '1980-01-01', ceremony_on = '1980-01-15' where person_id = $1`, [veteranId])

  const postId = await insert('members.post', { person_id: memberId, organisation_id: cellId, position: 'CHI_UV', held_during: '[2016-01-01,)' })
  const overlayId = await insert('members.overlay', { person_id: people[6], kind: 'away', valid_during: '[2018-03-01,)', since: '2018-03', contact_id: memberId })
  await insert('members.correction', { person_id: memberId, former_version: 1, fields: ['phone'], reason: 'Nhập nhầm', paper: 'Lý lịch', corrected_by: accountId })
  const { rows } = await house.owner.query('select account_id from members.account_person where person_id = any ($1)', [people])
  if (rows.length === 0) await house.owner.query('insert into members.account_person (account_id, person_id) values ($1, $2)', [accountId, people[0]])

  const prospectId = await layProspect(insert, { cellId, personId: followedId, mentorId, accountId })
  const onCase = await layCase(insert, { cellId, personId: candidateId, mentorId, accountId, scanHash })
  const confirmationId = await insert('admission.case_file', {
    kind: 'confirmation', person_id: probationerId, cell_id: cellId, stage: 'running', stage_since: '2017-09-02', opened_on: '2017-09-02', ceremony_on: '2017-09-02', decided_on: '2017-08-20',
    probation_from: '2017-09-02', probation_until: '2018-09-02',
  })
  const communeId = ground.places[cell === 'cellB1' ? 'communeB' : 'communeA']
  const onSheet = await laySheet(insert, { cellId, communeId, personId: memberId, accountId, scanHash, cell })
  const onDossier = await layDossier(insert, { cellId, personId: memberId, accountId, scanHash })
  const onBadge = await layBadge(insert, { personId: memberId, otherId: mentorId, accountId, cell })
  const [suspendedId, exemptId] = [await addFullMember(house.owner, cellId, `Hà Văn Đình Của ${cell}`, '1970-01-01'), await addFullMember(house.owner, cellId, `Hà Văn Miễn Của ${cell}`, '1940-01-01')]
  for (const [id, status] of [[suspendedId, 'suspended'], [exemptId, 'exempt']]) await house.owner.query('update members.status set status = $2 where person_id = $1', [id, status])
  const onMeasure = await layMeasures(insert, { disciplinedId: mentorId, suspendedId, exemptId, accountId, cell })
  const [endedOne, cardedOne] = [await addFullMember(house.owner, house.ground.places[cell], `Lục Văn Thôi Của ${cell}`, '1985-01-01'), await addFullMember(house.owner, house.ground.places[cell], `Lục Văn Thẻ Của ${cell}`, '1985-01-01')]
  const onEnding = await layEndings(insert, { cellId, personId: endedOne, otherId: cardedOne, accountId, cell })
  const onTransfer = await layTransfer(insert, { cellId, personId: people[7]!, accountId, cell })
  const onConference = await layConference(insert, { cellId, accountId, cell })
  const onPlans = await layPlans(insert, { cellId, personId: memberId, accountId, cell })
  const onReports = await layReport(insert, { cellId, memberId, accountId })
  const onReconciliation = await layReconciliation(insert, { cellId, personId: memberId, accountId, cell, contentHash })
  const setAsideId = await insert('data_quality.set_aside', { rule: 'phoneMalformed', subject_id: memberId, person_id: memberId, organisation_id: cellId, fact: 'x', reason: 'Đúng như vậy', set_by: accountId })
  await insert('data_quality.month_count', { id: null, organisation_id: cellId, on_day: '2000-01-31', counts: JSON.stringify([{ rule: `Lỗi Của ${cell}` }]) })
  const importId = await layImport(insert, { cellId, personId: memberId, accountId, contentHash })
  await insert('sources_and_targets.target', { organisation_id: cellId, period: '[2018-01-01,2019-01-01)', period_kind: 'year', value: 2, basis: 'Nghị quyết' })
  await insert('sources_and_targets.mass_review', { organisation_id: cellId, union_code: 'DTN', reviewed_on: '2018-06-01', total: 40, party_members: 5 })
  await insert('reminders.reminder', {
    kind: 'confirmation', subject_id: confirmationId, subject_type: 'caseFile', person_id: probationerId, person_name: `Ma Văn Thử Của ${cell}`, organisation_id: cellId,
    next_act: 'recordConfirmationVote', next_act_words: 'Họp xét công nhận', due_on: '2018-09-02', way: 'sent', reminded_on: '2018-10-01',
  })
  const assignmentId = await insert('reminders.assignment', {
    kind: 'confirmation', subject_id: confirmationId, subject_type: 'caseFile', person_id: probationerId, person_name: `Ma Văn Thử Của ${cell}`, organisation_id: cellId,
    next_act: 'recordConfirmationVote', next_act_words: 'Họp xét công nhận', due_on: '2018-09-02', to_role: 'cellSecretary', to_organisation_id: cellId, wanted_on: '2018-10-12', assigned_on: '2018-10-01',
  })
  await house.owner.query('select audit.append($1)', [JSON.stringify({
    actorId: accountId, actorName: 'Người ghi', actorRole: 'cellSecretary', event: 'members.postTaken', subjectType: 'person', subjectId: memberId, personId: memberId, organisationId: cellId })])
  await keepAnswer(house, accountId)
  const onPair = await layPair(house, insert, { cellId, memberId, otherId: people[7]!, accountId, cell })
  const { rows: [organisation] } = await house.owner.query(`select code, name from organisations.version where organisation_id = $1`, [cellId])
  const { rows: committees } = await house.owner.query('select id from organisations.committee where organisation_id = $1', [cellId])
  return {
    cell, cellId, code: organisation.code as string, accountId, holdingId: secretary.holdingId!, memberId, mentorId, awayId: people[6]!, newcomerId, candidateId, followedId, probationerId, waitingId, veteranId,
    postId, overlayId, prospectId, ...onCase, ...onDossier, ...onSheet, ...onBadge, ...onMeasure, ...onEnding, ...onTransfer, ...onPlans, ...onReports, ...onConference, ...onReconciliation, setAsideId, ...onPair, confirmationId, assignmentId, importId, committeeId: committees[0].id as string,
  }
}

const held = {
  superiorOfficer: 'communeA', leader: 'communeA', grassrootsOfficer: 'communeA', inspector: 'communeA', administrator: 'communeA', cellSecretary: 'cellA1', member: 'cellA1',
} as const
export type RoleName = keyof typeof held
export const roleNames = Object.keys(held) as RoleName[]
export type ActorName = RoleName | 'withoutRole' | 'nobody'
export const actorNames: readonly ActorName[] = [...roleNames, 'withoutRole', 'nobody']

/** Somebody in every role, held at the commune A or at its cell A1, so that for each role something lies outside. Answers hashes of secrets. */
export async function layActors(house: House): Promise<Record<RoleName | 'withoutRole', string>> {
  const insert = inserter(house)
  const { ground } = house
  const hashes = { withoutRole: hashSecret(ground.accounts.withoutRole.secret), member: hashSecret(ground.accounts.memberA1.secret) } as Record<RoleName | 'withoutRole', string>
  for (const role of roleNames.filter((name) => name !== 'member')) {
    const accountId = await insert('access.account', { sign_in_name: `thu.${role.toLowerCase()}`, full_name: `Người thử ${role}` })
    const holdingId = await insert('access.role_holding', { account_id: accountId, role, organisation_id: ground.places[held[role]], held_during: '[2015-01-01,)' })
    await keepAnswer(house, accountId)
    hashes[role] = hashSecret(`secret-of-${role}-${newId()}`)
    await house.owner.query(`insert into access.session (token_hash, account_id, holding_id, kind, expires_at) values (decode($1,'hex'), $2, $3, 'token', clock_timestamp() + interval '1 day')`, [hashes[role], accountId, holdingId])
  }
  return hashes
}
