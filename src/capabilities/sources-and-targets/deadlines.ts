import { addDays, formatDay, type PlainDate } from '../../kernel/index.ts'
import type { Deadlines, DueItem } from '../reminders/index.ts'
import { certificateRuleOn } from './actions/checks.ts'
import { dueActs, ruleValue } from './messages.vi.ts'
import { CERTIFICATE_WARNING_DAYS, certificateCovers, nextRemarkDue, quarterOf } from './model.ts'
import { listOpenFollowings, type OpenFollowing } from './queries/due.ts'

type Rule = Awaited<ReturnType<typeof certificateRuleOn>>

type Span = { readonly today: PlainDate; readonly until: PlainDate }

const subject = (f: OpenFollowing) => ({
  subjectId: f.prospectId, subjectType: 'prospect' as const, personId: f.personId, personName: f.personName, bornYear: f.bornYear, organisationId: f.cellId,
})

/** The day on which a certificate lapses; spoken of from 90 days before. A certificate that has lapsed stays until the class is repeated. */
function certificateItem(f: OpenFollowing, rule: Rule, { today, until }: Span): DueItem | undefined {
  if (!f.issuedOn) return undefined
  const dueOn = certificateCovers(f.issuedOn, rule.months)
  const warnFrom = addDays(dueOn, -CERTIFICATE_WARNING_DAYS)
  if (warnFrom > until) return undefined
  const lapsed = dueOn < today
  return {
    ...subject(f), kind: 'certificateExpiring', dueOn, warnFrom,
    nextActCode: lapsed ? 'sourcesAndTargets.repeatClass' : 'sourcesAndTargets.useCertificate', nextAct: lapsed ? dueActs.repeatClass : dueActs.useCertificate(formatDay(dueOn)),
    owner: 'cell', counting: 'calendar', rule: { value: ruleValue(rule.months), source: rule.source },
  }
}

/** The last day of the first quarter without a remark. */
function remarkItem(f: OpenFollowing, { until }: Span): DueItem | undefined {
  const dueOn = nextRemarkDue(f.openedOn, f.lastQuarter)
  if (dueOn > until) return undefined
  return {
    ...subject(f), kind: 'prospectRemark', dueOn, nextActCode: 'sourcesAndTargets.writeRemark', nextAct: dueActs.writeRemark(quarterOf(dueOn)),
    owner: 'cell', counting: 'calendar', rule: null,
  }
}

/** What falls due about people who are followed: certificates about to lapse, and quarters without a remark. */
export const sourcesAndTargetsDeadlines: Deadlines = async (ctx, query) => {
  const asks = (kind: DueItem['kind']) => !query.kinds?.length || query.kinds.includes(kind)
  if (!asks('certificateExpiring') && !asks('prospectRemark')) return []
  const rule = await certificateRuleOn(ctx, ctx.today)
  const followings = await listOpenFollowings(ctx.db, { organisationId: query.organisationId, today: ctx.today })
  const span = { today: ctx.today, until: query.until }
  return followings
    .flatMap((f) => [asks('certificateExpiring') ? certificateItem(f, rule, span) : undefined, asks('prospectRemark') ? remarkItem(f, span) : undefined])
    .filter((item) => item !== undefined)
}
