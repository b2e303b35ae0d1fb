import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { belowCondition } from '../../organisations/index.ts'
import type { KnownPerson } from '../matching.ts'
import type { OrganisationRegister } from '../reading/index.ts'

type OrganisationRow = { id: string; code: string | null; name: string; shortName: string; parentId: string | null; isCell: boolean; former: { name: string; validTo: string }[] | null }

/** The organisations below one, as the reading asks for them, and the identifiers and short names behind their codes. */
export async function registerBelow(db: Db, organisationId: string, on: PlainDate): Promise<{ register: OrganisationRegister; idByCode: ReadonlyMap<string, string>; nameByCode: ReadonlyMap<string, string> }> {
  const rows = await db.rows<OrganisationRow>(sql`
    select v.organisation_id as id, v.code, v.name, v.short_name as "shortName", p.parent_id as "parentId", v.type in ('CHI_BO', 'CB_SH_TAM', 'CB_CO_SO') as "isCell",
      (select jsonb_agg(jsonb_build_object('name', f.name, 'validTo', (upper(f.valid_during) - 1)::text) order by f.valid_during)
        from organisations.version f where f.organisation_id = v.organisation_id and f.superseded_at is null and upper(f.valid_during) <= ${on}::date) as former
    from organisations.version v
    join organisations.placement p on p.organisation_id = v.organisation_id and p.superseded_at is null and p.valid_during @> ${on}::date
    where v.superseded_at is null and v.valid_during @> ${on}::date and p.organisation_id ${belowCondition(organisationId, on)}
    order by v.code`)
  const withCode = rows.filter((row): row is OrganisationRow & { code: string } => row.code !== null)
  const entry = (row: OrganisationRow & { code: string }) => ({ code: row.code, name: row.name, ...(row.former ? { formerNames: row.former } : {}) })
  const cellsOf = new Map<string, (OrganisationRow & { code: string })[]>()
  for (const row of withCode) if (row.isCell && row.parentId) cellsOf.set(row.parentId, [...(cellsOf.get(row.parentId) ?? []), row])
  const parents = withCode.filter((row) => !row.isCell && cellsOf.has(row.id))
  const alone = withCode.filter((row) => row.isCell && !parents.some((parent) => parent.id === row.parentId))
  return {
    register: { organisations: [...parents.map((row) => ({ ...entry(row), cells: cellsOf.get(row.id)!.map(entry) })), ...alone.map((row) => ({ ...entry(row), cells: [] }))] },
    idByCode: new Map(withCode.map((row) => [row.code, row.id])),
    nameByCode: new Map(withCode.map((row) => [row.code, row.shortName])),
  }
}

/** Members below an organisation on a day, with everything a list may say about them. */
export function knownMembers(db: Db, organisationId: string, on: PlainDate): Promise<KnownPerson[]> {
  return db.rows(sql`
    select p.id as "personId", p.version, p.full_name as "fullName", p.other_name as "otherName", p.sex, p.born_on as "bornOn", p.ethnicity, p.religion,
      p.identity_number as "identityNumber", p.old_identity_number as "oldIdentityNumber", p.phone, p.native_place as "nativePlace", p.residence,
      p.general_education as "generalEducation", p.profession, p.political_theory as "politicalTheory", p.note,
      m.card_number as "cardNumber", m.history_number as "historyNumber", m.admitted_on as "admittedOn", m.confirmed_on as "confirmedOn",
      s.status, lower(s.valid_during) as "statusSince", v.code as "cellCode", v.short_name as "cellName", v.name as "cellFullName"
    from members.placement pl
    join members.person p on p.id = pl.person_id
    join members.status s on s.person_id = pl.person_id and s.superseded_at is null and s.valid_during @> ${on}::date
    join lateral (select * from members.membership m where m.person_id = pl.person_id and m.superseded_at is null order by m.ordinal desc limit 1) m on true
    join organisations.version v on v.organisation_id = pl.cell_id and v.superseded_at is null and v.valid_during @> ${on}::date
    where pl.superseded_at is null and pl.valid_during @> ${on}::date and pl.cell_id ${belowCondition(organisationId, on)}`)
}
