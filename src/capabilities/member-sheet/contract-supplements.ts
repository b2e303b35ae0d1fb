import { z } from 'zod'
import { count, day, done, filledLine, id, operation, pageOf, version } from '../../platform/contract/index.ts'
import { change, shownChange } from './contract-proposals.ts'
import { supplementStates } from './states.ts'

const counts = z.object({ asked: count, answered: count, checked: count, takenIn: count, returned: count })

const campaign = z.object({ id, organisationId: id, organisation: z.string(), year: z.number().int(), askedOn: day, dueOn: day, total: count, ...counts.shape })

const supplementRow = z.object({
  id, personId: id, fullName: z.string(), bornOn: z.string().nullable(), cellId: id, cell: z.string(), state: z.enum(supplementStates), answeredOn: day.nullable(), items: z.array(z.string()), version,
})

const supplement = supplementRow.extend({
  year: z.number().int(), dueOn: day, organisation: z.string(), by: z.string().nullable(), returnReason: z.string().nullable(), changes: z.array(shownChange),
  /** What the form begins with: items that change from year to year, as they stand; covered ones by name only. */
  filledIn: z.array(z.object({ key: z.string(), isList: z.boolean(), covered: z.boolean(), text: z.string().nullable(), content: z.unknown(),
    entries: z.array(z.object({ entryId: id, text: z.string(), content: z.record(z.string(), z.unknown()) })) })),
  may: z.object({ answer: z.boolean(), check: z.boolean(), sendBack: z.boolean() }),
})

/** The yearly supplement of the sheet (3-HSĐV): asked of everybody at once, answered, checked by the cell, taken in by the level that keeps the dossiers. */
export const supplementsContract = {
  openCampaign: operation({ method: 'POST', path: '/supplement-campaigns', summary: 'Ask the members of an organisation for the supplement of a year' })
    .input(z.object({ organisationId: id, year: z.number().int().min(1990).max(2100), dueOn: day }))
    .output(z.object({ id, asked: count })),
  listCampaigns: operation({ method: 'GET', path: '/supplement-campaigns', summary: 'Supplements asked for, newest first, with how far they are' })
    .input(z.object({}))
    .output(z.object({ rows: z.array(campaign) })),
  findCampaign: operation({ method: 'GET', path: '/supplement-campaigns/{campaignId}', summary: 'One supplement of a year: who answered and who did not, cell by cell' })
    .input(z.object({ campaignId: id, organisationId: id.optional(), state: z.enum(supplementStates).optional(), ...pageOf }))
    .output(campaign.extend({
      cells: z.array(z.object({ cellId: id, cell: z.string(), total: count, ...counts.shape })), rows: z.array(supplementRow), rowsTotal: count,
      /** Checked forms that the acting level may take in now. */
      readyToTakeIn: count, may: z.object({ takeIn: z.boolean() }),
    })),
  findSupplement: operation({ method: 'GET', path: '/supplements/{supplementId}', summary: 'The form of one member with what stands now' })
    .input(z.object({ supplementId: id }))
    .output(supplement),
  findOwnSupplement: operation({ method: 'GET', path: '/me/supplement', summary: 'The own form of the latest supplement that was asked for' })
    .output(z.object({ supplement: supplement.nullable() })),
  listUnanswered: operation({ method: 'GET', path: '/supplement-campaigns/{campaignId}/unanswered', summary: 'Forms that were not answered, filled in with what stands now, for printing' })
    .input(z.object({ campaignId: id, organisationId: id.optional(), ...pageOf }))
    .output(z.object({ rows: z.array(supplement), total: count })),
  answerSupplement: operation({ method: 'POST', path: '/supplements/{supplementId}/answer', summary: 'Answer a supplement: what changed in the year; an empty list says that nothing did' })
    .input(z.object({ supplementId: id, version, changes: z.array(change).max(60) }))
    .output(done),
  checkSupplement: operation({ method: 'POST', path: '/supplements/{supplementId}/check', summary: 'The cell has checked the answers' })
    .input(z.object({ supplementId: id, version }))
    .output(done),
  returnSupplement: operation({ method: 'POST', path: '/supplements/{supplementId}/return', summary: 'Give the form back with a reason' })
    .input(z.object({ supplementId: id, version, reason: filledLine(500) }))
    .output(done),
  takeInSupplements: operation({ method: 'POST', path: '/supplement-campaigns/{campaignId}/take-in', summary: 'Write the checked answers into the sheets' })
    .input(z.object({ campaignId: id }))
    .output(z.object({ takenIn: count, notTakenIn: z.array(z.object({ supplementId: id, fullName: z.string(), items: z.array(z.string()) })) })),
}
