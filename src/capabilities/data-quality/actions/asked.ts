import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { findTop, loadOrganisation, type Organisation } from '../../organisations/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import { ruleKeys, ruleOf, type RuleKey } from '../catalogue.ts'
import type { FaultKind } from '../codes.ts'
import { nothingYet } from '../errors.ts'
import type { dataQualityPolicy } from '../policy.ts'
import type { Asked } from '../queries/faults.ts'
import { lawOn } from '../rules/law.ts'

type Asking = { readonly organisationId?: string | undefined; readonly asOf?: PlainDate | undefined; readonly knownAt?: string | undefined }

/** The organisation asked about, within one's part: the one named, else the own one, for the keeper of the machine the top. Authorises. */
export async function placeAsked(ctx: Ctx, permission: keyof typeof dataQualityPolicy, { organisationId, asOf, knownAt }: Asking): Promise<Organisation> {
  const id = organisationId ?? ctx.actor.organisationId ?? (await findTop(ctx.db, ctx.today))?.id
  if (organisationId && organisationId !== ctx.actor.organisationId) await ctx.authorise(permission, { organisationId })
  else await ctx.authorise(permission, 'own part')
  if (!id) throw nothingYet()
  return loadOrganisation(ctx.db, id, asOf ?? ctx.today, knownAt)
}

/** What the queries are given, with the law of the day and what was entered for unconfirmed values. */
export async function askedOf(ctx: Ctx, organisationId: string, { asOf, knownAt }: Asking, rules: readonly RuleKey[] = ruleKeys): Promise<Asked> {
  const on = asOf ?? ctx.today
  return { organisationId, on, knownAt, rules, law: lawOn(on, await loadOverrides(ctx.db)) }
}

/** The rules that a filter leaves; a rule and a kind that it is not of leave none. */
export const rulesWanted = ({ rule, kind }: { rule?: RuleKey | undefined; kind?: FaultKind | undefined }): RuleKey[] =>
  ruleKeys.filter((key) => (!rule || key === rule) && (!kind || ruleOf(key).kind === kind))
