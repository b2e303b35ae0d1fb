import { nameSortKey, newId } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { listMemberships, loadPerson } from '../../members/index.ts'
import type { Side } from '../codes.ts'
import { needsChoice, sideOf, type ComparedField } from '../compared.ts'
import type { duplicatesContract } from '../contract.ts'
import { choiceMissing, notJoinable } from '../errors.ts'
import { insertJoining, joinInDatabase, listObstacles, type WhatIsJoined } from '../queries/joinings.ts'
import { decidePair } from '../queries/pairs.ts'
import { likenessNow, lockOpenPair } from './checks.ts'
import { columnOf, compareRecords, spellNumbers } from './compare.ts'

type Input = InputOf<typeof duplicatesContract.joinRecords>

/** What is written anew on the survivor, from what was chosen. */
function whatIsTaken(fields: readonly ComparedField[], survivor: Side, chosen: ReadonlyMap<string, Side>): Omit<WhatIsJoined, 'joiningId' | 'leadId'> {
  const fromOther = fields.filter((field) => sideOf(field, survivor, chosen) !== survivor)
  const valueOf = (field: ComparedField) => field.raw[sideOf(field, survivor, chosen)]
  const onPerson = fromOther.filter(({ field }) => columnOf(field))
  const columns = Object.fromEntries(onPerson.map((field) => [columnOf(field.field)!, valueOf(field)]))
  const numbers = fields.filter(({ field }) => field in spellNumbers).map((field) => [spellNumbers[field.field as keyof typeof spellNumbers], valueOf(field)])
  return {
    columns: typeof columns.full_name === 'string' ? { ...columns, sort_key: nameSortKey(columns.full_name) } : columns, corrected: onPerson.map(({ field }) => field),
    items: fromOther.filter(({ field }) => !(field in spellNumbers)).map(({ field }) => field), numbers: Object.fromEntries(numbers) as Record<string, string>,
  }
}

/** Whose membership stands: the one named, as far as that record has one. */
async function leadOf(ctx: Ctx, people: Readonly<Record<Side, string>>, { survivor, membership = survivor }: Input): Promise<string> {
  return (await listMemberships(ctx.db, people[membership])).length > 0 ? people[membership] : people[survivor]
}

/**
 * Joins two records of one person. The surviving one keeps the facts of both; what the other said differently stays as history; the other
 * record remains, put aside, and leads to the survivor. Refuses `choiceMissing` naming every item that was not chosen, and what is open in
 * both (`twoCells`, `endedAndLive`, `openAtOnce`).
 */
export async function joinRecords(ctx: Ctx, input: Input) {
  const pair = await lockOpenPair(ctx, input.pairId, input.version)
  const people = { first: pair.firstId, second: pair.secondId }
  const [survivorId, otherId] = input.survivor === 'first' ? [people.first, people.second] : [people.second, people.first]
  const fields = await compareRecords(ctx, people)
  const chosen = new Map(input.choices.map(({ field, side }) => [field, side]))
  const open = fields.filter((field) => needsChoice(field) && !chosen.has(field.field))
  if (open.length > 0) throw choiceMissing(open.map(({ label }) => label))
  const leadId = await leadOf(ctx, people, input)
  const refusal = notJoinable(await listObstacles(ctx.db, survivorId, otherId, leadId, ctx.today))
  if (refusal) throw refusal
  const taken = whatIsTaken(fields, input.survivor, chosen)
  const joiningId = await writeJoining(ctx, { input, survivorId, otherId, leadId, taken, pair })
  return { joiningId, survivorId }
}

type Writing = { input: Input; survivorId: string; otherId: string; leadId: string; taken: ReturnType<typeof whatIsTaken>; pair: Parameters<typeof likenessNow>[1] & { id: string } }

async function writeJoining(ctx: Ctx, { input: { reason, basis }, survivorId, otherId, leadId, taken, pair }: Writing): Promise<string> {
  const joiningId = newId()
  const [survivor, other] = [await loadPerson(ctx.db, survivorId), await loadPerson(ctx.db, otherId)]
  const { score, fingerprint } = await likenessNow(ctx, pair)
  const facts = { reason, basis, survivor: survivor.fullName, other: other.fullName, taken: [...taken.corrected, ...taken.items.filter((item) => !taken.corrected.includes(item))], membershipOf: leadId }
  for (const [event, personId, organisationId] of [['duplicates.joined', survivorId, survivor.keeperId], ['duplicates.joinedAway', otherId, other.keeperId]] as const)
    await ctx.audit({ event, subject: { type: 'joining', id: joiningId }, personId, organisationId, facts })
  // Before the other record is put aside, and the pair with it.
  await decidePair(ctx.db, { pairId: pair.id, verdict: 'joined', reason, score, fingerprint, on: ctx.today, by: ctx.actor.accountId })
  await insertJoining(ctx.db, { id: joiningId, survivorId, otherId, otherKeeperId: other.keeperId, pairId: pair.id, reason, basis, taken: facts.taken, on: ctx.today, by: ctx.actor.accountId })
  await joinInDatabase(ctx.db, { joiningId, leadId, ...taken })
  return joiningId
}
