import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Ctx, type Db } from '../../../platform/action/index.ts'
import { findRule, type RuleUse } from '../../../regulations/index.ts'
import { listMemberships, type Person } from '../../members/index.ts'
import { findTop } from '../../organisations/index.ts'
import type { CardAct, CardState } from '../codes.ts'
import { dayNotYet, daysOutOfOrder, noCard, notInThisState, numberTaken, ruleInWords, staleVersion } from '../errors.ts'
import { cardActNames, cardStateNames } from '../messages.vi.ts'
import { nextState } from '../model.ts'
import type { cardsPolicy } from '../policy.ts'
import { insertCard, insertStep, listCardsOf, type Card } from '../queries/cards.ts'

type Permission = keyof typeof cardsPolicy

/** Refuses `cards.dayNotYet`. */
export function refuseTomorrow(ctx: Pick<Ctx, 'today'>, on: PlainDate): void {
  if (on > ctx.today) throw dayNotYet(on, ctx.today)
}

/** Refuses `cards.daysOutOfOrder` for a day before the one of the step before. */
export function refuseBefore(former: PlainDate | null, on: PlainDate): void {
  if (former && on < former) throw daysOutOfOrder(former, on)
}

export function refuseStale(seen: number, latest: number): void {
  if (seen !== latest) throw staleVersion(seen, latest)
}

/** The state after an act. Refuses `cards.notInThisState`. */
export function stateAfter(card: Pick<Card, 'state'>, act: CardAct): CardState {
  const next = nextState(card.state, act)
  if (!next) throw notInThisState(cardActNames[act], cardStateNames[card.state].toLowerCase())
  return next
}

/** A rule as it is shown. */
export const shownRule = (rule: RuleUse) => ({ title: findRule(rule.key)!.title, value: ruleInWords(rule), citation: rule.citation })

/** Of which organisation: the one asked for, within one's part, or the own one; for the keeper of the machine the top. */
export async function organisationAsked(ctx: Ctx, permission: Permission, wanted: string | undefined): Promise<string> {
  if (wanted && wanted !== ctx.actor.organisationId) await ctx.authorise(permission, { organisationId: wanted })
  else await ctx.authorise(permission, 'own part')
  return wanted ?? ctx.actor.organisationId ?? (await findTop(ctx.db, ctx.today))?.id ?? ''
}

/** The number that the register says of a person's last time in the Party. */
export const registeredNumber = async (db: Db, personId: string): Promise<string | null> => (await listMemberships(db, personId)).at(-1)?.cardNumber ?? null

/**
 * The card in the hands of a person; one that only the register knows is entered as taken over. Refuses `cards.noCard`, and `cards.numberTaken` for a number that
 * the register gives to two people.
 */
export async function cardInHand(ctx: Ctx, person: Pick<Person, 'id' | 'fullName'>): Promise<Card> {
  const cards = await listCardsOf(ctx.db, person.id)
  const held = cards.find(({ state }) => state === 'held')
  if (held) return held
  const number = cards.length === 0 ? await registeredNumber(ctx.db, person.id) : null
  if (!number) throw noCard(person.fullName)
  if (await isOfSomebodyElse(ctx.db, number, person.id)) throw numberTaken(number)
  const id = await insertCard(ctx.db, { personId: person.id, kind: 'takenOver', state: 'held', number }, ctx.actor.accountId)
  await insertStep(ctx.db, { cardId: id, act: 'takeOver', on: ctx.today, to: 'held' }, ctx.actor.accountId)
  return (await listCardsOf(ctx.db, person.id)).find((card) => card.id === id)!
}

const isOfSomebodyElse = async (db: Db, number: string, personId: string): Promise<boolean> =>
  (await db.one<{ taken: boolean }>(sql`select exists (select from members.card_numbers_taken(array[${number}]::text[], ${personId})) as taken`)).taken
