import { newId, type PlainDate } from '../../../kernel/index.ts'
import { join, sql, type Db, type Sql } from '../../../platform/action/index.ts'
import { belowCondition } from '../../organisations/index.ts'
import type { Change } from '../changes.ts'
import { proposalNotFound } from '../errors.ts'
import type { ProposalState } from '../states.ts'

export type ProposalKind = 'correction' | 'typingError' | 'supplement'

export type Proposal = {
  readonly id: string; readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly cellId: string; readonly cell: string | null
  readonly organisationId: string; readonly kind: ProposalKind; readonly changes: readonly Change[]; readonly reason: string; readonly paper: string
  readonly state: ProposalState; readonly proposedOn: PlainDate; readonly proposedBy: string | null; readonly by: string | null; readonly isOwn: boolean
  readonly decidedOn: PlainDate | null; readonly decidedBy: string | null; readonly consentNumber: string | null; readonly consentOn: PlainDate | null
  readonly refusalReason: string | null; readonly version: number
}

const columns = sql`p.id, p.person_id as "personId", x.full_name as "fullName", x.born_on as "bornOn", x.keeper_id as "cellId", organisations.name_on(x.keeper_id, access.today()) as cell,
  p.organisation_id as "organisationId", p.kind, p.changes, p.reason, p.paper, p.state, p.proposed_on as "proposedOn", p.proposed_by as "proposedBy", a.full_name as by,
  coalesce(p.proposed_by = access.account_id(), false) as "isOwn", p.decided_on as "decidedOn", d.full_name as "decidedBy", p.consent_number as "consentNumber", p.consent_on as "consentOn",
  p.refusal_reason as "refusalReason", p.version`
const from = sql`member_sheet.proposal p join members.person x on x.id = p.person_id
  left join access.account a on a.id = p.proposed_by left join access.account d on d.id = p.decided_by`

/** A proposal within one's part. Refuses with `memberSheet.proposalNotFound`. */
export async function loadProposal(db: Db, id: string): Promise<Proposal> {
  const row = await db.first<Proposal>(sql`select ${columns} from ${from} where p.id = ${id}`)
  if (!row) throw proposalNotFound()
  return row
}

/** The same, after waiting for whoever decides it at this moment. */
export async function lockProposal(db: Db, id: string): Promise<Proposal> {
  await db.run(sql`select from member_sheet.proposal where id = ${id} for update`)
  return loadProposal(db, id)
}

export type ProposalFilter = { readonly organisationId?: string | undefined; readonly personId?: string | undefined; readonly state?: ProposalState | undefined; readonly page: number; readonly size: number }

/** Open ones first, the oldest on top; then the decided ones, newest first. */
export async function listProposalRows(db: Db, filter: ProposalFilter, today: PlainDate): Promise<{ rows: Proposal[]; total: number }> {
  const conditions: Sql[] = [
    sql`p.kind <> 'supplement'`,
    ...(filter.organisationId ? [sql`x.keeper_id ${belowCondition(filter.organisationId, today)}`] : []),
    ...(filter.personId ? [sql`p.person_id = ${filter.personId}`] : []), ...(filter.state ? [sql`p.state = ${filter.state}`] : []),
  ]
  const where = join(conditions, ' and ')
  const { total } = await db.one<{ total: number }>(sql`select count(*)::int as total from member_sheet.proposal p join members.person x on x.id = p.person_id where ${where}`)
  const rows = await db.rows<Proposal>(sql`
    select ${columns} from ${from} where ${where}
    order by p.state <> 'open', case when p.state = 'open' then p.proposed_on end, p.decided_on desc nulls last, p.recorded_at, p.id
    limit ${filter.size} offset ${(filter.page - 1) * filter.size}`)
  return { rows, total }
}

export type NewProposal = {
  readonly personId: string; readonly organisationId: string; readonly kind: ProposalKind; readonly changes: readonly Change[]; readonly reason: string; readonly paper: string
  readonly proposedBy: string | null; readonly proposedOn: PlainDate
}

export async function insertProposal(db: Db, p: NewProposal): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into member_sheet.proposal (id, person_id, organisation_id, proposed_by, proposed_on, kind, changes, reason, paper)
    values (${id}, ${p.personId}, ${p.organisationId}, ${p.proposedBy}, ${p.proposedOn}, ${p.kind}, ${JSON.stringify(p.changes)}::jsonb, ${p.reason}, ${p.paper})`)
  return id
}

/** The changes of a supplement that was taken in, kept with the other corrections of the dossier. */
export async function insertTakenIn(db: Db, p: NewProposal & { readonly supplementId: string; readonly decidedBy: string | null }): Promise<void> {
  await db.run(sql`
    insert into member_sheet.proposal (id, person_id, organisation_id, proposed_by, proposed_on, kind, changes, reason, paper, state, decided_by, decided_on, supplement_id)
    values (${newId()}, ${p.personId}, ${p.organisationId}, ${p.proposedBy}, ${p.proposedOn}, 'supplement', ${JSON.stringify(p.changes)}::jsonb, ${p.reason}, ${p.paper},
      'approved', ${p.decidedBy}, access.today(), ${p.supplementId})`)
}

export type Decision = { readonly state: 'approved' | 'refused' | 'withdrawn'; readonly by: string | null; readonly on: PlainDate; readonly organisationId: string; readonly consentNumber?: string; readonly consentOn?: PlainDate; readonly refusalReason?: string }

export async function decideProposal(db: Db, id: string, d: Decision): Promise<void> {
  await db.run(sql`
    update member_sheet.proposal set state = ${d.state}, decided_by = ${d.by}, decided_on = ${d.on}, organisation_id = ${d.organisationId}, consent_number = ${d.consentNumber ?? null},
      consent_on = ${d.consentOn ?? null}, refusal_reason = ${d.refusalReason ?? null}, version = version + 1 where id = ${id}`)
}
