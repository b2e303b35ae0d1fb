import { newId, type PlainDate } from '../../../kernel/index.ts'
import { rowsKnown, sql, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'
import { homeColumns, homeSeen } from '../../members/index.ts'
import { belowCondition } from '../../organisations/index.ts'
import { loansOn } from '../as-of.ts'

export type Loan = {
  readonly id: string; readonly dossierId: string; readonly itemId: string | null; readonly documentType: string | null; readonly personId: string; readonly fullName: string; readonly bornOn: string | null
  readonly cellId: string; readonly cell: string; readonly borrower: string; readonly purpose: string; readonly lentOn: PlainDate; readonly dueOn: PlainDate; readonly returnedOn: PlainDate | null
}

const columnsOf = (seen: Seen): Sql => sql`l.id, l.dossier_id as "dossierId", l.item_id as "itemId", i.document_type as "documentType", d.person_id as "personId", p.full_name as "fullName", p.born_on as "bornOn",
  ${homeColumns('p', seen)}, l.borrower, l.purpose, l.lent_on as "lentOn", l.due_on as "dueOn", l.returned_on as "returnedOn"`
const fromKnown = (knownAt?: string): Sql => sql`from ${rowsKnown('dossiers.loan', knownAt)} l join dossiers.dossier d on d.id = l.dossier_id join members.person p on p.id = d.person_id left join dossiers.item i on i.id = l.item_id`
const from = fromKnown()

/** Loans of a dossier and its papers, as known at a moment, newest first. */
export function listLoansOf(db: Db, dossierId: string, seen: Seen): Promise<Loan[]> {
  return db.rows(sql`select ${columnsOf(seen)} ${fromKnown(seen.knownAt)} where l.dossier_id = ${dossierId} order by l.lent_on desc, l.id desc`)
}

export function findLoan(db: Db, id: string, today: PlainDate): Promise<Loan | undefined> {
  return db.first(sql`select ${columnsOf({ on: today })} ${from} where l.id = ${id}`)
}

/** What is lent now of a dossier: the dossier, or the paper asked for. */
export function findOpenLoan(db: Db, dossierId: string, itemId: string | undefined, today: PlainDate): Promise<Loan | undefined> {
  return db.first(sql`select ${columnsOf({ on: today })} ${from} where l.dossier_id = ${dossierId} and l.returned_on is null and (l.item_id is null or l.item_id = ${itemId ?? null}) order by l.due_on limit 1`)
}

export async function insertLoan(db: Db, l: { dossierId: string; itemId: string | undefined; borrower: string; purpose: string; lentOn: PlainDate; dueOn: PlainDate; by: string | undefined }): Promise<string> {
  const id = newId()
  await db.run(sql`
    insert into dossiers.loan (id, dossier_id, item_id, borrower, purpose, lent_on, due_on, lent_by)
    values (${id}, ${l.dossierId}, ${l.itemId ?? null}, ${l.borrower}, ${l.purpose}, ${l.lentOn}, ${l.dueOn}, ${l.by ?? null})`)
  return id
}

export async function endLoan(db: Db, id: string, returnedOn: PlainDate): Promise<void> {
  await db.run(sql`update dossiers.loan set returned_on = ${returnedOn} where id = ${id}`)
}

export type LoanState = 'late' | 'open' | 'all'

const outOn = (on: PlainDate): Sql => sql`l.lent_on <= ${on}::date and (l.returned_on is null or l.returned_on > ${on}::date)`
const inState = (state: LoanState, on: PlainDate): Sql => (state === 'all' ? sql`l.lent_on <= ${on}::date` : state === 'open' ? outOn(on) : sql`${outOn(on)} and l.due_on < ${on}::date`)

/** Loans below an organisation on a day, as known at a moment: the earliest due first; of all loans, the newest. What came back later was still out. */
export async function listLoansBelow(db: Db, organisationId: string, state: LoanState, seen: Seen, { page, size }: { page: number; size: number }) {
  const { on, knownAt } = seen
  const order = state === 'all' ? sql`l.lent_on desc, l.id` : sql`l.due_on, l.id`
  const below = sql`${homeSeen('p', seen)} ${belowCondition(organisationId, on, knownAt)}`
  const rows = await db.rows<Loan>(sql`select ${columnsOf(seen)} ${fromKnown(knownAt)} where ${below} and ${inState(state, on)} order by ${order} limit ${size} offset ${(page - 1) * size}`)
  const { total, late } = await db.one<{ total: number; late: number }>(sql`
    select (count(*) filter (where ${inState(state, on)}))::int as total, (count(*) filter (where ${inState('late', on)}))::int as late ${fromKnown(knownAt)} where ${below}`)
  return { rows: loansOn(rows, on), total, late }
}

/** Open loans due up to a day, inclusive. */
export function listLoansDue(db: Db, until: PlainDate, organisationId: string | undefined, today: PlainDate): Promise<Loan[]> {
  const below = organisationId ? sql`and p.keeper_id ${belowCondition(organisationId, today)}` : sql``
  return db.rows(sql`select ${columnsOf({ on: today })} ${from} where l.returned_on is null and l.due_on <= ${until} ${below}`)
}
