import { addDays, type PlainDate } from '../../kernel/index.ts'
import { sql, type Ctx } from '../../platform/action/index.ts'
import { fillIn } from '../../platform/words.ts'
import { cellTermMonths, firstRuledDay, grassrootsCellTermMonths, grassrootsTermMonths, sectionTermMonths } from '../../regulations/index.ts'
import { dueWords } from './messages.vi.ts'
import { isCell, isGrassroots, isSection } from './model.ts'
import { belowCondition } from './queries/organisations.ts'

type EndingTerm = { id: string; organisationId: string; type: string; from: PlainDate; until: PlainDate }

const termRuleOf = (type: string) =>
  type === 'CB_CO_SO' ? grassrootsCellTermMonths : isCell(type) ? cellTermMonths : isSection(type) ? sectionTermMonths : isGrassroots(type) ? grassrootsTermMonths : undefined

const ownerOf = (type: string) =>
  isCell(type) ? ('cell' as const) : isSection(type) ? ('sectionCommittee' as const) : isGrassroots(type) ? ('grassrootsCommittee' as const) : ('standingBoard' as const)

function ruleOf({ type, from }: EndingTerm) {
  const rule = from >= firstRuledDay ? termRuleOf(type)?.usedOn(from) : undefined
  return rule ? { value: fillIn(dueWords.termMonths, { months: rule.value }), source: rule.citation } : null
}

/** Last terms that ended without a new one, or end up to `until` (inclusive), within the actor's part. */
export async function organisationsDeadlines(ctx: Ctx, query: { until: PlainDate; organisationId?: string | undefined; kinds?: readonly string[] | undefined }) {
  if (query.kinds && !query.kinds.includes('committeeTerm')) return []
  const below = query.organisationId ? sql`and c.organisation_id ${belowCondition(query.organisationId, ctx.today)}` : sql``
  const terms = await ctx.db.rows<EndingTerm>(sql`
    select c.id, c.organisation_id as "organisationId", v.type, lower(c.term) as "from", upper(c.term) as until
    from organisations.committee c
    join organisations.version v on v.organisation_id = c.organisation_id and v.superseded_at is null and v.valid_during @> ${ctx.today}::date
    where c.superseded_at is null and upper(c.term) <= ${addDays(query.until, 1)}::date ${below}
      and not exists (select from organisations.committee later
        where later.organisation_id = c.organisation_id and later.superseded_at is null and later.term > c.term)`)
  return terms.map((term) => ({
    kind: 'committeeTerm' as const, subjectId: term.id, subjectType: 'committee' as const, personId: null, personName: null, bornYear: null,
    organisationId: term.organisationId, dueOn: addDays(term.until, -1), nextActCode: 'holdCongress', nextAct: dueWords.holdCongress,
    owner: ownerOf(term.type), counting: 'calendar' as const, rule: ruleOf(term),
  }))
}
