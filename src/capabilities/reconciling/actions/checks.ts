import type { Ctx } from '../../../platform/action/index.ts'
import { signedAlready } from '../errors.ts'
import { kindsOf, ownerOf, saidFor } from '../model.ts'
import { renewDifferences, type Claim } from '../queries/differences.ts'
import { listEntries, type Listed } from '../queries/lists.ts'
import { signatureOf, type Reconciliation } from '../queries/reconciliations.ts'
import { listStatements, type KeptStatement } from '../queries/statements.ts'

/** What was signed is not changed. Refuses `reconciling.signedAlready`. */
export function refuseSigned(reconciliation: Reconciliation): void {
  if (signatureOf(reconciliation, 'grassroots')) throw signedAlready()
}

/** Of which list the reader speaks: the whole organisation, or the own cell. */
export const scopeOf = (ctx: Ctx, { isWhole, organisationId }: Reconciliation): string => (isWhole ? organisationId : (ctx.actor.organisationId ?? organisationId))

function claimsOf(statement: KeptStatement, { entry, organisationId }: { entry: Listed | undefined; organisationId: string }): Claim[] {
  const { id, placeId, personId, fullName, bornOn, reasonOn, note, questions } = statement
  return kindsOf(statement).map((kind) => {
    const theirs = saidFor(kind, statement)
    const ours = entry ? Object.fromEntries(Object.keys(theirs).flatMap((field) => { const value = entry[field as keyof Listed]; return value ? [[field, value]] : [] })) : {}
    const asked = kind === 'unclear' ? [note, ...questions].filter(Boolean).join('; ') || null : note
    return { statementId: id, kind, placeId, personId, fullName, bornOn, ours, theirs, note: asked, owner: ownerOf(kind, { reasonOn, atCell: placeId !== organisationId }) }
  })
}

/** Opens, renews and withdraws the tasks that follow from what is said now, of the given lines or of all. Answers how many were opened. */
export async function renewTasks(ctx: Ctx, reconciliation: Reconciliation, only?: (statement: KeptStatement) => boolean): Promise<number> {
  const statements = (await listStatements(ctx.db, reconciliation.id)).filter((each) => !only || only(each))
  const entries = new Map((await listEntries(ctx.db, reconciliation.id)).map((each) => [each.personId, each]))
  const { id, organisationId, dueOn } = reconciliation
  const claims = statements.flatMap((each) => claimsOf(each, { entry: each.personId ? entries.get(each.personId) : undefined, organisationId }))
  return renewDifferences(ctx.db, { reconciliationId: id, organisationId, dueOn, ...(only ? { statementIds: new Set(statements.map((each) => each.id)) } : {}) }, claims)
}
