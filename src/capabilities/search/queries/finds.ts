import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { standings, type Reason, type Standing } from '../codes.ts'

type PersonRow = {
  personId: string; fullName: string; otherName: string | null; bornOn: string | null; cardNumber: string | null; cellId: string; cell: string | null; organisation: string | null
  status: string | null; endKind: string | null; prospectId: string | null
}

/** A person as found. */
export type FoundPerson = {
  id: string; fullName: string; otherName: string | null; bornYear: number | null; cardNumber: string | null; cellId: string; cell: string | null; organisation: string | null
  standing: Standing; prospectId: string | null
}

const personColumns = sql`person_id as "personId", full_name as "fullName", other_name as "otherName", born_on as "bornOn", card_number as "cardNumber", cell_id as "cellId",
  cell, organisation, status, end_kind as "endKind", prospect_id as "prospectId"`

const yearOf = (bornOn: string | null): number | null => (bornOn ? Number(bornOn.slice(0, 4)) : null)

function standingOf({ status, endKind, prospectId }: PersonRow): Standing {
  const known = status ?? endKind
  return standings.find((each) => each === known) ?? (prospectId ? 'followed' : 'none')
}

const personOf = (row: PersonRow): FoundPerson => ({
  id: row.personId, fullName: row.fullName, otherName: row.otherName, bornYear: yearOf(row.bornOn), cardNumber: row.cardNumber, cellId: row.cellId, cell: row.cell,
  organisation: row.organisation, standing: standingOf(row), prospectId: row.prospectId,
})

/** People who fit the queries, the first query's finds first; `total`: how many fit the query `counted` (from 1). Only within one's part. */
export async function listPeopleFitting(db: Db, queries: readonly string[], { counted, most, on }: { counted: number; most: number; on: PlainDate }) {
  const rows = await db.rows<PersonRow & { tier: number; total: number | null }>(sql`
    select tier, total, ${personColumns} from search.people(${queries}, ${counted}, ${most}, ${on}) order by ordinal`)
  return { rows: rows.map((row) => ({ tier: row.tier, person: personOf(row) })), total: rows[0]?.total ?? 0 }
}

/** People by a card number, by the last four digits of the identity number or by the whole one. Only within one's part. */
export async function listPeopleByNumber(db: Db, asked: { cards: readonly string[]; last4?: string | undefined; identity?: string | undefined }, most: number, on: PlainDate) {
  const rows = await db.rows<PersonRow & { reason: Reason }>(sql`
    select reason, ${personColumns} from search.people_by_number(${asked.cards}, ${asked.last4 ?? null}, ${asked.identity ?? null}, ${most}, ${on})`)
  return rows.map((row) => ({ reason: row.reason, person: personOf(row) }))
}

export type OrganisationRow = {
  tier: number; total: number; id: string; name: string; type: string; code: string | null; above: string | null; formerName: string | null; formerUntil: PlainDate | null; byCode: boolean
}

/** Organisations by a name they have or had, or the beginning of their code; the finds of the first query that has any. */
export const listOrganisationsFitting = (db: Db, queries: readonly string[], codeStart: string | undefined, most: number, on: PlainDate): Promise<OrganisationRow[]> =>
  db.rows(sql`select tier, total, organisation_id as id, name, type, code, above, former_name as "formerName", former_until as "formerUntil", by_code as "byCode"
    from search.organisations(${queries}, ${codeStart ?? null}, ${most}, ${on})`)

type Placed = { fullName: string; bornYear: number | null; cell: string | null; organisation: string | null }
type CaseKind = 'admission' | 'readmission' | 'confirmation'
export type FileRow = Placed & { tier: number; total: number; id: string; kind: CaseKind; stage: string; closedOn: PlainDate | null; openedOn: PlainDate }

/** Files by the name of the person, open ones first; the finds of the first query that has any. */
export const listFilesFitting = (db: Db, queries: readonly string[], most: number, on: PlainDate): Promise<FileRow[]> =>
  db.rows(sql`select tier, total, case_id as id, kind, stage, closed_on as "closedOn", opened_on as "openedOn", full_name as "fullName", left(born_on, 4)::int as "bornYear", cell, organisation
    from search.files(${queries}, ${most}, ${on})`)

export type DecisionRow = Placed & {
  total: number; kind: 'admission' | 'confirmation'; number: string; decidedOn: PlainDate | null; caseId: string | null; caseKind: CaseKind | null; personId: string
}

/** Decisions by the beginning of their number, newest first. */
export const listDecisions = (db: Db, numberStart: string, most: number, on: PlainDate): Promise<DecisionRow[]> =>
  db.rows(sql`select total, kind, number, decided_on as "decidedOn", case_id as "caseId", case_kind as "caseKind", person_id as "personId", full_name as "fullName",
      left(born_on, 4)::int as "bornYear", cell, organisation
    from search.decisions(${numberStart}, ${most}, ${on})`)

/** Those of some words that stand in a name somewhere. */
export async function findKnownWords(db: Db, candidates: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.rows<{ word: string }>(sql`select word from search.known_words(${candidates}) word`)
  return new Set(rows.map(({ word }) => word))
}
