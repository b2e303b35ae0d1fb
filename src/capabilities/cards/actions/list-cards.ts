import { laterOf } from '../../../kernel/index.ts'
import { seenBy, sql, type Ctx, type Db } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { cardKeepsNumber, cardKeptByFamily, cardListDue, firstRuledDay, nextCardDay } from '../../../regulations/index.ts'
import { findHome, findStatusOn, followPerson, loadPerson, membershipsSeen } from '../../members/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { cardsContract } from '../contract.ts'
import { insertTakenOver } from '../queries/cards.ts'
import { countCardsBelow, countNotInBook, countWithoutCard, listCardsBelow, listCardsSeen, listStepsSeen, listWithoutCard } from '../queries/lists.ts'
import { listLossesSeen } from '../queries/losses.ts'
import { organisationAsked, shownRule } from './checks.ts'

type Contract = typeof cardsContract

/** The same rows with the names of their cells and grassroots organisations. */
async function withPlaces<R extends { cellId: string }>(db: Db, rows: readonly R[], on: string): Promise<(R & { cell: string; organisation: string | null })[]> {
  const cells = [...new Set(rows.map(({ cellId }) => cellId))]
  const places = await db.rows<{ id: string; cell: string; organisation: string | null }>(sql`select cell_id as id, cell, organisation from organisations.places_of(${cells}::uuid[], ${on}::date)`)
  const byId = new Map(places.map((place) => [place.id, place]))
  return rows.map((row) => ({ ...row, cell: byId.get(row.cellId)?.cell ?? '', organisation: byId.get(row.cellId)?.organisation ?? null }))
}

/** One part of the book of cards, and how many cards each part holds. */
export async function listCards(ctx: Ctx, { view, year, search, page, size, asOf, knownAt, ...asked }: InputOf<Contract['listCards']>): Promise<AnswerOf<Contract['listCards']>> {
  const organisationId = await organisationAsked(ctx, 'cards.list', asked.organisationId)
  const seen = seenBy(ctx, { asOf, knownAt })
  const { on } = seen
  const which = { organisationId, ...seen, search: search || undefined, year: year ?? Number(on.slice(0, 4)) }
  const counts = await countCardsBelow(ctx.db, which)
  return { asOf: on, year: which.year, rows: await withPlaces(ctx.db, await listCardsBelow(ctx.db, { ...which, view }, { page, size }), on), total: counts[view], counts }
}

/** Full members who had no card on a day as known at a moment, the next day of issue, and how many numbers the book does not know now. */
export async function listCardCandidates(ctx: Ctx, { page, size, asOf, knownAt, ...asked }: InputOf<Contract['listCardCandidates']>): Promise<AnswerOf<Contract['listCardCandidates']>> {
  const organisationId = await organisationAsked(ctx, 'cards.list', asked.organisationId)
  const overrides = await loadOverrides(ctx.db)
  const seen = seenBy(ctx, { asOf, knownAt })
  const issueOn = nextCardDay(seen.on, overrides)
  return {
    asOf: seen.on, issueOn, listDueOn: cardListDue(issueOn, overrides), rows: await withPlaces(ctx.db, await listWithoutCard(ctx.db, organisationId, seen, { page, size }), seen.on),
    total: await countWithoutCard(ctx.db, organisationId, seen), notInBook: await countNotInBook(ctx.db, organisationId, ctx.today),
  }
}

/** Every card of a person on a day as known at a moment, with its steps, the reports of loss, and what may be done. */
export async function findMemberCards(ctx: Ctx, { personId, asOf, knownAt }: InputOf<Contract['findMemberCards']>): Promise<AnswerOf<Contract['findMemberCards']>> {
  await ctx.authorise('cards.read', { personId })
  const seen = seenBy(ctx, { asOf, knownAt })
  const person = await loadPerson(ctx.db, (await followPerson(ctx.db, personId)) ?? personId)
  const [place] = await withPlaces(ctx.db, [{ cellId: await findHome(ctx.db, person.id, seen) }], seen.on)
  const status = await findStatusOn(ctx.db, person.id, seen.on)
  const last = (await membershipsSeen(ctx.db, person.id, seen)).at(-1)
  const steps = await listStepsSeen(ctx.db, person.id, seen)
  const rulesOn = laterOf(seen.on, firstRuledDay)
  const overrides = await loadOverrides(ctx.db)
  const may = (verb: string) => ctx.may(`cards.${verb}`, { personId: person.id })
  return {
    asOf: seen.on, person: { id: person.id, fullName: person.fullName, bornOn: person.bornOn, cell: place?.cell ?? null, organisation: place?.organisation ?? null, isMember: status !== undefined, isFull: status !== undefined && status.status !== 'probationary', endKind: last?.endKind ?? null },
    number: last?.cardNumber ?? null,
    cards: (await listCardsSeen(ctx.db, person.id, seen)).map((card) => ({ ...card, steps: steps.filter(({ cardId }) => cardId === card.id).map(({ cardId: _c, ...step }) => step) })),
    losses: (await listLossesSeen(ctx.db, person.id, seen)).map(({ number: _n, recordedAt: _r, concludedAt: _c, ...loss }) => loss),
    rules: { keepsNumber: shownRule(cardKeepsNumber.usedOn(rulesOn, overrides)), keptByFamily: shownRule(cardKeptByFamily.usedOn(rulesOn, overrides)) },
    may: { propose: await may('propose'), decide: await may('decide'), handOver: await may('handOver'), recordLoss: await may('recordLoss'), concludeLoss: await may('concludeLoss'), withdraw: await may('withdraw') },
  }
}

/** Gives everybody below an organisation whose number stands in the register only a line in the book; numbers of two people are left out. */
export async function takeOverCards(ctx: Ctx, { organisationId }: InputOf<Contract['takeOverCards']>) {
  await ctx.authorise('cards.takeOver', { organisationId })
  const takenOver = await insertTakenOver(ctx.db, organisationId, ctx.today, ctx.actor.accountId)
  await ctx.audit({ event: 'cards.cardsTakenOver', subject: { type: 'organisation', id: organisationId }, organisationId, facts: { takenOver } })
  return { takenOver }
}
