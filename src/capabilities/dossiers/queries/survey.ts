import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db, type Seen } from '../../../platform/action/index.ts'
import { closureKnown, placementsKnown, versionsKnown } from '../../organisations/index.ts'

/** What the register and the dossier tell of a member on a day. `papers`: `type|state|year`. */
export type Surveyed = {
  readonly personId: string; readonly fullName: string; readonly sortKey: string; readonly bornOn: string | null; readonly cellId: string; readonly status: string
  readonly joinedOn: string | null; readonly official: boolean; readonly events: string[]
  readonly dossierId: string | null; readonly keeperId: string | null; readonly place: string | null; readonly papers: string[]
}

const columns = sql`person_id as "personId", full_name as "fullName", sort_key as "sortKey", born_on as "bornOn", cell_id as "cellId", status, joined_on as "joinedOn", official, events,
  dossier_id as "dossierId", keeper_id as "keeperId", place, papers`

/** Everybody below an organisation on a day, as known at a moment, in the order of names. */
export function surveyBelow(db: Db, organisationId: string, { on, knownAt }: Seen): Promise<Surveyed[]> {
  return db.rows(sql`select ${columns} from dossiers.survey(${organisationId}, ${on}, ${knownAt ?? null}) order by sort_key, person_id`)
}

/** One member on a day, as known at a moment; none for who is no member then. */
export function surveyOne(db: Db, cellId: string, personId: string, { on, knownAt }: Seen): Promise<Surveyed | undefined> {
  return db.first(sql`select ${columns} from dossiers.survey(${cellId}, ${on}, ${knownAt ?? null}) where person_id = ${personId}`)
}

export type PlaceOfCell = { readonly cellId: string; readonly cell: string; readonly organisation: string | null }

export function placesOf(db: Db, cellIds: readonly string[], on: PlainDate): Promise<PlaceOfCell[]> {
  return db.rows(sql`select cell_id as "cellId", cell, organisation from organisations.places_of(${[...new Set(cellIds)]}::uuid[], ${on})`)
}

export type UnitOfCell = { readonly cellId: string; readonly organisationId: string; readonly name: string; readonly shortName: string }

/** For each organisation below one on a day, the one right below it in whose part it lies. A cell that is asked about itself is its own. */
export function unitsBelow(db: Db, organisationId: string, { on, knownAt }: Seen): Promise<UnitOfCell[]> {
  return db.rows(sql`
    select c.descendant_id as "cellId", v.organisation_id as "organisationId", v.name, v.short_name as "shortName"
    from ${versionsKnown(knownAt)} v
    join ${closureKnown(knownAt)} c on c.ancestor_id = v.organisation_id and c.valid_during @> ${on}::date
    left join ${placementsKnown(knownAt)} p on p.organisation_id = v.organisation_id and p.valid_during @> ${on}::date
    where v.valid_during @> ${on}::date
      and (p.parent_id = ${organisationId} or (v.organisation_id = ${organisationId} and c.depth = 0))
    order by v.code, v.short_name`)
}
