import { z } from 'zod'
import { count, day, filledLine, id, line } from '../../platform/contract/index.ts'
import { peopleRules } from './codes.ts'

const code = z.string().max(40).regex(/^[\d.]*$/).optional()

/** An organisation that is founded; its identifier is made with the plan. `revives`: one that had ended begins again. */
const founding = z.object({
  id, name: filledLine(), type: z.string().max(40), code, parentId: id.nullable(), areaKind: line(40).optional(), adminUnitCode: z.string().max(20).optional(), revives: z.boolean().default(false),
})

/** What is different about an organisation that goes on; what is left out stays. An empty code takes the code away. */
const change = z.object({ organisationId: id, name: filledLine().optional(), type: z.string().max(40).optional(), code, parentId: id.nullable().optional() })

/** An organisation that ends. Its successor keeps what it left; without one the committee above does. */
const ending = z.object({ organisationId: id, successorId: id.optional() })

/** Where people of a cell go. `words`: what their residence says; `personIds`: who, by name. */
const people = z.object({ cellId: id, rule: z.enum(peopleRules), words: line(100).optional(), personIds: z.array(id).max(2000).optional(), toId: id })

/** A committee appointed until the next congress; `lastDay` inclusive. */
const committee = z.object({
  organisationId: id, kind: z.enum(['committee', 'cellCommittee', 'secretaryOnly']), termName: filledLine(60), lastDay: day, electedSeats: z.number().int().min(1).max(200), standingSeats: count.max(100).default(0), basis: filledLine(),
})

const post = z.object({ organisationId: id, personId: id, position: z.string().max(20) })
/** What becomes of a role held at an organisation that ends: held on at another one, or ended (`toId` null). */
const holding = z.object({ holdingId: id, toId: id.nullable() })
/** How the targets of an organisation are split, in whole per cent that make a hundred. */
const shares = z.object({ organisationId: id, shares: z.array(z.object({ toId: id, percent: z.number().int().min(0).max(100) })).min(1).max(50) })

/** All that a plan says. Everything it does not speak of follows by rule: whole cells and their papers go to the successor, roles end. */
export const contentShape = z.object({
  founds: z.array(founding).max(2000).default([]),
  changes: z.array(change).max(5000).default([]),
  ends: z.array(ending).max(5000).default([]),
  people: z.array(people).max(5000).default([]),
  committees: z.array(committee).max(2000).default([]),
  /** Organisations that go on and whose committee's term ends on the day before. */
  endedTerms: z.array(id).max(2000).default([]),
  posts: z.array(post).max(5000).default([]),
  holdings: z.array(holding).max(2000).default([]),
  targets: z.array(shares).max(2000).default([]),
})
export type Content = z.output<typeof contentShape>
export const emptyContent = (): Content => contentShape.parse({})
