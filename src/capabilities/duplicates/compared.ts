import type { Side } from './codes.ts'
import { sides } from './codes.ts'

/** One item of two records as they stand. `covered`: what it says is not shown, only whether it is the same. */
export type ComparedField = { readonly field: string; readonly label: string; readonly covered: boolean; readonly raw: Readonly<Record<Side, unknown>>; readonly said: Readonly<Record<Side, string | null>> }

export const isTold = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

export const differs = ({ raw }: ComparedField): boolean => JSON.stringify(raw.first ?? null) !== JSON.stringify(raw.second ?? null)

/** Both say something, and not the same: one has to be chosen. What only one says is taken from there. */
export const needsChoice = (field: ComparedField): boolean => differs(field) && sides.every((side) => isTold(field.raw[side]))

/** Whose value stands for each item: the chosen one, else the one that says something, else the survivor's. */
export function sideOf(field: ComparedField, survivor: Side, chosen: ReadonlyMap<string, Side>): Side {
  if (needsChoice(field)) return chosen.get(field.field) ?? survivor
  const other: Side = survivor === 'first' ? 'second' : 'first'
  return !isTold(field.raw[survivor]) && isTold(field.raw[other]) ? other : survivor
}
