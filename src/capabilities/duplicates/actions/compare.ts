import { formatDay, formatUncertainDate, type UncertainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { listMemberships, loadPersonWithIdentity, maskedNumber, membershipsSeen, personColumns, placementsSeen, type PersonField } from '../../members/index.ts'
import { sheetItems, type SheetItem } from '../../member-sheet/index.ts'
import { sides, type Side } from '../codes.ts'
import type { ComparedField } from '../compared.ts'
import { spellWords } from '../messages.vi.ts'
import { sheetValuesOf } from '../queries/records.ts'

type Both<T> = Readonly<Record<Side, T>>

/** Numbers of the last spell of membership, by the names of the sheet. */
export const spellNumbers = { cardNumber: 'card_number', historyNumber: 'history_number' } as const
type SpellNumber = keyof typeof spellNumbers

async function inBoth<T>(ids: Both<string>, ask: (id: string) => Promise<T>): Promise<Both<T>> {
  return { first: await ask(ids.first), second: await ask(ids.second) }
}

const identityFields: readonly string[] = ['identityNumber', 'oldIdentityNumber']

/** Everything two records say, item by item in the order of the sheet; what neither says is left out. */
export async function compareRecords(ctx: Ctx, ids: Both<string>): Promise<ComparedField[]> {
  const people = await inBoth(ids, (id) => loadPersonWithIdentity(ctx.db, id))
  const values = await inBoth(ids, (id) => sheetValuesOf(ctx.db, id, ctx.today))
  const spells = await inBoth(ids, async (id) => (await listMemberships(ctx.db, id)).at(-1))
  const rawOf = (side: Side, { key, kept }: SheetItem): unknown =>
    kept === 'person' ? people[side][key as PersonField] : key in spellNumbers ? spells[side]?.[key as SpellNumber] : values[side].get(key)
  const fieldOf = (item: SheetItem): ComparedField => {
    const raw = { first: rawOf('first', item) ?? null, second: rawOf('second', item) ?? null }
    const said = (side: Side) => identityFields.includes(item.key) ? maskedNumber(raw[side] as string | null) : item.covered ? null : item.say(raw[side], ctx.today)
    return { field: item.key, label: item.label, covered: item.covered, raw, said: { first: said('first'), second: said('second') } }
  }
  return sheetItems.filter(({ key, kept }) => kept !== 'membership' || key in spellNumbers).map(fieldOf).filter(({ raw }) => sides.some((side) => raw[side] !== null))
}

/** Spells and cells of a record in words, oldest first. */
export async function membershipInWords(ctx: Ctx, personId: string): Promise<string[]> {
  const seen = { on: ctx.today }
  const spells = await membershipsSeen(ctx.db, personId, seen)
  const cells = await placementsSeen(ctx.db, personId, seen)
  return [
    ...spells.flatMap(({ admittedOn, decidedOn, endedOn }) => [
      ...(admittedOn ?? decidedOn ? [fillIn(spellWords.joined, { on: formatUncertainDate((admittedOn ?? decidedOn) as UncertainDate) })] : []), ...(endedOn ? [fillIn(spellWords.ended, { on: formatDay(endedOn) })] : []),
    ]),
    ...cells.map(({ cell, from, lastDay }) => fillIn(lastDay ? spellWords.cellUntil : spellWords.cell, { cell, from: formatDay(from), until: lastDay ? formatDay(lastDay) : '' })),
  ]
}

export const columnOf = (field: string): string | undefined => (personColumns as Readonly<Record<string, string>>)[field]
