import { earliestDay, isUncertainDate, type PlainDate } from '../../kernel/index.ts'
import { seenBy, type Ctx } from '../../platform/action/index.ts'
import type { AnswerOf } from '../../platform/http/index.ts'
import { findOrganisation, lineAbove } from '../organisations/index.ts'
import { findHome, loadPersonAsKnown, membershipsSeen, placementsSeen, type MembershipSeen, type PersonField, type PersonWithIdentity } from '../members/index.ts'
import { isCorrectable, openableClasses, sheetFields, sheetLists, type OpenableClass, type SecrecyClass, type SheetField, type SheetList } from './catalogue.ts'
import type { sheetContract } from './contract.ts'
import { dossierKeeperOf } from './queries/keeper.ts'
import { entriesKnown, valuesKnown, type EntryRow, type ValueRow } from './queries/values.ts'
import { sayColumns, sayEntry, sayOtherBirth, sayValue } from './say.ts'

type Sheet = AnswerOf<typeof sheetContract.findSheet>
type ShownField = Sheet['fields'][number]
type ShownList = Sheet['lists'][number]

export type SheetSeen = { readonly on: PlainDate; readonly knownAt?: string | undefined }

/** Which classes a reader does not see. */
export type Covering = (secrecy: SecrecyClass) => boolean

/** Classes covered for the actor, but for those that were opened. Religion and ethnic group are open to whoever may read the strictest class. */
export async function coveringFor(ctx: Ctx, personId: string, opened: readonly OpenableClass[] = []): Promise<Covering> {
  const readsStrict = await ctx.may('members.readStrictClass', { personId })
  return (secrecy) => secrecy !== 'open' && secrecy !== 'personal' && !(opened as readonly SecrecyClass[]).includes(secrecy) && !(secrecy === 'religion' && readsStrict)
}

type Facts = { readonly person: PersonWithIdentity; readonly membership: MembershipSeen | undefined; readonly values: readonly ValueRow[] }

/** A value that no statement of the sheet covers on the day: what the room of members knows. */
function keptElsewhere(field: SheetField, { person, membership }: Facts): unknown {
  if (field.kept === 'person') {
    const value = person[field.key as PersonField] ?? null
    return field.kind === 'place' && value !== null ? { text: value } : value
  }
  return field.kept === 'membership' ? (membership?.[field.key as 'cardNumber' | 'historyNumber' | 'admittedOn' | 'decidedOn' | 'confirmedOn'] ?? null) : null
}

const statementOf = (field: SheetField, row: ValueRow, on: PlainDate): ShownField['former'][number] =>
  ({ text: sayValue(field, row.content, on), from: row.from, lastDay: row.lastDay, recordedAt: row.recordedAt, supersededAt: row.supersededAt, by: row.by, basis: row.basis })

function fieldSeen(field: SheetField, facts: Facts, on: PlainDate, covers: Covering): ShownField {
  const rows = facts.values.filter((row) => row.field === field.key)
  const holding = rows.find((row) => row.holds)
  const head = { key: field.key, group: field.group, form: field.form, secrecy: field.secrecy, correctable: isCorrectable(field) }
  if (covers(field.secrecy)) return { ...head, covered: true, text: null, content: null, since: null, recordedAt: null, by: null, basis: null, difference: null, former: [] }
  const content = holding ? holding.content : keptElsewhere(field, facts)
  const otherBirth = field.key === 'bornOn' ? facts.values.find((row) => row.field === 'bornOnOtherPapers' && row.holds) : undefined
  return {
    ...head, covered: false, text: sayValue(field, content, on), content: content ?? null, since: holding?.from ?? null,
    recordedAt: holding?.recordedAt ?? (field.kept === 'membership' ? (facts.membership?.recordedAt ?? null) : null), by: holding?.by ?? null, basis: holding?.basis ?? null,
    difference: otherBirth ? sayOtherBirth(otherBirth.content) : null,
    former: rows.filter((row) => row !== holding).map((row) => statementOf(field, row, on)),
  }
}

/** A line that begins after the day had not begun; one whose beginning is not known counts as begun. */
function hasBegun(list: SheetList, content: Readonly<Record<string, unknown>>, on: PlainDate): boolean {
  const begins = list.begins ? content[list.begins] : undefined
  return typeof begins !== 'string' || !isUncertainDate(begins) || earliestDay(begins) <= on
}

/** In time where the list is one of time, else in the order of writing. */
const inOrder = (list: SheetList) => (a: EntryRow, b: EntryRow): number =>
  list.begins ? String(a.content[list.begins] ?? '').localeCompare(String(b.content[list.begins] ?? '')) : 0

function listSeen(list: SheetList, rows: readonly EntryRow[], on: PlainDate, covers: Covering): ShownList {
  const head = { key: list.key, group: list.group, form: list.form, secrecy: list.secrecy, correctable: isCorrectable(list) }
  if (covers(list.secrecy)) return { ...head, covered: true, entries: [], former: [] }
  const own = rows.filter((row) => row.list === list.key)
  const live = own.filter((row) => row.supersededAt === null && !row.removed && hasBegun(list, row.content, on)).toSorted(inOrder(list))
  const former = own.filter((row) => row.supersededAt !== null && !row.removed)
  return {
    ...head, covered: false,
    entries: live.map(({ entryId, content, recordedAt, by, basis }) => ({ entryId, content, columns: sayColumns(list, content), text: sayEntry(list, content) ?? '', recordedAt, by, basis })),
    former: former.map(({ content, recordedAt, supersededAt, basis }) => ({ text: sayEntry(list, content) ?? '', recordedAt, supersededAt: supersededAt!, basis })),
  }
}

/** Items and lists of a person as they are read on a day, known at a moment, with what the reader may see of them. */
export async function itemsSeen(ctx: Ctx, personId: string, seen: SheetSeen, covers: Covering): Promise<{ fields: ShownField[]; lists: ShownList[]; person: PersonWithIdentity }> {
  const person = await loadPersonAsKnown(ctx.db, personId, seen.knownAt)
  const membership = (await membershipsSeen(ctx.db, personId, seen)).at(-1)
  const facts: Facts = { person, membership, values: await valuesKnown(ctx.db, personId, seen) }
  const entries = await entriesKnown(ctx.db, personId, seen.knownAt)
  return {
    person, fields: sheetFields.map((field) => fieldSeen(field, facts, seen.on, covers)),
    lists: sheetLists.map((list) => listSeen(list, entries, seen.on, covers)),
  }
}

/** The whole sheet of a person on a day. The caller has authorised. */
export async function sheetOf(ctx: Ctx, personId: string, seen: SheetSeen, isOwn: boolean): Promise<Sheet> {
  const covers = await coveringFor(ctx, personId)
  const { person, fields, lists } = await itemsSeen(ctx, personId, seen, covers)
  const cell = (await placementsSeen(ctx.db, personId, seen)).find((each) => each.lastDay === null)
  const keeperId = await dossierKeeperOf(ctx.db, await findHome(ctx.db, personId, seenBy(ctx, { knownAt: seen.knownAt })), ctx.today, seen.knownAt)
  const keeper = keeperId ? await findOrganisation(ctx.db, keeperId, ctx.today, seen.knownAt) : undefined
  const may = (verb: string) => ctx.may(`memberSheet.${verb}`, { personId })
  return {
    personId, version: person.version, fullName: person.fullName, asOf: seen.on, isOwn,
    line: cell ? (await lineAbove(ctx.db, cell.cellId, seen.on, seen.knownAt)).map(({ id, name }) => ({ id, name })) : [],
    keeper: keeper ? { id: keeper.id, name: keeper.name } : null, fields, lists,
    coveredClasses: openableClasses.filter(covers),
    may: { open: await may('open'), propose: await may('propose'), listOpenings: await may('listOpenings') },
  }
}
