import { newId } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { committeeOf, loadOrganisation, type Organisation } from '../../organisations/index.ts'
import type { sourcesAndTargetsContract } from '../contract.ts'
import { notDirectlyBelow, organisationTwice, periodEndsBeforeItBegins, periodUnknown } from '../errors.ts'
import { yearPeriod } from '../model.ts'
import { findTargetOn, listChildren, listTargetRows, nearestTermTarget, stateTarget, type Period } from '../queries/targets.ts'

type Input = InputOf<typeof sourcesAndTargetsContract.assignTargets>

/**
 * Gives targets to those directly below an organisation, or sets the organisation's own (the resolution of its congress). Earlier values
 * stay, superseded. A sum that differs from what the organisation was given itself is told in the answer, never refused.
 * A term without days takes those of the term target above, else of the committee (`periodUnknown` when there is neither).
 */
export async function assignTargets(ctx: Ctx, input: Input) {
  await ctx.authorise('sourcesAndTargets.assignTargets', { organisationId: input.organisationId })
  const above = await loadOrganisation(ctx.db, input.organisationId, ctx.today)
  const period = await periodOf(ctx, input, above)
  const children = await checkRows(ctx, input, above)
  let changed = 0
  for (const row of input.rows) changed += await state(ctx, input, period, row)
  if (changed === 0) await ctx.audit({ event: 'sourcesAndTargets.targetsUnchanged', subject: { type: 'organisation', id: above.id }, organisationId: above.id, facts: { kind: input.period.kind } })
  return { changed, ...(await balance(ctx, input, period, [...children.keys()])) }
}

async function periodOf(ctx: Ctx, { period }: Input, above: Organisation): Promise<Period> {
  if (period.kind === 'year') return yearPeriod(period.year)
  const given = period.from && period.until ? { from: period.from, until: period.until } : await termOf(ctx, above)
  const { from = given?.from, until = given?.until } = period
  if (!from || !until) throw periodUnknown(above.name)
  if (until <= from) throw periodEndsBeforeItBegins(from, until)
  return { from, until }
}

async function termOf(ctx: Ctx, above: Organisation): Promise<Partial<Period> | undefined> {
  const target = await nearestTermTarget(ctx.db, above.id, ctx.today)
  if (target) return { from: target.from, until: target.until }
  const committee = await committeeOf(ctx.db, above.id, ctx.today)
  return committee && { from: committee.termFrom, until: committee.termUntil ?? undefined }
}

async function checkRows(ctx: Ctx, input: Input, above: Organisation): Promise<Map<string, string>> {
  const children = new Map((await listChildren(ctx.db, above.id, ctx.today)).map((child) => [child.id, child.name]))
  const seen = new Set<string>()
  for (const { organisationId } of input.rows) {
    if (seen.has(organisationId)) throw organisationTwice(children.get(organisationId) ?? above.name)
    seen.add(organisationId)
    if (organisationId === above.id) await ctx.authorise('sourcesAndTargets.setOwnTarget', { organisationId })
    else if (!children.has(organisationId)) throw notDirectlyBelow((await loadOrganisation(ctx.db, organisationId, ctx.today)).name, above.name)
  }
  return children
}

async function state(ctx: Ctx, input: Input, period: Period, row: Input['rows'][number]): Promise<0 | 1> {
  const { measure, basis, period: { kind } } = input
  const former = (await listTargetRows(ctx.db, row.organisationId)).find((each) =>
    each.supersededAt === null && each.kind === kind && each.measure === measure && each.from < period.until && period.from < each.until)
  if (former && former.value === row.value && former.basis === basis && former.from === period.from && former.until === period.until) return 0
  const id = newId()
  await stateTarget(ctx.db, { id, organisationId: row.organisationId, kind, measure, ...period, value: row.value, basis })
  await ctx.audit({
    event: 'sourcesAndTargets.targetAssigned', subject: { type: 'target', id }, organisationId: row.organisationId,
    facts: { kind, measure, from: period.from, until: period.until, before: former?.value ?? null, after: row.value, basis },
  })
  return 1
}

/** What was passed on against what was given. */
async function balance(ctx: Ctx, { organisationId, measure, period: { kind } }: Input, { from }: Period, children: readonly string[]) {
  const asked = { kind, measure, on: from }
  const given = (await findTargetOn(ctx.db, organisationId, asked))?.value ?? null
  let passedOn = 0
  for (const child of children) passedOn += (await findTargetOn(ctx.db, child, asked))?.value ?? 0
  return { given, passedOn, difference: given === null ? null : passedOn - given }
}
