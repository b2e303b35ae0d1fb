import { Refusal } from '../../kernel/index.ts'
import { runAction, runReading, sql, type Ctx, type Ports } from '../../platform/action/index.ts'
import { takeEffect } from './actions/put-in-force.ts'

const listDue = async (ctx: Ctx): Promise<{ id: string; version: number }[]> => {
  await ctx.authorise('reorganisation.plan', 'own part')
  return ctx.db.rows(sql`select id, version from reorganisation.plan where state = 'decided' and effective_on <= ${ctx.today}::date order by effective_on, decided_on, id`)
}

/**
 * Puts every decided plan in force whose day has come, in the order of their days. One that is not sound any more is left for people to
 * mend; the list of due work shows it. Several processes may call it at once: a plan takes effect once. Answers how many took effect.
 */
export async function carryOutDuePlans(ports: Ports): Promise<number> {
  let done = 0
  for (const plan of await runReading(ports, 'keeper', listDue, undefined)) {
    try {
      await runAction(ports, 'keeper', takeEffect, plan)
      done++
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return done
}
