import { addMonths, dayOf, fullMonthsBetween, plainDate, type PlainDate } from '../../kernel/index.ts'
import { range, type Chronicle } from './chronicle.ts'
import { BLOCKS_RENAMED_ON, DISTRICT_CODE, stagedCells, type Cell, type CellKind, type District, type Flow, type Unit, type UnitKind } from './kinds.ts'
import {
  authorisedUnits, blockUnits, CELL_PREFIX, cellKindByName, changeKindByReason, DISTRICT_NAME, formerBlockNames, paperWords, UNIT_PREFIX, unitKindByName, unitKindWords,
} from './places.vi.ts'
import type { Random } from './random.ts'
import register from './to-chuc.json' with { type: 'json' }

/** Nothing was founded after it. */
const LATEST_FOUNDING = plainDate('2006-01-01')
const DISTRICT_FOUNDED_ON = plainDate('1947-06-10')
/** Before any of the cells of offices. */
const BLOCKS_FOUNDED_ON = plainDate('1991-09-20')

type Registered = (typeof register)['organisations'][number]
type RegisteredCell = Registered['cells'][number]
type FormerName = { readonly name: string; readonly validTo: string; readonly reason: string }

/** Lays the tree as it was on each day: former names of cells, and of the block organisations until 2017. */
export function layDistrict(chronicle: Chronicle): District {
  const random = chronicle.branch('district')
  const districtId = chronicle.id()
  addOrganisation(chronicle, { id: districtId, name: DISTRICT_NAME, type: 'DB_HUYEN', code: DISTRICT_CODE, foundedOn: DISTRICT_FOUNDED_ON, parentId: null })
  const renaming = addBlockAct(chronicle)
  const units = register.organisations.map((registered) => layUnit(chronicle, random, districtId, registered, renaming))
  const district = { id: districtId, units, cells: units.flatMap((unit) => unit.cells) }
  dryUp(random, district)
  return district
}

function addBlockAct(chronicle: Chronicle): string {
  return chronicle.add('organisations.act', {
    kind: 'renaming', decision_number: paperWords.decision(1187, 'HU'), decided_on: '2017-05-08', issued_by: paperWords.districtBoard,
    effective_on: BLOCKS_RENAMED_ON, note: paperWords.block, recorded_at: chronicle.known(BLOCKS_RENAMED_ON),
  })
}

function layUnit(chronicle: Chronicle, random: Random, districtId: string, registered: Registered, renaming: string): Unit {
  const isBlock = blockUnits.includes(registered.name)
  const kind = unitKind(registered)
  const communeCode = registered.commune ?? undefined
  const unit: Unit = {
    id: chronicle.id(), code: registered.code, name: registered.name, shortName: registered.name.slice(UNIT_PREFIX.length), kind,
    communeCode, mayDecideAdmission: authorisedUnits.includes(registered.name), cells: [],
  }
  const foundedOn = isBlock ? BLOCKS_FOUNDED_ON : communeCode ? dayOf(random.int(1954, 1966), random.int(1, 12), random.int(1, 28)) : dayOf(random.int(1968, 1990), random.int(1, 12), random.int(1, 28))
  addOrganisation(chronicle, { ...unit, type: 'DB_CO_SO', foundedOn, parentId: districtId, areaKind: unitKindWords[kind], adminUnitCode: communeCode, ...(isBlock && { former: { name: formerBlockNames[registered.name]!, until: BLOCKS_RENAMED_ON, actId: renaming } }) })
  for (const each of registered.cells) unit.cells.push(layCell(chronicle, random, { unit, registered: each, unitFoundedOn: foundedOn, isOffice: isBlock }))
  return unit
}

function unitKind(registered: Registered): UnitKind {
  if (registered.commune) return registered.kind === unitKindWords.township ? 'township' : 'commune'
  return unitKindByName.find(([start]) => registered.name.startsWith(start))![1]
}

function cellKind(unit: Unit, name: string): CellKind {
  if (unit.communeCode) return cellKindByName.find(([start]) => name.startsWith(start))?.[1] ?? 'office'
  return unit.kind as CellKind
}

type CellLaying = { unit: Unit; registered: RegisteredCell; unitFoundedOn: PlainDate; isOffice: boolean }

function layCell(chronicle: Chronicle, random: Random, { unit, registered, unitFoundedOn, isOffice }: CellLaying): Cell {
  const kind = cellKind(unit, registered.name)
  const foundedOn = isOffice ? dayOf(random.int(1992, 2006), random.int(1, 12), random.int(1, 28)) : addMonths(unitFoundedOn, random.int(0, Math.min(300, fullMonthsBetween(unitFoundedOn, LATEST_FOUNDING))))
  const cell: Cell = {
    id: chronicle.id(), code: registered.code, name: registered.name, shortName: registered.name.slice(CELL_PREFIX.length), kind,
    residential: kind === 'hamlet' || kind === 'street', size: registered.members, foundedOn, unit, flow: 'flowing',
  }
  const facts = { area_kind: null, admin_unit_code: unit.communeCode ?? null, residential: cell.residential }
  chronicle.add('organisations.organisation', { id: cell.id, founded_on: foundedOn })
  addNames(chronicle, random, cell, (registered as { formerNames?: FormerName[] }).formerNames?.[0], { ...facts, type: 'CHI_BO', code: cell.code })
  addPlacement(chronicle, cell.id, unit.id, foundedOn)
  return cell
}

type VersionFacts = { type: string; code: string | null; area_kind: string | null; admin_unit_code: string | null; residential: boolean; act_id?: string | null; may_decide_admission?: boolean }
type Named = { readonly id: string; readonly name: string; readonly shortName: string }

function addVersion(chronicle: Chronicle, named: Named, facts: VersionFacts, from: PlainDate, until?: PlainDate): void {
  chronicle.add('organisations.version', {
    organisation_id: named.id, name: named.name, short_name: named.shortName, may_decide_admission: false, act_id: null, ...facts, valid_during: range(from, until), recorded_at: chronicle.known(from),
  })
}

function addPlacement(chronicle: Chronicle, id: string, parentId: string | null, from: PlainDate): void {
  chronicle.add('organisations.placement', { organisation_id: id, parent_id: parentId, valid_during: range(from), act_id: null, recorded_at: chronicle.known(from) })
}

/** The present name, and before it the former one when the register has one. */
function addNames(chronicle: Chronicle, random: Random, cell: Cell, former: FormerName | undefined, facts: VersionFacts): void {
  if (!former) return addVersion(chronicle, cell, facts, cell.foundedOn)
  const changedOn = addMonths(plainDate(`${former.validTo.slice(0, 7)}-01`), 1)
  const kind = changeKindByReason[former.reason]!
  const actId = chronicle.add('organisations.act', {
    kind, decision_number: paperWords.decision(random.int(200, 1900), 'HU'), decided_on: addMonths(changedOn, -1), issued_by: paperWords.districtBoard,
    effective_on: changedOn, note: paperWords[kind](former.name), recorded_at: chronicle.known(changedOn),
  })
  addVersion(chronicle, { id: cell.id, name: former.name, shortName: former.name.slice(CELL_PREFIX.length) }, facts, cell.foundedOn, changedOn)
  addVersion(chronicle, cell, { ...facts, act_id: actId }, changedOn)
}

type OrganisationLaying = {
  id: string; name: string; shortName?: string; type: string; code: string; foundedOn: PlainDate; parentId: string | null
  areaKind?: string; adminUnitCode?: string | undefined; mayDecideAdmission?: boolean
  /** The name until a day, and the act that changed it. */
  former?: { readonly name: string; readonly until: PlainDate; readonly actId: string }
}

function addOrganisation(chronicle: Chronicle, o: OrganisationLaying): void {
  const { former } = o
  const named = (name: string) => ({ id: o.id, name, shortName: name.slice(UNIT_PREFIX.length) })
  const facts = { type: o.type, code: o.code, area_kind: o.areaKind ?? null, admin_unit_code: o.adminUnitCode ?? null, residential: false, may_decide_admission: o.mayDecideAdmission ?? false }
  chronicle.add('organisations.organisation', { id: o.id, founded_on: o.foundedOn })
  if (former) addVersion(chronicle, named(former.name), facts, o.foundedOn, former.until)
  addVersion(chronicle, { ...named(o.name), ...(o.shortName && { shortName: o.shortName }) }, { ...facts, act_id: former?.actId ?? null }, former?.until ?? o.foundedOn)
  addPlacement(chronicle, o.id, o.parentId, o.foundedOn)
}

const FLOWS: readonly (readonly [Flow, number])[] = [['desert', 12], ['dry', 40], ['slow', 90]]

/** Some places where people live admit nobody for years. */
function dryUp(random: Random, district: District): void {
  const cells = random.shuffled(district.cells.filter((cell) => cell.residential && !isStaged(cell)))
  let from = 0
  for (const [flow, count] of FLOWS) {
    for (const cell of cells.slice(from, from + count)) cell.flow = flow
    from += count
  }
}

const isStaged = (cell: Cell) => Object.values(stagedCells).includes(cell.code as never)
