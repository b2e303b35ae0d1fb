import type { Ctx } from '../../../platform/action/index.ts'
import { sheetItems } from '../../member-sheet/index.ts'
import { maskedNumber } from '../../members/index.ts'
import { findOtherFields, type JoiningRow } from '../queries/joinings.ts'
import { columnOf } from './compare.ts'

const labels: ReadonlyMap<string, string> = new Map(sheetItems.map(({ key, label }) => [key, label]))

export const itemLabel = (item: string): string => labels.get(item) ?? item

const identityFields: readonly string[] = ['identityNumber', 'oldIdentityNumber']

/** What the record that was put aside said, where the survivor says otherwise. It stays there. */
export async function notTakenOf(ctx: Ctx, joining: JoiningRow): Promise<{ field: string; label: string; value: string | null }[]> {
  const { survivor, other } = await findOtherFields(ctx.db, joining.id)
  return sheetItems.flatMap((item) => {
    const column = columnOf(item.key)
    const value = column ? other[column] : undefined
    if (!column || value === null || value === undefined || value === survivor[column]) return []
    return [{ field: item.key, label: item.label, value: identityFields.includes(item.key) ? maskedNumber(value) : item.covered ? null : item.say(value, ctx.today) }]
  })
}
