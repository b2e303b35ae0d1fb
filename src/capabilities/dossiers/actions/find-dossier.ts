import { laterOf, earliestDay, type PlainDate, type UncertainDate } from '../../../kernel/index.ts'
import { isPast, seenBy, type Ctx, type Seen } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { mayHavePicture } from '../../../platform/pictures/index.ts'
import {
  dossierEventNames, dossierKeeping, dossierReasonNames, findDossierType, firstRuledDay, formMarkOn, requiredInDossier, type DossierDocumentType, type DossierRequirement,
} from '../../../regulations/index.ts'
import { followPerson, loadPersonAsKnown, membershipsSeen, placementsSeen, type Person } from '../../members/index.ts'
import { loadOverrides } from '../../rulebook/index.ts'
import type { dossiersContract } from '../contract.ts'
import { itemsOn, loansOn, recordedIn, remakingsOn } from '../as-of.ts'
import { checklistOf, type Line } from '../checklist.ts'
import { completenessOf, factsOf, isComplete, type HeldPaper, type RegisterFacts } from '../model.ts'
import { findDossierSeen, type Dossier } from '../queries/dossiers.ts'
import { listItems, type Item } from '../queries/items.ts'
import { listLoansOf, type Loan } from '../queries/loans.ts'
import { listRemakings, type Remaking } from '../queries/remakings.ts'
import { listScansOf, type Scan } from '../queries/scans.ts'
import { placesOf, surveyOne } from '../queries/survey.ts'
import { auditDossier } from './checks.ts'
import { shownLoan } from './lend.ts'
import { papersToTakeIn } from './take-in.ts'

type Answer = AnswerOf<typeof dossiersContract.findDossier>
type Events = Answer['events']

const endEvents = { death: 'died', strikeOff: 'struckOff', resignation: 'left', expulsion: 'disciplined', transferOut: undefined } as const

/** What decides about the papers of who is no member on the day: the last spell, and how it ended. */
async function factsOfFormer(ctx: Ctx, person: Person, dossier: Dossier | undefined, seen: Seen): Promise<RegisterFacts & { status: null }> {
  const spells = await membershipsSeen(ctx.db, person.id, seen)
  const last = spells.at(-1)
  const end = last?.endKind ? endEvents[last.endKind] : undefined
  return {
    joinedOn: last?.admittedOn ?? last?.ceremonyOn ?? last?.decidedOn ?? null, bornOn: person.bornOn, official: Boolean(last?.confirmedOn), status: null,
    events: [...(dossier?.events ?? []), ...(spells.length > 1 ? ['readmitted'] : []), ...(end ? [end] : [])],
  }
}

type Kept = { readonly items: readonly Item[]; readonly scans: readonly (Scan & { readonly hasPicture: boolean })[]; readonly loans: readonly Loan[] }

const withPictures = ({ files }: Ctx, scans: readonly Scan[]) =>
  Promise.all(scans.map(async (scan) => ({ ...scan, hasPicture: await mayHavePicture(files, scan.contentHash, scan.mediaType) })))

function shownItem(item: Item, { items, scans, loans }: Kept, today: string): Answer['lines'][number]['items'][number] {
  const lent = loans.find((loan) => loan.returnedOn === null && loan.itemId === item.id)
  const former = items.filter((each) => each.id === item.id && !each.isLive)
  return {
    id: item.id, documentType: item.documentType, title: item.title ?? findDossierType(item.documentType)?.title ?? item.documentType, number: item.number, datedOn: item.datedOn, pages: item.pages,
    state: item.state, place: item.place, basis: item.basis, fromAdmission: item.sourceId !== null, recordedAt: item.recordedAt, recordedBy: item.recordedBy, version: item.version,
    loan: lent ? { id: lent.id, borrower: lent.borrower, dueOn: lent.dueOn, isLate: lent.dueOn < today } : null,
    scans: scans.filter(({ itemId }) => itemId === item.id).map(({ contentHash: _h, itemId: _i, ...scan }) => scan),
    former: former.map(({ state, number, datedOn, basis, recordedAt, recordedBy }) => ({ state, number, datedOn, basis, recordedAt, recordedBy })),
  }
}

function shownRequirement({ reason, event, year, anyOf, certainty, rule }: DossierRequirement): NonNullable<Answer['lines'][number]['required']> {
  const reasonText = event ? `${dossierReasonNames.event}: ${dossierEventNames[event].toLowerCase()}` : dossierReasonNames[reason]
  return { reason, reasonText, year: year ?? null, anyOf: [...anyOf], certainty, citation: rule.citation }
}

function shownLine({ type, requirement, state, items }: Line, kept: Kept, today: string, mark: ReturnType<typeof formMarkOn>): Answer['lines'][number] {
  return {
    documentType: type.code, title: type.title, group: type.group, formMark: mark?.mark ?? null, formMarkConfirmed: mark?.confirmed ?? false, catalogueNo: type.catalogueNo ?? null,
    multiple: type.multiple, required: requirement ? shownRequirement(requirement) : null, state, items: items.map((item) => shownItem(item, kept, today)),
  }
}

const shownRemaking = ({ documentType, ...remaking }: Remaking): Answer['remakings'][number] =>
  ({ ...remaking, documentType, title: documentType ? (findDossierType(documentType)?.title ?? documentType) : null })

async function rightsOver(ctx: Ctx, personId: string): Promise<Answer['may']> {
  const on = { personId }
  return { write: await ctx.may('dossiers.write', on), readScan: await ctx.may('dossiers.readScan', on), lend: await ctx.may('dossiers.lend', on), remake: await ctx.may('dossiers.remake', on) }
}

async function personShown(ctx: Ctx, { id, fullName, bornOn }: Person, facts: RegisterFacts & { status: string | null; cellId: string }, on: PlainDate): Promise<Answer['person']> {
  const [place] = facts.status ? await placesOf(ctx.db, [facts.cellId], on) : []
  return { id, fullName, bornOn, cellId: facts.status ? facts.cellId : null, cell: place?.cell ?? null, organisation: place?.organisation ?? null, status: facts.status, joinedOn: facts.joinedOn }
}

/** Everything that lay in a dossier on a day, as known at a moment. */
async function keptOn(ctx: Ctx, { id }: Dossier, seen: Seen): Promise<Kept> {
  const scans = await withPictures(ctx, recordedIn(await listScansOf(ctx.db, id, seen.knownAt), seen))
  return { items: itemsOn(await listItems(ctx.db, id), seen), scans, loans: loansOn(await listLoansOf(ctx.db, id, seen), seen.on) }
}

const nothing = { write: false, readScan: false, lend: false, remake: false }

/**
 * What the dossier of a member must hold on a day, as known at a moment, and how each paper stood; why it is required, and where it lay. In the past
 * nothing may be written. The look is written to the trail.
 */
export async function findDossier(ctx: Ctx, { personId: asked, ...clocks }: InputOf<typeof dossiersContract.findDossier>): Promise<Answer> {
  await ctx.authorise('dossiers.read', { personId: asked })
  const { db } = ctx
  const personId = (await followPerson(db, asked)) ?? asked
  const seen = seenBy(ctx, clocks)
  const { on, knownAt } = seen
  const person = await loadPersonAsKnown(db, personId, knownAt)
  const dossier = await findDossierSeen(db, personId, seen)
  const cellId = (await placementsSeen(db, personId, seen)).find(({ lastDay }) => lastDay === null)?.cellId ?? person.keeperId
  const facts = (await surveyOne(db, cellId, personId, seen)) ?? (await factsOfFormer(ctx, person, dossier, seen))
  const requirements = requiredInDossier(factsOf(facts), on, await loadOverrides(db))
  const kept: Kept = dossier ? await keptOn(ctx, dossier, seen) : { items: [], scans: [], loans: [] }
  const live = kept.items.filter(({ isLive }) => isLive)
  const held: HeldPaper[] = live.map(({ documentType, state, datedOn }) => ({ documentType, state, year: datedOn ? Number(datedOn.slice(0, 4)) : null }))
  const completeness = completenessOf(requirements, held)
  const markOf = (type: DossierDocumentType, item: Item | undefined) => formMarkOn(type.code, item?.datedOn ? earliestDay(item.datedOn) : facts.joinedOn ? earliestDay(facts.joinedOn as UncertainDate) : on)
  if (dossier) await auditDossier(ctx, 'read', dossier)
  return {
    asOf: on, person: await personShown(ctx, person, { ...facts, cellId }, on),
    dossier: dossier ? shownDossier(dossier) : null,
    events: [...new Set(facts.events)] as Events, completeness, isComplete: dossier !== undefined && isComplete(completeness),
    lines: checklistOf(requirements, live).map((line) => shownLine(line, kept, on, markOf(line.type, line.items[0]))),
    toTakeIn: isPast(ctx, clocks) ? 0 : (await papersToTakeIn(ctx, personId, dossier?.id)).length,
    loans: kept.loans.map((loan) => shownLoan(loan, on)), remakings: dossier ? remakingsOn(await listRemakings(db, dossier.id, knownAt), on).map(shownRemaking) : [],
    keeping: dossierKeeping.usedOn(laterOf(on, firstRuledDay)).citation, may: isPast(ctx, clocks) ? { ...nothing, readScan: await ctx.may('dossiers.readScan', { personId }) } : await rightsOver(ctx, personId),
  }
}

const shownDossier = ({ id, keeperId, keeper, room, cabinet, box, folder, openedOn, basis, events, version }: Dossier): Answer['dossier'] =>
  ({ id, keeper: { id: keeperId, name: keeper }, place: { room, cabinet, box, folder }, openedOn, basis, events: events as Events, version })
