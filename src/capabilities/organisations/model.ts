import type { PlainDate } from '../../kernel/index.ts'
import { cellMinFullMembers, firstRuledDay } from '../../regulations/index.ts'
import { hamletsInNames, kindsInNames, levelsInNames } from './names.vi.ts'

/** Kinds of organisation, by their codes in `regulations/codes/organisation-types.json`. */
export const cellTypes = ['CHI_BO', 'CB_CO_SO', 'CB_SH_TAM'] as const

/** What is a unit of the grassroots: an organisation with cells, or a cell directly under the superior. */
export const grassrootsTypes = ['DB_CO_SO', 'CB_CO_SO', 'TCCSD_LLVT', 'TCCSD_DN'] as const

/** What stands between a grassroots organisation and its cells. */
export const sectionTypes = ['DB_BO_PHAN', 'DB_TT_CO_SO'] as const

/** True for what meets and votes as a cell, a grassroots cell among them. */
export const isCell = (type: string): boolean => (cellTypes as readonly string[]).includes(type)
export const isGrassroots = (type: string): boolean => (grassrootsTypes as readonly string[]).includes(type)
export const isSection = (type: string): boolean => (sectionTypes as readonly string[]).includes(type)

/** The name without its kind: `Chi bộ Thôn Khun Luông` becomes `Thôn Khun Luông`. */
export function shortNameOf(name: string): string {
  const kind = kindsInNames.find((beginning) => name.startsWith(beginning) && name.length > beginning.length)
  return kind ? name.slice(kind.length) : name
}

/** True when the name of a cell says that it leads a hamlet or a street. */
export const isResidentialName = (name: string): boolean => hamletsInNames.some((beginning) => shortNameOf(name).startsWith(beginning))

/** Kind of the organisation above all, as its name says it. */
export const topTypeOf = (name: string): string =>
  name.includes(levelsInNames.province) ? 'DB_TINH' : levelsInNames.commune.test(name) ? 'DB_XA_CAPTREN' : 'DB_HUYEN'

/** Which kinds stand under which: cells under a grassroots or section organisation, grassroots units under what is above the grassroots. */
export function mayStandUnder(type: string, parentType: string): boolean {
  const aboveGrassroots = !isCell(parentType) && !isGrassroots(parentType) && !isSection(parentType)
  if (isGrassroots(type)) return aboveGrassroots
  if (isSection(type)) return isGrassroots(parentType) && !isCell(parentType)
  if (isCell(type)) return (isGrassroots(parentType) || isSection(parentType)) && !isCell(parentType)
  return aboveGrassroots
}

/** Days before the end of a term from which the page of an organisation says so. */
export const TERM_WARNING_DAYS = 90

/** Full members a cell needs on a day; before the first day the rules know, what they said on that day. */
export const fewestFullMembers = (on: PlainDate): number => cellMinFullMembers.inForceOn(on < firstRuledDay ? firstRuledDay : on).value
