import { formatDay, type PlainDate } from '../../kernel/index.ts'
import type { Ctx } from '../../platform/action/index.ts'
import { fillIn } from '../../platform/words.ts'
import { cardHandingDue, cardListDue, cardLossDue, cardReturnDue, nextCardDay, type Override, type RuleUse } from '../../regulations/index.ts'
import { endNames } from '../members/index.ts'
import { grassrootsUnitsOf } from '../organisations/index.ts'
import type { Deadlines, DueItem, DueKind } from '../reminders/index.ts'
import { loadOverrides } from '../rulebook/index.ts'
import { ruleInWords } from './errors.ts'
import { dueWords } from './messages.vi.ts'
import { listNotHanded, listOpenLosses, listToReturn } from './queries/due.ts'
import { countWithoutCardByCell } from './queries/lists.ts'

type Person = { readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly cellId: string }
type Said = { readonly kind: DueKind; readonly dueOn: PlainDate; readonly rule: RuleUse; readonly nextActCode: string; readonly nextAct: string }

const item = (person: Person, { rule, ...said }: Said): DueItem => ({
  ...said, subjectId: person.personId, subjectType: 'person', personId: person.personId, personName: person.fullName, bornYear: person.bornOn ? Number(person.bornOn.slice(0, 4)) : null, organisationId: person.cellId,
  owner: 'grassrootsCommittee', counting: 'calendar', rule: { value: ruleInWords(rule), source: rule.citation },
})

/** For each grassroots organisation: the list for the next day of issue, while a full member without a card is not on it. */
async function cardLists(ctx: Ctx, until: PlainDate, below: string | undefined, overrides: readonly Override[]): Promise<DueItem[]> {
  const issueOn = nextCardDay(ctx.today, overrides)
  const dueOn = cardListDue(issueOn, overrides)
  if (dueOn > until) return []
  const waiting = await countWithoutCardByCell(ctx.db, below, { on: ctx.today })
  const unitOf = await grassrootsUnitsOf(ctx.db, waiting.map(({ cellId }) => cellId), ctx.today)
  const counts = new Map<string, number>()
  for (const { cellId, n } of waiting) counts.set(unitOf.get(cellId) ?? cellId, (counts.get(unitOf.get(cellId) ?? cellId) ?? 0) + n)
  return [...counts].map(([unitId, n]): DueItem => ({
    kind: 'cardList', subjectId: unitId, subjectType: 'cardList', personId: null, personName: null, bornYear: null, organisationId: unitId, dueOn, owner: 'grassrootsCommittee', counting: 'calendar', rule: null,
    nextActCode: 'proposeCards', nextAct: fillIn(dueWords.list, { day: formatDay(issueOn), n }),
  }))
}

async function handings(ctx: Ctx, below: string | undefined, overrides: readonly Override[]): Promise<DueItem[]> {
  return (await listNotHanded(ctx.db, below, ctx.today)).map((row) => item(row, { kind: 'cardHanding', ...cardHandingDue(row.decidedOn, overrides), nextActCode: 'handCardOver', nextAct: fillIn(dueWords.handOver, { number: row.number }) }))
}

async function losses(ctx: Ctx, below: string | undefined, overrides: readonly Override[]): Promise<DueItem[]> {
  return (await listOpenLosses(ctx.db, below, ctx.today)).map((row) => item(row, { kind: 'cardLoss', ...cardLossDue(row.reportedOn, overrides), nextActCode: 'concludeCardLoss', nextAct: fillIn(dueWords.loss, { day: formatDay(row.reportedOn) }) }))
}

async function returns(ctx: Ctx, below: string | undefined, overrides: readonly Override[]): Promise<DueItem[]> {
  return (await listToReturn(ctx.db, below, ctx.today)).map((row) => item(row, {
    kind: 'cardReturn', ...cardReturnDue(row.endedOn, overrides), nextActCode: 'withdrawCard',
    nextAct: row.endKind === 'death' ? fillIn(dueWords.family, { number: row.number }) : fillIn(dueWords.giveIn, { number: row.number, end: endNames[row.endKind as keyof typeof endNames].toLowerCase() }),
  }))
}

/** Lists of cards to be made, cards to be handed over and taken back, and losses to be concluded. */
export const cardsDeadlines: Deadlines = async (ctx, { until, organisationId, kinds }) => {
  const wanted = (kind: DueKind) => !kinds?.length || kinds.includes(kind)
  const overrides = await loadOverrides(ctx.db)
  const items = [
    ...(wanted('cardList') ? await cardLists(ctx, until, organisationId, overrides) : []), ...(wanted('cardHanding') ? await handings(ctx, organisationId, overrides) : []),
    ...(wanted('cardLoss') ? await losses(ctx, organisationId, overrides) : []), ...(wanted('cardReturn') ? await returns(ctx, organisationId, overrides) : []),
  ]
  return items.filter(({ dueOn }) => dueOn <= until)
}
