import type { PlainDate } from '../../../kernel/index.ts'
import { join, sql, type Db, type Seen, type Sql } from '../../../platform/action/index.ts'
import { organisationNotFound } from '../errors.ts'
import { grassrootsTypes, isGrassroots, sectionTypes } from '../model.ts'
import { closureKnown, placementsKnown, versionsKnown } from './known.ts'

/** An organisation as it stands on one day. */
export type Organisation = {
  readonly id: string
  readonly name: string
  /** The name without its kind: `xã Quang Minh`, `Thôn Khun Luông`. */
  readonly shortName: string
  /** Code of its kind, as in `regulations/codes/organisation-types.json`. */
  readonly type: string
  readonly code: string | null
  /** What sort of place it leads: xã, thị trấn, cơ quan. */
  readonly areaKind: string | null
  readonly adminUnitCode: string | null
  /** Leads a hamlet or a street. */
  readonly residential: boolean
  /** Its committee is authorised to decide on admission itself. */
  readonly mayDecideAdmission: boolean
  readonly parentId: string | null
  readonly foundedOn: PlainDate
  /** First day without it. */
  readonly endedOn: PlainDate | null
}

export type OrganisationInLine = Organisation & {
  /** Levels above the one asked about; 0 is itself. */
  readonly depth: number
}

const named = sql`o.id, v.name, v.short_name as "shortName", v.type, v.code, v.area_kind as "areaKind", v.admin_unit_code as "adminUnitCode",
  v.residential, v.may_decide_admission as "mayDecideAdmission", p.parent_id as "parentId", o.founded_on as "foundedOn"`
// The register of organisations keeps one end; before it was recorded the organisation stood without one.
const endKnown = (knownAt: string | undefined): Sql => (knownAt
  ? sql`case when not exists (select from ${placementsKnown(knownAt)} e where e.organisation_id = o.id and upper_inf(e.valid_during)) then o.ended_on end` : sql`o.ended_on`)
const columnsKnown = (knownAt?: string): Sql => sql`${named}, ${endKnown(knownAt)} as "endedOn"`
const columns = columnsKnown()

const liveOn = (on: PlainDate, knownAt?: string): Sql => sql`
  join ${versionsKnown(knownAt)} v on v.organisation_id = o.id and v.valid_during @> ${on}::date
  left join ${placementsKnown(knownAt)} p on p.organisation_id = o.id and p.valid_during @> ${on}::date`

/** The organisation as on a day, as known at a moment (without one, now); none outside one's part, before its founding or after its end. */
export function findOrganisation(db: Db, id: string, on: PlainDate, knownAt?: string): Promise<Organisation | undefined> {
  return db.first(sql`select ${columnsKnown(knownAt)} from organisations.organisation o ${liveOn(on, knownAt)} where o.id = ${id}`)
}

/** The organisation as on a day, as known at a moment (without one, now). Refuses with `organisations.notFound`. */
export async function loadOrganisation(db: Db, id: string, on: PlainDate, knownAt?: string): Promise<Organisation> {
  const organisation = await findOrganisation(db, id, on, knownAt)
  if (!organisation) throw organisationNotFound()
  return organisation
}

/** The organisation that has a code on a day. A code may have belonged to another one on other days. */
export function findOrganisationByCode(db: Db, code: string, on: PlainDate): Promise<Organisation | undefined> {
  return db.first(sql`select ${columns} from organisations.organisation o ${liveOn(on)} where v.code = ${code} order by o.founded_on desc limit 1`)
}

/** Whose parent is nobody on that day; none in an empty installation. */
export function findTop(db: Db, on: PlainDate): Promise<Organisation | undefined> {
  return db.first(sql`select ${columns} from organisations.organisation o ${liveOn(on)} where p.id is not null and p.parent_id is null order by o.founded_on, o.id limit 1`)
}

/** The organisation itself (depth 0) and everything above it on a day, nearest first, as known at a moment (without one, now). */
export function lineAbove(db: Db, id: string, on: PlainDate, knownAt?: string): Promise<OrganisationInLine[]> {
  return db.rows(sql`
    select ${columnsKnown(knownAt)}, c.depth from ${closureKnown(knownAt)} c join organisations.organisation o on o.id = c.ancestor_id ${liveOn(on, knownAt)}
    where c.descendant_id = ${id} and c.valid_during @> ${on}::date order by c.depth`)
}

function nearestOf(db: Db, id: string, on: PlainDate, types: readonly string[]): Promise<Organisation | undefined> {
  return db.first(sql`
    select ${columns} from organisations.closure c join organisations.organisation o on o.id = c.ancestor_id ${liveOn(on)}
    where c.descendant_id = ${id} and c.valid_during @> ${on}::date and v.type in (${join([...types])}) order by c.depth limit 1`)
}

/** The grassroots unit to which a cell belongs on a day: itself when it is a grassroots cell. */
export const grassrootsOf = (db: Db, cellId: string, on: PlainDate): Promise<Organisation | undefined> => nearestOf(db, cellId, on, grassrootsTypes)

/** The same for many cells at once: cell to unit; a cell below none is left out. */
export async function grassrootsUnitsOf(db: Db, cells: readonly string[], on: PlainDate): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ cell: string; unit: string }>(sql`
    select distinct on (c.descendant_id) c.descendant_id as cell, c.ancestor_id as unit from organisations.closure c
    join organisations.version v on v.organisation_id = c.ancestor_id and v.superseded_at is null and v.valid_during @> ${on}::date
    where c.descendant_id = any (${[...new Set(cells)]}::uuid[]) and c.valid_during @> ${on}::date and v.type in (${join([...grassrootsTypes])}) order by c.descendant_id, c.depth`)
  return new Map(rows.map(({ cell, unit }) => [cell, unit]))
}

/** The section organisation between a cell and its grassroots organisation on a day, if there is one. */
export const sectionOf = (db: Db, cellId: string, on: PlainDate): Promise<Organisation | undefined> => nearestOf(db, cellId, on, sectionTypes)

/**
 * Whose committee decides on admission and confirmation for a cell on the day of the decision: the grassroots committee when
 * it is authorised on that day, else the nearest organisation above the grassroots. Computed from the tree, never typed.
 */
export async function decidingOrganisationOf(db: Db, cellId: string, on: PlainDate): Promise<Organisation | undefined> {
  const line = await lineAbove(db, cellId, on)
  const grassroots = line.findIndex((each) => isGrassroots(each.type))
  if (grassroots < 0) return undefined
  return line[grassroots]!.mayDecideAdmission ? line[grassroots] : line[grassroots + 1]
}

/** SQL condition to follow a column: below an organisation on a day, itself included, as known at a moment (without one, now). Written so that an index on the column serves it. */
export const belowCondition = (organisationId: string, on: PlainDate, knownAt?: string): Sql => sql`= any (array(
  select descendant_id from ${closureKnown(knownAt)} c where ancestor_id = ${organisationId} and valid_during @> ${on}::date))`

/**
 * The same for what stays on record of an organisation that has ended: it lies where the organisation stood last, or with what follows it. Not for what
 * goes over to the successor.
 */
export const lastBelowCondition = (organisationId: string, { on, knownAt }: Seen): Sql => sql`= any (array(
  select l.organisation_id from organisations.last_below(${organisationId}, ${on}, ${knownAt ?? null}) l))`

/** Makes the dated closure anew from the live placements; to be called in the transaction of every act that changes the tree. */
export async function rebuildClosure(db: Db): Promise<void> {
  await db.run(sql`select organisations.rebuild_closure()`)
}
