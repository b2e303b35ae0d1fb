import type { Ctx } from '../../platform/action/index.ts'
import { fillIn } from '../../platform/words.ts'
import { correctionDue, describeValue, findRule, type Settings } from '../../regulations/index.ts'
import type { Deadlines, DueItem, DueOwner } from '../reminders/index.ts'
import { loadOverrides, loadSwaps } from '../rulebook/index.ts'
import { itemName } from './changes.ts'
import { dueWords } from './messages.vi.ts'
import { keepersAmong, listOpenForms, listOpenProposals, type OpenForms, type OpenProposal } from './queries/due.ts'

type Keepers = Awaited<ReturnType<typeof keepersAmong>>

const ownerOf = (keeperId: string | null, { grassroots }: Keepers): DueOwner => (keeperId === null || grassroots.has(keeperId) ? 'grassrootsCommittee' : 'decidingOffice')

function itemOfProposal(proposal: OpenProposal, keepers: Keepers, settings: Settings): DueItem {
  const { dueOn, rules: [rule] } = correctionDue(proposal.proposedOn, settings)
  return {
    kind: 'sheetProposal', subjectId: proposal.id, subjectType: 'sheetProposal', personId: proposal.personId, personName: proposal.fullName, bornYear: proposal.bornOn ? Number(proposal.bornOn.slice(0, 4)) : null,
    organisationId: proposal.cellId, dueOn, nextActCode: 'decideProposal', nextAct: fillIn(dueWords.decideProposal, { items: proposal.changes.map(itemName).join(', ') }),
    owner: ownerOf(proposal.keeperId, keepers), counting: 'workingDays', rule: { value: describeValue(findRule(rule!.key)!, rule!.value), source: rule!.citation },
  }
}

const ofSupplement = { subjectType: 'supplementOfYear', personId: null, personName: null, bornYear: null, counting: 'calendar', rule: null } as const

/** What a cell has to do for the supplement of a year: ask those who have not answered, check those who have. */
function itemOfCell({ cellId, year, dueOn, unanswered, unchecked }: OpenForms): DueItem {
  const words = unanswered === 0 ? dueWords.check : unchecked === 0 ? dueWords.answer : dueWords.answerAndCheck
  return {
    ...ofSupplement, kind: 'supplement', subjectId: cellId, organisationId: cellId, dueOn, owner: 'cell', nextActCode: unanswered === 0 ? 'checkSupplement' : 'answerSupplement',
    nextAct: fillIn(words, { n: unanswered || unchecked, m: unchecked, year: String(year) }),
  }
}

/** Forms that the cells have checked wait for the level that keeps the dossiers; one thing a keeper, by the earliest campaign. */
function itemsOfKeepers(forms: readonly OpenForms[], keepers: Keepers): DueItem[] {
  const first = new Map<string, OpenForms>()
  for (const each of forms) {
    if (each.checked === 0 || !each.keeperId || !keepers.reached.has(each.keeperId)) continue
    const known = first.get(each.keeperId)
    if (!known) first.set(each.keeperId, each)
    else if (known.dueOn === each.dueOn && known.year === each.year) first.set(each.keeperId, { ...known, checked: known.checked + each.checked })
  }
  return [...first].map(([keeperId, { checked, year, dueOn }]) => ({
    ...ofSupplement, kind: 'supplementTakeIn', subjectId: keeperId, organisationId: keeperId, dueOn, owner: ownerOf(keeperId, keepers), nextActCode: 'takeInSupplements', nextAct: fillIn(dueWords.takeIn, { n: checked, year: String(year) }),
  }))
}

function itemsOfForms(forms: readonly OpenForms[], keepers: Keepers): DueItem[] {
  const open = forms.filter(({ unanswered, unchecked }) => unanswered + unchecked > 0)
  // A cell has one thing to do at a time: the earliest supplement that is open.
  const firstOfCell = open.filter((each, i) => open.findIndex(({ cellId }) => cellId === each.cellId) === i)
  return [...firstOfCell.map(itemOfCell), ...itemsOfKeepers(forms, keepers)]
}

const settingsOf = async ({ db }: Ctx): Promise<Settings> => ({ overrides: await loadOverrides(db), swaps: await loadSwaps(db) })

/** Corrections to be decided, and supplements of the year to be answered, checked and taken in: one thing a cell and a keeper, not one a member. */
export const memberSheetDeadlines: Deadlines = async (ctx, { until, organisationId, kinds }) => {
  const wanted = (...some: DueItem['kind'][]) => !kinds?.length || some.some((kind) => kinds.includes(kind))
  const proposals = wanted('sheetProposal') ? await listOpenProposals(ctx.db, organisationId, ctx.today) : []
  const forms = wanted('supplement', 'supplementTakeIn') ? await listOpenForms(ctx.db, until, organisationId, ctx.today) : []
  const ids = [...proposals, ...forms].flatMap(({ keeperId }) => keeperId ?? [])
  if (proposals.length + forms.length === 0) return []
  const keepers = await keepersAmong(ctx.db, [...new Set(ids)], ctx.today)
  const settings = proposals.length > 0 ? await settingsOf(ctx) : {}
  return [...proposals.map((each) => itemOfProposal(each, keepers, settings)), ...itemsOfForms(forms, keepers)].filter((item) => item.dueOn <= until && wanted(item.kind))
}
