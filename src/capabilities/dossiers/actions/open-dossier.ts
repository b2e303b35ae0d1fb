import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { findPerson } from '../../members/index.ts'
import { grassrootsOf } from '../../organisations/index.ts'
import type { dossiersContract } from '../contract.ts'
import { alreadyOpened, dossierNotFound } from '../errors.ts'
import { describe, findDossierOf, insertDossier } from '../queries/dossiers.ts'
import { auditDossier, dossierFor, refuseStale, refuseTomorrow } from './checks.ts'
import { takeIn } from './take-in.ts'

type Contract = typeof dossiersContract

/** Opens the dossier of a member, kept by the grassroots committee of the cell, and takes in the papers of decided files of admission. */
export async function openDossier(ctx: Ctx, input: InputOf<Contract['openDossier']>) {
  await ctx.authorise('dossiers.write', { personId: input.personId })
  refuseTomorrow(ctx, input.openedOn)
  const person = await findPerson(ctx.db, input.personId)
  if (!person) throw dossierNotFound()
  if (await findDossierOf(ctx.db, person.id)) throw alreadyOpened(person.fullName)
  const grassroots = await grassrootsOf(ctx.db, person.keeperId, ctx.today)
  const keeperId = grassroots?.id ?? person.keeperId
  const dossierId = await insertDossier(ctx.db, { ...input, keeperId, by: ctx.actor.accountId })
  const takenIn = await takeIn(ctx, { dossierId, personId: person.id })
  await auditDossier(ctx, 'opened', { id: dossierId, cellId: person.keeperId, personId: person.id }, { openedOn: input.openedOn, keeperId, takenIn })
  return { dossierId, takenIn }
}

/** Where the dossier lies, and what happened to the member beside what the register tells. */
export async function describeDossier(ctx: Ctx, { dossierId, version, ...input }: InputOf<Contract['describeDossier']>) {
  const dossier = await dossierFor(ctx, 'dossiers.write', dossierId)
  refuseStale(version, dossier.version)
  const events = [...new Set(input.events)]
  await describe(ctx.db, dossierId, { ...input, events })
  await auditDossier(ctx, 'described', dossier, { ...input, events, formerEvents: dossier.events })
  return { version: dossier.version + 1 }
}

/** Takes in papers of admission files that came after the dossier was opened. */
export async function takeInAdmission(ctx: Ctx, { dossierId }: InputOf<Contract['takeInAdmission']>) {
  const dossier = await dossierFor(ctx, 'dossiers.write', dossierId)
  const takenIn = await takeIn(ctx, { dossierId, personId: dossier.personId })
  await auditDossier(ctx, 'admissionTakenIn', dossier, { takenIn })
  return { takenIn }
}
