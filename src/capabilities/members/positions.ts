import positions from '../../regulations/codes/committee-positions.json' with { type: 'json' }
import { isCell } from '../organisations/index.ts'

export type Position = { readonly code: string; readonly vi: string; readonly scope: string; readonly rank: number }

const byCode = new Map<string, Position>(positions.items.map((item) => [item.code, item]))

export const findPosition = (code: string): Position | undefined => byCode.get(code)
export const positionName = (code: string): string => byCode.get(code)?.vi ?? code
export const rankOf = (code: string): number => byCode.get(code)?.rank ?? 99

/** Whether a committee of an organisation of this kind has the position. */
export function fitsOrganisation({ scope }: Position, organisationType: string): boolean {
  return scope === 'ALL' || (['CHI_BO', 'TO_DANG'].includes(scope) ? isCell(organisationType) : !isCell(organisationType))
}

/** Positions of which a committee has only one. */
export const isSingle = (code: string): boolean => ['BT', 'PBT_TT', 'CN_UBKT'].includes(code)
