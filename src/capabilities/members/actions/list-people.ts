import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { membersContract } from '../contract.ts'
import { organisationAsked, readList } from './list-members.ts'

type Input = InputOf<typeof membersContract.listPeople>

/** Members for a field in which one is chosen (who introduces, who helps): by name, of a cell or organisation on a day. */
export async function listPeople(ctx: Ctx, input: Input): Promise<AnswerOf<typeof membersContract.listPeople>> {
  const on = input.asOf ?? ctx.today
  const organisationId = await organisationAsked(ctx, 'members.list', input.organisationId, on)
  if (!organisationId) return { rows: [], total: 0 }
  const { rows, total } = await readList(ctx, organisationId,
    { search: input.search, status: input.fullMembersOnly ? 'full' : undefined, asOf: on, sort: 'name', descending: false }, { page: 1, size: input.limit })
  return { total, rows: rows.map(({ id, fullName, bornOn, status, cellId, cell }) => ({ id, fullName, bornOn, status, cellId, cell })) }
}
