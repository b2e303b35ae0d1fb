import { newId } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import type { organisationsContract } from '../contract.ts'
import { codeTaken, foundedBeforeParent, parentCannotHave } from '../errors.ts'
import { organisationTypeNames } from '../messages.vi.ts'
import { isResidentialName, mayStandUnder, shortNameOf } from '../model.ts'
import { insertAct, insertOrganisations } from '../queries/changes.ts'
import { findOrganisationByCode, loadOrganisation, rebuildClosure } from '../queries/organisations.ts'

type Input = InputOf<typeof organisationsContract.foundOrganisation>

async function checkPlace(ctx: Ctx, { parentId, type, on, code }: Input): Promise<void> {
  const today = await loadOrganisation(ctx.db, parentId, ctx.today)
  if (on < today.foundedOn) throw foundedBeforeParent(on, today.name, today.foundedOn)
  const parent = await loadOrganisation(ctx.db, parentId, on)
  if (!organisationTypeNames[type] || !mayStandUnder(type, parent.type)) throw parentCannotHave(parent.name, organisationTypeNames[type] ?? type)
  const taken = code ? await findOrganisationByCode(ctx.db, code, on) : undefined
  if (taken) throw codeTaken(code!, taken.name)
}

/**
 * Founds an organisation under another one by a decision, from a day. Refuses `organisations.notFound`, `organisations.foundedBeforeParent`,
 * `organisations.parentCannotHave`, `organisations.codeTaken`.
 */
export async function foundOrganisation(ctx: Ctx, input: Input) {
  const { parentId, name, type, on } = input
  await ctx.authorise('organisations.found', { organisationId: parentId })
  await checkPlace(ctx, input)
  const id = newId()
  const actId = await insertAct(ctx.db, { kind: 'founding', decisionNumber: input.decisionNumber, decidedOn: input.decidedOn, issuedBy: input.issuedBy ?? null, effectiveOn: on })
  await insertOrganisations(ctx.db, [{ id, parentId, foundedOn: on, versions: [{
    name, shortName: shortNameOf(name), type, code: input.code ?? null, areaKind: input.areaKind ?? null, adminUnitCode: input.adminUnitCode ?? null,
    residential: isResidentialName(name), from: on, until: null, actId }] }])
  await rebuildClosure(ctx.db)
  await ctx.audit({ event: 'organisations.founded', subject: { type: 'organisation', id }, organisationId: id, facts: { ...input, id } })
  return { id }
}
