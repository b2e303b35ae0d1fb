import { z } from 'zod'
import { asOf, citation, count, day, done, filledLine, id, line, operation, pageOf, version } from '../../platform/contract/index.ts'
import { cardCauses } from '../../regulations/index.ts'
import { numberWords } from './messages.vi.ts'
import { cardActs, cardKinds, cardStates, cardViews } from './codes.ts'

const cause = z.enum(cardCauses)
const state = z.enum(cardStates)
const view = z.enum(cardViews)
const usedRule = z.object({ title: z.string(), value: z.string(), citation })
const year = z.number().int().min(1930).max(2100)

const person = { personId: id, fullName: z.string(), bornOn: z.string().nullable(), cellId: id, cell: z.string(), organisation: z.string().nullable() }
const card = {
  id, version, kind: z.enum(cardKinds), cause: cause.nullable(), note: z.string().nullable(), state, stateSince: day, number: z.string().nullable(), formerNumber: z.string().nullable(),
  proposedOn: day.nullable(), decisionNumber: z.string().nullable(), decidedOn: day.nullable(), issuedBy: z.string().nullable(), handedOn: day.nullable(), receivedBy: z.string().nullable(),
  endedOn: day.nullable(), endedReason: z.string().nullable(),
}
const step = z.object({ act: z.enum(cardActs), occurredOn: day, toState: state, note: z.string().nullable(), by: z.string().nullable(), recordedAt: z.string() })
const loss = z.object({
  id, version, cardId: id, lostOn: day, reportedOn: day, circumstances: z.string(), outcome: z.enum(['found', 'lost']).nullable(), concludedOn: day.nullable(), conclusionPaper: z.string().nullable(),
})
const range = z.object({
  id, version, organisationId: id, organisation: z.string(), digits: count, first: z.string(), /** Inclusive. */ last: z.string(), basis: z.string(), givenOn: day, closedOn: day.nullable(), closedReason: z.string().nullable(),
  used: count, left: count, /** The number that is given next. */ next: z.string().nullable(),
})

const onCard = { cardId: id, version }
const numbers = z.string().regex(/^\d{4,18}$/, { error: numberWords })

/** Membership cards: ranges of numbers, proposal, decision, handing over, exchange, loss, withdrawal, and the book of cards. */
export const cardsContract = {
  listCards: operation({ method: 'GET', path: '/cards', summary: 'A part of the book of cards on a day, as known at a moment, by name; a year’s cards by number' })
    .input(z.object({ view: view.default('underWay'), /** Of the view `year`; that of the day unless told. */ year: year.optional(), organisationId: id.optional(), search: line(100).optional(), ...pageOf, ...asOf }))
    .output(z.object({ asOf: day, year, rows: z.array(z.object({ ...card, ...person })), total: count, counts: z.record(view, count) })),
  listCardCandidates: operation({ method: 'GET', path: '/cards/candidates', summary: 'Full members of a day who had no card and were on no list of proposals, as known at a moment' })
    .input(z.object({ organisationId: id.optional(), ...pageOf, ...asOf }))
    .output(z.object({
      asOf: day, issueOn: day, listDueOn: day, rows: z.array(z.object({ ...person, confirmedOn: z.string().nullable(), confirmationNumber: z.string().nullable() })), total: count,
      /** People whose number stands in the register only, and not in the book: of now, whatever day is asked for. */ notInBook: count,
    })),
  findMemberCards: operation({ method: 'GET', path: '/members/{personId}/cards', summary: 'Every card of a person with what was done to it, and what may be done' })
    .input(z.object({ personId: id, ...asOf }))
    .output(z.object({
      asOf: day, person: z.object({ id, fullName: z.string(), bornOn: z.string().nullable(), cell: z.string().nullable(), organisation: z.string().nullable(), isMember: z.boolean(), isFull: z.boolean(), endKind: z.string().nullable() }),
      /** The number that the register says. */ number: z.string().nullable(), cards: z.array(z.object({ ...card, steps: z.array(step) })), losses: z.array(loss),
      rules: z.object({ keepsNumber: usedRule, keptByFamily: usedRule }),
      may: z.object({ propose: z.boolean(), decide: z.boolean(), handOver: z.boolean(), recordLoss: z.boolean(), concludeLoss: z.boolean(), withdraw: z.boolean() }),
    })),
  listRanges: operation({ method: 'GET', path: '/cards/ranges', summary: 'Ranges of numbers from which the members of one’s part are given cards, on a day as known at a moment' })
    .input(z.object({ organisationId: id.optional(), ...asOf })).output(z.object({ asOf: day, rows: z.array(range), digits: usedRule, mayKeep: z.boolean() })),
  giveRange: operation({ method: 'POST', path: '/cards/ranges', summary: 'Give a committee a range of numbers; no number is given twice' })
    .input(z.object({ organisationId: id, first: numbers, /** Inclusive. */ last: numbers, basis: filledLine(200), givenOn: day })).output(z.object({ id })),
  closeRange: operation({ method: 'POST', path: '/cards/ranges/{rangeId}/closing', summary: 'No more numbers of a range are given; what was not used may be given to another committee' })
    .input(z.object({ rangeId: id, version, on: day, reason: filledLine(300) })).output(done),
  proposeCards: operation({ method: 'POST', path: '/cards/proposals', summary: 'Put people on the list of proposals: for a first card, or a new one for a cause' })
    .input(z.object({ people: z.array(z.object({ personId: id, cause: cause.optional(), note: line(300).optional() })).min(1).max(500), on: day })).output(z.object({ proposed: count })),
  dropCard: operation({ method: 'POST', path: '/cards/{cardId}/dropping', summary: 'A card that was proposed or decided on is not made' })
    .input(z.object({ ...onCard, on: day, reason: filledLine(300) })).output(done),
  decideCards: operation({ method: 'POST', path: '/cards/decision', summary: 'The decision that gives the cards proposed below an organisation, with numbers of a range' })
    .input(z.object({
      organisationId: id, /** Needed when somebody is given a new number. */ rangeId: id.optional(), decisionNumber: filledLine(60), decidedOn: day, issuedBy: filledLine(200),
      /** All that are proposed unless named; a number that is told is given instead of the next one. */ cards: z.array(z.object({ cardId: id, number: numbers.optional() })).min(1).max(2000).optional(),
    })).output(z.object({ decided: count })),
  handCardOver: operation({ method: 'POST', path: '/cards/{cardId}/handing', summary: 'The card is handed over; who signed for it is written down' })
    .input(z.object({ ...onCard, on: day, receivedBy: filledLine(120) })).output(done),
  reportCardLoss: operation({ method: 'POST', path: '/members/{personId}/card-losses', summary: 'A member reports that the card is lost' })
    .input(z.object({ personId: id, lostOn: day, reportedOn: day, circumstances: filledLine(500) })).output(z.object({ id })),
  concludeCardLoss: operation({ method: 'POST', path: '/cards/losses/{lossId}/conclusion', summary: 'The card was found, or is lost and may be issued anew' })
    .input(z.object({ lossId: id, version, on: day, outcome: z.enum(['found', 'lost']), paper: filledLine(200) })).output(done),
  withdrawCard: operation({ method: 'POST', path: '/cards/{cardId}/withdrawal', summary: 'The card of somebody who is no member any more comes back, or stays with the family' })
    .input(z.object({ ...onCard, on: day, outcome: z.enum(['withdrawn', 'keptByFamily']), reason: filledLine(300) })).output(done),
  giveCardBack: operation({ method: 'POST', path: '/cards/{cardId}/giving-back', summary: 'A card that was withdrawn goes back to who is a member again' })
    .input(z.object({ ...onCard, on: day, basis: filledLine(300) })).output(done),
  takeOverCards: operation({ method: 'POST', path: '/cards/taking-over', summary: 'Everybody whose number stands in the register only gets a line in the book of cards' })
    .input(z.object({ organisationId: id })).output(z.object({ takenOver: count })),
}
