import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { countingContract } from '../contract.ts'
import { noPeople } from '../errors.ts'
import { valueName } from '../values.vi.ts'
import { countFacts, listCountedPeople, type Counted, type Wanted } from '../queries/counting.ts'
import { prepare } from './count-by.ts'

type Contract = typeof countingContract

const wantedOf = (value: string | undefined, unknown: boolean): Wanted => (unknown ? { every: false, value: null } : value === undefined ? { every: true } : { every: false, value })
const fits = (wanted: Wanted, value: string | null): boolean => wanted.every || wanted.value === value

/**
 * The people behind a number. `total` is the number itself; who has left the reader's part since is in `outsideReach` and not among the rows. Of ethnic group and
 * religion only for who may read them of a person; organisations are no people (`noPeople`).
 */
export async function listCounted(ctx: Ctx, input: InputOf<Contract['listCounted']>): Promise<AnswerOf<Contract['listCounted']>> {
  if (input.measure === 'organisations') throw noPeople(input.measure)
  const { asked, place, covered } = await prepare(ctx, input)
  if (covered) await ctx.authorise('members.readStrictClass', { organisationId: place.id })
  const [row, column] = [wantedOf(input.row, input.rowUnknown), wantedOf(input.column, input.columnUnknown)]
  const counted: readonly Counted[] = await countFacts(ctx.db, asked)
  const total = counted.filter((each) => fits(row, each.row) && fits(column, each.column)).reduce((sum, each) => sum + each.counted, 0)
  const { people, seen } = await listCountedPeople(ctx.db, asked, row, column, input)
  return {
    rows: people.map((person) => ({ ...person, detail: person.detail === null ? null : valueName(asked.measure, 'detail', person.detail) })), total,
    outsideReach: people.length > 0 || input.page === 1 ? total - seen : 0,
  }
}
