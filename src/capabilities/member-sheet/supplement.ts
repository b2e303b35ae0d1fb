import type { Ctx } from '../../platform/action/index.ts'
import type { AnswerOf } from '../../platform/http/index.ts'
import { shownChange } from './changes.ts'
import type { supplementsContract } from './contract-supplements.ts'
import type { Supplement } from './queries/campaigns.ts'
import { coveringFor, itemsSeen } from './sheet.ts'
import { supplementItems } from './supplement-items.ts'

type Shown = AnswerOf<typeof supplementsContract.findSupplement>

const items: readonly string[] = supplementItems

/** A form with what stands now in the items that change from year to year, and what was answered. The caller has authorised. */
export async function supplementShown(ctx: Ctx, s: Supplement): Promise<Shown> {
  const { personId } = s
  const covers = await coveringFor(ctx, personId)
  const { fields, lists } = await itemsSeen(ctx, personId, { on: ctx.today }, covers)
  const filledIn = [
    ...fields.filter((each) => items.includes(each.key)).map((each) => ({ key: each.key, isList: false, covered: each.covered, text: each.text, content: each.content, entries: [] as Shown['filledIn'][number]['entries'] })),
    ...lists.filter((each) => items.includes(each.key)).map((each) => ({ key: each.key, isList: true, covered: each.covered, text: null, content: null, entries: each.entries.map(({ entryId, text, content }) => ({ entryId, text, content })) })),
  ]
  const isOpen = s.state === 'asked' || s.state === 'answered' || s.state === 'returned'
  const [answers, checks] = [await ctx.may('memberSheet.answer', { personId }), await ctx.may('memberSheet.check', { personId })]
  return {
    id: s.id, personId, fullName: s.fullName, bornOn: s.bornOn, cellId: s.cellId, cell: s.cell, state: s.state, answeredOn: s.answeredOn, version: s.version, year: s.year, dueOn: s.dueOn,
    organisation: s.organisation, by: s.by, returnReason: s.returnReason, items: s.answers.map((change) => ('field' in change ? change.field : change.list)),
    changes: s.answers.map((change) => shownChange(change, ctx.today, covers)), filledIn,
    may: { answer: isOpen && answers, check: s.state === 'answered' && checks, sendBack: (s.state === 'answered' || s.state === 'checked') && checks },
  }
}
