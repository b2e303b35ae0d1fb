import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { searchContract } from '../contract.ts'
import { listPeopleByNumber } from '../queries/finds.ts'
import { personAnswer } from './find-anything.ts'

type Contract = typeof searchContract

const MOST = 8

/**
 * The person who has a covered number, within one's part; outside it the answer is as if nobody had it. Who asked, and about whom it was
 * answered, goes into the trail, the number never.
 */
export async function findByNumber(ctx: Ctx, { number }: InputOf<Contract['findByNumber']>): Promise<AnswerOf<Contract['findByNumber']>> {
  await ctx.authorise('search.findByNumber', 'own part')
  const found = await listPeopleByNumber(ctx.db, { cards: [number], identity: number }, MOST, ctx.today)
  for (const { person, reason } of found)
    await ctx.audit({ event: 'search.numberAsked', subject: { type: 'person', id: person.id }, personId: person.id, organisationId: person.cellId, facts: { by: reason } })
  if (found.length === 0) await ctx.audit({ event: 'search.numberAsked', subject: { type: 'search', id: 'nobody' }, organisationId: ctx.actor.organisationId, facts: { by: null } })
  return { asOf: ctx.today, people: { rows: found.map(({ person, reason }) => personAnswer(person, reason)), total: found.length } }
}
