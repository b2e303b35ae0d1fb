import { earliestDay, newId, type PlainDate, type UncertainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { InputOf } from '../../../platform/http/index.ts'
import { cellAgreementVote } from '../../../regulations/index.ts'
import { addPerson, findMembershipOn, listMemberships, loadPerson, moveKeeper, type Person } from '../../members/index.ts'
import { isCell, loadOrganisation } from '../../organisations/index.ts'
import { findOpenProspect, latestCertificate, listLike } from '../../sources-and-targets/index.ts'
import { showActed, type Acted } from '../answers.ts'
import { CERTIFICATE, refusalsOfCircumstanceDays } from '../conditions.ts'
import type { admissionContract } from '../contract.ts'
import { alreadyMember, cellNotGiven, neverAMember, noSuperior, notACell, openedBeforeBirth, personKnown, personNotChosen, secondOpenFile, wasAMember } from '../errors.ts'
import { judge } from '../next-act.ts'
import { refuseAll, refusalsOfDay } from '../perform.ts'
import { insertAct } from '../queries/acts.ts'
import { findCaseById, findLine, findOpenCase, insertCase } from '../queries/cases.ts'
import { insertDocument } from '../queries/documents.ts'
import { refuseUnfitIntroducers, sponsorIds } from '../queries/introducers.ts'
import { loadSettings } from '../queries/settings.ts'

type Input = InputOf<typeof admissionContract.openCase>

/** A former member is readmitted by other rules; a member is not admitted at all; one person has one open file. */
async function refuseUnfit(ctx: Ctx, person: Person, { kind, circumstances }: Input): Promise<void> {
  const { id, fullName } = person
  if (await findMembershipOn(ctx.db, id, ctx.today)) throw alreadyMember(fullName)
  const spells = await listMemberships(ctx.db, id)
  if (kind === 'admission' && spells.length > 0) throw wasAMember(fullName)
  if (kind === 'readmission' && spells.length === 0 && !circumstances?.formerMember) throw neverAMember(fullName)
  if (await findOpenCase(ctx.db, id, false)) throw secondOpenFile(fullName)
}

/** Who is written down anew may be known already: then the file belongs to that person. The caller may say that it is somebody else. */
async function refuseKnown(ctx: Ctx, { fullName, bornOn }: NonNullable<Input['person']>): Promise<void> {
  const [known] = await listLike(ctx.db, fullName, bornOn, ctx.today)
  if (!known) return
  const [membership, file] = [await findMembershipOn(ctx.db, known.id, ctx.today), await findOpenCase(ctx.db, known.id, false)]
  refuseAll([personKnown(known.fullName, known.bornOn, known.cellName, known.id), ...(membership ? [alreadyMember(known.fullName)] : []), ...(file ? [secondOpenFile(known.fullName)] : [])])
}

/** The application to join, written by hand. */
const APPLICATION = 'KNĐ-1'

function refuseUnborn(bornOn: UncertainDate | null, on: PlainDate): void {
  if (bornOn && on < earliestDay(bornOn)) throw openedBeforeBirth(on, bornOn)
}

async function cellOf(ctx: Ctx, { personId, cellId }: Input): Promise<string> {
  const found = cellId ?? (personId && (await findOpenProspect(ctx.db, personId))?.cellId)
  if (!found) throw cellNotGiven()
  return found
}

/** The certificate and the application that the cell has already are filed at once, so that nobody asks for them twice. */
async function filePapersKept(ctx: Ctx, caseId: string, personId: string): Promise<void> {
  const certificate = await latestCertificate(ctx.db, personId, ctx.today)
  if (certificate) await insertDocument(ctx.db, caseId, { code: CERTIFICATE, number: certificate.number, datedOn: certificate.issuedOn, receivedOn: ctx.today, sending: 1 })
  const appliedOn = (await findOpenProspect(ctx.db, personId))?.appliedOn
  if (appliedOn) await insertDocument(ctx.db, caseId, { code: APPLICATION, datedOn: appliedOn, receivedOn: ctx.today, sending: 1 })
}

/**
 * Opens a file of admission or readmission, for a person who is followed as a source or for anybody whom a cell takes into consideration.
 * Refuses a member (`admission.alreadyMember`), a second open file, a former member without readmission, a cell without a superior, and for a new
 * person a name and birth that are known already (`admission.personKnown`), unless the caller says it is another one.
 */
export async function openCase(ctx: Ctx, input: Input): Promise<Acted> {
  // Who may open no file anywhere is told so before anything is said of the person.
  await ctx.authorise('admission.prepareCase', 'own part')
  if ((input.personId === undefined) === (input.person === undefined)) throw personNotChosen()
  const cellId = await cellOf(ctx, input)
  await ctx.authorise('admission.prepareCase', { organisationId: cellId })
  const on = input.openedOn ?? ctx.today
  refuseAll(refusalsOfDay(ctx, on))
  const cell = await loadOrganisation(ctx.db, cellId, on)
  if (!isCell(cell.type)) throw notACell(cell.name)
  const line = await findLine(ctx.db, cellId, on)
  if (!line || (line.deciding.id === line.grassroots.id && !line.decidesItself)) throw noSuperior(cell.name, on)
  const settings = await loadSettings(ctx.db)
  await refuseUnfitIntroducers(ctx.db, settings, { cellId, people: sponsorIds(input.circumstances), days: [on, ctx.today], standingOn: ctx.today })
  const known = input.personId ? await loadPerson(ctx.db, input.personId) : undefined
  const bornOn = known ? known.bornOn : input.person!.bornOn
  refuseUnborn(bornOn, on)
  refuseAll(refusalsOfCircumstanceDays(input.circumstances, ctx.today, bornOn))
  if (known) await refuseUnfit(ctx, known, input)
  else if (!input.isAnother) await refuseKnown(ctx, input.person!)

  const personId = input.personId ?? (await addPerson(ctx, { ...input.person!, keeperId: cellId })).id
  await moveKeeper(ctx.db, personId, cellId)
  const rule = cellAgreementVote.usedOn(on, settings.overrides)
  const id = newId()
  await insertCase(ctx.db, { id, kind: input.kind, stage: 'fileOpen', openedOn: on, personId, cellId, circumstances: input.circumstances ?? {} })
  await filePapersKept(ctx, id, personId)
  await insertAct(ctx.db, { caseId: id, step: 'A02', kind: 'openCase', occurredOn: on, fromStage: null, toStage: 'fileOpen', facts: { kind: input.kind }, rules: [rule], actedBy: ctx.actor.accountId })
  await ctx.audit({ event: 'admission.caseOpened', subject: { type: 'caseFile', id }, organisationId: cellId, personId, facts: { kind: input.kind, on }, citations: [rule.citation] })
  return showActed(judge((await findCaseById(ctx.db, id))!, ctx.today, settings))
}
