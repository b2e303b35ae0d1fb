import { z } from 'zod'
import { asOf, citation, count, day, done, filledLine, id, line, operation, pageOf, version } from '../../platform/contract/index.ts'
import { endingsContract } from './endings/contract.ts'
import { measuresContract } from './measures-contract.ts'
import { badgeGrounds, badgeStates, candidateGroups, rulingKinds, stretchBases } from './codes.ts'

const group = z.enum(candidateGroups)
const years = z.number().int().min(1).max(120)
const usedRule = z.object({ title: z.string(), value: z.string(), citation })

const badge = z.object({
  id, years, awardOn: day, ground: z.enum(badgeGrounds), state: z.enum(badgeStates), reachedOn: day.nullable(), reason: z.string().nullable(),
  decisionNumber: z.string().nullable(), decidedOn: day.nullable(), issuedBy: z.string().nullable(), endedReason: z.string().nullable(), version,
})

const person = {
  personId: id, fullName: z.string(), bornOn: z.string().nullable(), cellId: id, cell: z.string(), organisation: z.string().nullable(),
  /** Days of the decision of admission, of admission on the papers, of recognition: side by side, for they often differ. */
  decidedOn: day.nullable(), admittedOn: z.string().nullable(), confirmedOn: z.string().nullable(),
}

const candidate = z.object({
  ...person, status: z.string().nullable(), diedOn: day.nullable(), years, reachedOn: day, group,
  /** Time between two spells, an interruption or another first day bears on the party age. */
  isRuled: z.boolean(),
  /** The first day is known to the month or year only. */
  isUncertain: z.boolean(),
  /** The last badge given before. */
  lastBadge: count.nullable(), waitsFor: usedRule.nullable(),
})

/** Here `decidedOn` is that of the admission; `badgeDecidedOn` that of the badge. */
const listed = badge.extend({ ...person, badgeDecidedOn: day.nullable() })

const stretch = z.object({ from: day, until: day.nullable(), months: count, basis: z.enum(stretchBases) })
const ruling = z.object({ id, kind: z.enum(rulingKinds), from: day, until: day.nullable(), reason: z.string(), decisionNumber: z.string(), decidedOn: day })
const partyAge = z.object({
  asOf: day, person: z.object({ id, fullName: z.string(), bornOn: z.string().nullable(), cell: z.string().nullable(), organisation: z.string().nullable() }),
  years: count.nullable(), months: count, stretches: z.array(stretch), rulings: z.array(ruling), startRule: usedRule, badges: z.array(badge),
  /** The longest years reached without a badge or a proposal for one. */
  missed: z.object({ years, reachedOn: day }).nullable(),
  /** The next badge, when its years are reached, and the first award day on or after. */
  next: z.object({ years, reachedOn: day, awardOn: day }).nullable(),
  may: z.object({ rule: z.boolean(), record: z.boolean() }),
})

const onPerson = { personId: id }

/** Badges of long membership, the party age behind them, and the measures that stand beside a membership for a time. */
export const lifecycleContract = {
  ...measuresContract,
  ...endingsContract,
  listAwardDays: operation({ method: 'GET', path: '/badges/award-days', summary: 'The award days from two years before to one year after a day' })
    .input(z.object({ asOf: asOf.asOf })).output(z.object({ days: z.array(day), next: day, listDueOn: day })),
  listBadgeCandidates: operation({ method: 'GET', path: '/badges/candidates', summary: 'Who is to be given a badge on an award day: due, missed, early in illness, posthumous' })
    .input(z.object({ awardOn: day, organisationId: id.optional(), group: group.optional(), ...asOf, ...pageOf }))
    .output(z.object({ awardOn: day, formerAwardOn: day, rows: z.array(candidate), total: count, counts: z.record(group, count) })),
  listBadges: operation({ method: 'GET', path: '/badges', summary: 'Badges proposed for or given on an award day' })
    .input(z.object({ awardOn: day, organisationId: id.optional(), state: z.enum(['proposed', 'awarded']).optional(), ...asOf, ...pageOf }))
    .output(z.object({ rows: z.array(listed), total: count, proposed: count, awarded: count })),
  proposeBadges: operation({ method: 'POST', path: '/badges/proposals', summary: 'Put people on the list of an award day; refused with the rule for who does not reach it' })
    .input(z.object({ awardOn: day, people: z.array(z.object({ ...onPerson, years, seriouslyIll: z.boolean().default(false), reason: line(300).optional() })).min(1).max(500) }))
    .output(z.object({ proposed: count })),
  withdrawBadge: operation({ method: 'POST', path: '/badges/{badgeId}/withdraw', summary: 'Take a proposal off the list' })
    .input(z.object({ badgeId: id, version, reason: filledLine(300) })).output(done),
  decideBadges: operation({ method: 'POST', path: '/badges/decision', summary: 'The decision that gives the badges proposed for an award day below an organisation' })
    .input(z.object({ awardOn: day, organisationId: id, decisionNumber: filledLine(60), decidedOn: day, issuedBy: filledLine(200), badgeIds: z.array(id).min(1).max(5000).optional() }))
    .output(z.object({ awarded: count })),
  recordEarlierBadge: operation({ method: 'POST', path: '/badges/earlier', summary: 'A badge given before, from its paper' })
    .input(z.object({ ...onPerson, years, awardOn: day, decisionNumber: line(60).optional(), decidedOn: day.optional(), reason: filledLine(300) }))
    .output(z.object({ id })),
  revokeBadge: operation({ method: 'POST', path: '/badges/{badgeId}/revoke', summary: 'A badge that was entered in error' })
    .input(z.object({ badgeId: id, version, reason: filledLine(300) })).output(done),
  findPartyAge: operation({ method: 'GET', path: '/members/{personId}/party-age', summary: 'Party age of a member on a day, line by line' })
    .input(z.object({ ...onPerson, ...asOf })).output(partyAge),
  rulePartyAge: operation({ method: 'POST', path: '/members/{personId}/party-age', summary: 'A decision about the party age: a time that does not count, or another first day' })
    .input(z.object({ ...onPerson, kind: z.enum(rulingKinds), from: day, /** First day that counts again; only of an interruption. */ until: day.optional(), reason: filledLine(300), decisionNumber: filledLine(60), decidedOn: day }))
    .output(z.object({ id })),
  withdrawRuling: operation({ method: 'POST', path: '/members/{personId}/party-age/{rulingId}/withdraw', summary: 'A decision about the party age that was entered in error, or set aside' })
    .input(z.object({ ...onPerson, rulingId: id, reason: filledLine(300) })).output(done),
}
