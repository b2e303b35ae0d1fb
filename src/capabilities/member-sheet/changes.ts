import { newId, type PlainDate } from '../../kernel/index.ts'
import { sql, type Ctx, type Db } from '../../platform/action/index.ts'
import { loadPersonAsKnown, lockPerson, membershipsSeen, personColumns, restateNumbers, restatePerson, type PersonField, type PersonWithIdentity } from '../members/index.ts'
import { fieldOf, isCorrectable, listOf, type SheetField, type SheetList } from './catalogue.ts'
import { changedMeanwhile, dayNotYet, entryGone, nameNeeded, noDayHere, notCorrectableHere, nothingChanged, originalBirthStays, sameItemTwice } from './errors.ts'
import { fieldNames, listNames } from './messages.vi.ts'
import type { Covering } from './sheet.ts'
import { findLiveEntry, liveValue } from './queries/values.ts'
import { readContent } from './shapes.ts'
import { sayEntry, sayValue } from './say.ts'

type Json = Readonly<Record<string, unknown>>

export type FieldChange = { readonly field: string; readonly before: unknown; readonly after: unknown; readonly since?: PlainDate }
export type EntryChange = { readonly list: string; readonly entryId: string; readonly before: Json | null; readonly after: Json | null }
/** What stood when it was proposed, and what is to stand. */
export type Change = FieldChange | EntryChange

export type WantedChange = { readonly field?: string | undefined; readonly list?: string | undefined; readonly entryId?: string | undefined; readonly after?: unknown; readonly since?: PlainDate | undefined }

const isField = (change: Change): change is FieldChange => 'field' in change

/** The item that a change is about. */
export const itemOf = (change: Change): SheetField | SheetList => (isField(change) ? fieldOf(change.field)! : listOf(change.list)!)
export const itemName = (change: Change): string => (isField(change) ? fieldNames[change.field as keyof typeof fieldNames] : listNames[change.list as keyof typeof listNames])

const ordered = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, ordered(inner)])) : (value ?? null)
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b))

type Standing = { readonly db: Db; readonly person: PersonWithIdentity; readonly today: PlainDate }

/** What an item says now, as it would stand in the sheet. */
async function contentNow({ db, person, today }: Standing, field: SheetField): Promise<unknown> {
  if (field.kept === 'membership') return (await membershipsSeen(db, person.id, { on: today })).at(-1)?.[field.key as 'cardNumber' | 'historyNumber'] ?? null
  const stated = await liveValue(db, person.id, field.key, today)
  if (field.kept === 'value' || stated !== null) return stated
  const value = person[field.key as PersonField] ?? null
  return field.kind === 'place' && value !== null ? { text: value } : value
}

const nowOf = async (at: Standing, change: { field: string } | { list: string; entryId: string }): Promise<unknown> =>
  'field' in change ? contentNow(at, fieldOf(change.field)!) : ((await findLiveEntry(at.db, at.person.id, change.entryId))?.content ?? null)

async function prepareField(at: Standing, wanted: WantedChange & { field: string }): Promise<FieldChange> {
  const field = fieldOf(wanted.field)!
  if (!isCorrectable(field)) throw notCorrectableHere(fieldNames[field.key as keyof typeof fieldNames])
  if (field.key === 'fullName' && !wanted.after) throw nameNeeded()
  if (wanted.since && wanted.since > at.today) throw dayNotYet(wanted.since, at.today)
  if (wanted.since && (field.kept === 'membership' || field.key === 'bornOn')) throw noDayHere(fieldNames[field.key as keyof typeof fieldNames])
  const before = await contentNow(at, field)
  return { field: field.key, before, after: readContent({ field: field.key }, wanted.after), ...(wanted.since ? { since: wanted.since } : {}) }
}

async function prepareEntry(at: Standing, wanted: WantedChange & { list: string }): Promise<EntryChange> {
  const list = listOf(wanted.list)!
  if (!isCorrectable(list)) throw notCorrectableHere(listNames[list.key as keyof typeof listNames])
  const live = wanted.entryId ? await findLiveEntry(at.db, at.person.id, wanted.entryId) : undefined
  if (wanted.entryId && live?.list !== list.key) throw entryGone()
  return { list: list.key, entryId: wanted.entryId ?? newId(), before: live?.content ?? null, after: readContent({ list: list.key }, wanted.after) as Json | null }
}

/**
 * The changes as they are kept: with what stands now. What changes nothing is left out. `fixesTyping`: the original dossier says it and it
 * was typed wrongly; only then may the birth of the original dossier change. Refuses with the room's refusals about items.
 */
export async function prepareChanges(ctx: Ctx, personId: string, wanted: readonly WantedChange[], { fixesTyping }: { fixesTyping: boolean }): Promise<Change[]> {
  const at: Standing = { db: ctx.db, person: await loadPersonAsKnown(ctx.db, personId), today: ctx.today }
  const seen = new Set<string>()
  const changes: Change[] = []
  for (const each of wanted) {
    const key = each.field ?? each.entryId
    if (key && seen.has(key)) throw sameItemTwice()
    if (key) seen.add(key)
    const change = each.field ? await prepareField(at, each as WantedChange & { field: string }) : await prepareEntry(at, each as WantedChange & { list: string })
    if (!isSame(change.before, change.after)) changes.push(change)
  }
  if (!fixesTyping && changes.some((change) => isField(change) && change.field === 'bornOn' && change.before !== null)) throw originalBirthStays(at.person.bornOn)
  return changes
}

/** Items that say something else now than when the change was proposed. */
export async function staleItems(ctx: Ctx, personId: string, changes: readonly Change[]): Promise<string[]> {
  const at: Standing = { db: ctx.db, person: await loadPersonAsKnown(ctx.db, personId), today: ctx.today }
  const stale: string[] = []
  for (const change of changes) if (!isSame(await nowOf(at, change), change.before)) stale.push(itemName(change))
  return stale
}

export type Why = { readonly reason: string; readonly basis: string; readonly sourceId: string }

/** What the sheet said of a column of the person until now, for an item without a statement. */
const formerOf = (field: SheetField, person: PersonWithIdentity): unknown => {
  const value = person[field.key as PersonField] ?? null
  return field.kind === 'place' && value !== null ? { text: value } : value
}

async function stateField(ctx: Ctx, person: PersonWithIdentity, change: FieldChange, why: Why): Promise<void> {
  const field = fieldOf(change.field)!
  const former = field.kept === 'person' ? JSON.stringify(formerOf(field, person)) : null
  await ctx.db.run(sql`
    select member_sheet.state(${person.id}, ${field.key}, ${JSON.stringify(change.after ?? null)}::jsonb, ${change.since ?? null}::date, ${why.basis}, ${why.sourceId}, ${ctx.actor.accountId ?? null},
      ${former}::jsonb, (select recorded_at from members.person where id = ${person.id}))`)
}

async function stateEntry(ctx: Ctx, personId: string, change: EntryChange, why: Why): Promise<void> {
  await ctx.db.run(sql`update member_sheet.entry set superseded_at = platform.moment() where entry_id = ${change.entryId} and superseded_at is null`)
  await ctx.db.run(sql`
    insert into member_sheet.entry (entry_id, person_id, list, content, basis, source_id, recorded_by, removed)
    values (${change.entryId}, ${personId}, ${change.list}, ${JSON.stringify(change.after ?? change.before)}::jsonb, ${why.basis}, ${why.sourceId}, ${ctx.actor.accountId ?? null}, ${change.after === null})`)
}

/** A column of the person from what is to stand in the sheet: a place is kept there by its text. */
const columnValue = ({ field, after }: FieldChange): unknown => (fieldOf(field)!.kind === 'place' ? ((after as { text: string } | null)?.text ?? null) : after)

/**
 * Writes changes whose `before` still stands. The sheet is stated with day and paper, and what everyday lists read is written by the room of
 * members. Refuses `memberSheet.changedMeanwhile`. The caller has authorised and writes the trail of its act.
 */
export async function applyChanges(ctx: Ctx, personId: string, changes: readonly Change[], why: Why): Promise<void> {
  const person = await lockPerson(ctx.db, personId)
  const stale = await staleItems(ctx, personId, changes)
  if (stale.length > 0) throw changedMeanwhile(stale)
  const fields = changes.filter(isField)
  const keptBy = (kept: SheetField['kept']) => fields.filter(({ field }) => fieldOf(field)!.kept === kept)
  for (const change of [...keptBy('person'), ...keptBy('value')]) await stateField(ctx, person, change, why)
  const columns = Object.fromEntries(keptBy('person').filter(({ field }) => field in personColumns).map((change) => [change.field, columnValue(change)]))
  if (Object.keys(columns).length > 0) await restatePerson(ctx, personId, columns, { reason: why.reason, paper: why.basis })
  const numbers = Object.fromEntries(keptBy('membership').map(({ field, after }) => [field, after as string | null]))
  if (Object.keys(numbers).length > 0) await restateNumbers(ctx, personId, numbers)
  for (const change of changes) if (!isField(change)) await stateEntry(ctx, personId, change, why)
}

export type ShownChange = { item: string; isList: boolean; entryId: string | null; covered: boolean; before: string | null; after: string | null; since: PlainDate | null }

/** A change as it is shown on a day; of a covered class only that there is one. */
export function shownChange(change: Change, on: PlainDate, covers: Covering): ShownChange {
  const covered = covers(itemOf(change).secrecy)
  const said = (content: unknown) => (covered ? null : isField(change) ? sayValue(fieldOf(change.field)!, content, on) : sayEntry(listOf(change.list)!, content as Json | null))
  return {
    item: isField(change) ? change.field : change.list, isList: !isField(change), entryId: isField(change) ? null : change.entryId, covered,
    before: said(change.before), after: said(change.after), since: isField(change) ? (change.since ?? null) : null,
  }
}

/** Refuses when nothing is left to change. */
export function mustChange(changes: readonly Change[]): void {
  if (changes.length === 0) throw nothingChanged()
}
