import { z } from 'zod'
import { asOf, count, day, done, filledLine, id, line, operation, pageOf } from '../../platform/contract/index.ts'
import { ruleKeys } from './catalogue.ts'
import { asideStates, faultKinds, mendingPlaces, subjects } from './codes.ts'


const rule = z.enum(ruleKeys)
const organisationId = id.optional()
/** A share from 0 to 1; null when nothing was checked. */
const share = z.number().min(0).max(1).nullable()
const weight = z.number().int().min(0).max(10)

const filters = {
  organisationId, rule: rule.optional(), kind: z.enum(faultKinds).optional(), search: line(100).optional(), state: z.enum(asideStates).default('open'), ...asOf,
}

const ruleCount = z.object({ rule, weight, checked: count, wrong: count, aside: count })

const unit = z.object({
  organisationId: id, name: z.string(), shortName: z.string(), score: share, checked: count, open: count, aside: count,
  byKind: z.object({ missing: count, impossible: count, disagreeing: count, stale: count }),
})

const fault = z.object({
  rule, subject: z.enum(subjects), subjectId: id, personId: id.nullable(), organisationId: id,
  /** Of the person, or of the organisation that the fault is about. */
  name: z.string(), bornYear: z.number().int().nullable(), place: z.string(), above: z.string().nullable(),
  code: z.string(), kind: z.enum(faultKinds), mend: z.enum(mendingPlaces),
  /** Name of the rule, what is wrong, and what to do, in words; nothing of covered facts. */
  ruleName: z.string(), what: z.string(), todo: z.string(),
  /** Tells whether the fact is still the one that was seen. */
  mark: z.string(),
  aside: z.object({ id, reason: z.string(), by: z.string().nullable(), at: z.string() }).nullable(),
})

/** Faults of data: rules held against the facts of every room, the score of each organisation, and what somebody called right. */
export const dataQualityContract = {
  findScore: operation({ method: 'GET', path: '/data-quality/score', summary: 'The share of checked facts that are right: of an organisation, of each one right below it, and rule by rule' })
    .input(z.object({ organisationId, ...asOf }))
    .output(z.object({
      asOf: day, /** The moment of which the numbers are, where they were not counted just now. */ countedAt: z.string().nullable(),
      organisation: z.object({ id, name: z.string(), shortName: z.string() }), total: unit, units: z.array(unit), rules: z.array(ruleCount),
      /** Whether the reader may change weights, and call faults right. */
      may: z.object({ setWeights: z.boolean(), setAside: z.boolean() }),
    })),
  findTrend: operation({ method: 'GET', path: '/data-quality/trend', summary: 'The score at the ends of the months before a day, as known then, where it is kept' })
    .input(z.object({ organisationId, ...asOf }))
    .output(z.object({ /** When the months were counted. */ keptAt: z.string().nullable(), months: z.array(z.object({ on: day, score: share, open: count })) })),
  listFaults: operation({ method: 'GET', path: '/data-quality/faults', summary: 'What is wrong, with whom, one page and the total; of a large organisation, how much in each of its parts' })
    .input(z.object({ ...filters, ...pageOf }))
    .output(z.object({
      asOf: day, organisation: z.object({ id, name: z.string(), shortName: z.string() }), rows: z.array(fault), /** Unknown of a large organisation on a past day. */ total: count.nullable(),
      /** How many people and organisations the faults are about; unknown of a large organisation. */
      subjectCount: count.nullable(),
      /** Of an organisation too large to be looked through while somebody waits: how much each part has (the committee's own first), and the moment of which that is; of a past day only which parts there are. */
      parts: z.array(z.object({ organisationId: id, name: z.string(), shortName: z.string(), count: count.nullable() })), countedAt: z.string().nullable(),
      may: z.object({ setAside: z.boolean(), export: z.boolean() }),
    })),
  setAside: operation({ method: 'POST', path: '/data-quality/set-asides', summary: 'Say that what a rule calls wrong is really so; it counts until the fact changes' })
    .input(z.object({ organisationId: id, rule, subjectId: id, mark: z.string().max(8), reason: filledLine(300) })).output(z.object({ setAsideId: id })),
  liftSetAside: operation({ method: 'POST', path: '/data-quality/set-asides/{setAsideId}/lifting', summary: 'Take back that something is really so' })
    .input(z.object({ setAsideId: id })).output(done),
  setWeights: operation({ method: 'POST', path: '/data-quality/weights', summary: 'How much rules count in the score; 0 = not at all' })
    .input(z.object({ weights: z.array(z.object({ rule, weight, before: weight })).min(1).max(ruleKeys.length) })).output(done),
}
