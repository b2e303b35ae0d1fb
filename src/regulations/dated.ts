import { plainDate, type Certainty, type Citation, type PlainDate } from '../kernel/index.ts'
import { cite, findInstrument, shortTitle, type InstrumentId } from './instruments.ts'
import { ruleTitles, type PickedBy, type RuleKey, type Unit } from './messages.vi.ts'
import { packInForceOn, packOf, type PackId } from './packs.ts'
import { fits, type Shape } from './shapes.ts'

/** A value from a day on, with its source. A repeal is an entry too, so an entry has no last day. */
export type Entry<T> = {
  readonly from: PlainDate
  readonly value: T
  readonly source: Citation
  /** Set where the paper has a transitional clause of its own; without it every step is judged on its own day. */
  readonly openCases?: 'keepOldRule'
}

/**
 * What an administrator entered in place of a value that nobody has confirmed.
 * It counts from `from` until the rule's next entry; a `verified` entry is never replaced.
 */
export type Override = {
  readonly rule: string
  readonly from: PlainDate
  readonly value: unknown
  /** Identifier of a known instrument, or the number and date as the administrator wrote them. */
  readonly instrument: string
  readonly clause: string
}

export type InForce<T> = {
  readonly value: T
  /** First day of the entry (or the override) that answers. */
  readonly from: PlainDate
  readonly source: Citation
  /** Pack in force on the day that was asked for. */
  readonly pack: PackId
  /** True when an administrator's value answers; the screen marks it. */
  readonly overridden: boolean
}

/** What a step keeps of the rule that judged it; plain JSON. */
export type RuleUse<T = unknown> = {
  readonly key: RuleKey
  readonly value: T
  readonly citation: Citation
  readonly from: PlainDate
  readonly pack: PackId
  readonly overridden: boolean
}

export type DatedRule<T> = {
  readonly key: RuleKey
  /** What the rule says, in Vietnamese, for the page of rules. */
  readonly title: string
  readonly unit?: Unit
  /** The day that decides which entry counts. */
  readonly pickedBy: PickedBy
  readonly shape: Shape
  readonly history: readonly Entry<T>[]
  /** The value on the day. Throws `RangeError` before `firstRuledDay`, and for an override that does not fit the rule's shape. */
  inForceOn(day: PlainDate, overrides?: readonly Override[]): InForce<T>
  /** The same answer in the form that a step keeps and shows. */
  usedOn(day: PlainDate, overrides?: readonly Override[]): RuleUse<T>
}

type About = { readonly unit?: Unit; readonly pickedBy: PickedBy; readonly shape: Shape }

/** Declares a rule: which day picks its value, and its values from the first ruled day on, sorted. */
export function dated<T>(key: RuleKey, about: About, history: readonly Entry<T>[]): DatedRule<T> {
  const inForceOn = (day: PlainDate, overrides: readonly Override[] = []): InForce<T> => {
    const entry = history.findLast((each) => each.from <= day)
    if (!entry) throw new RangeError(`${key} has no value before ${history[0]?.from}: ${day}`)
    const pack = packInForceOn(day).id
    const override = overridingEntry(key, entry, day, overrides)
    if (!override) return { value: entry.value, from: entry.from, source: entry.source, pack, overridden: false }
    if (!fits(about.shape, override.value)) throw new RangeError(`Override does not fit ${key}: ${JSON.stringify(override.value)}`)
    return { value: override.value as T, from: override.from, source: citationOf(override), pack, overridden: true }
  }
  const usedOn = (day: PlainDate, overrides: readonly Override[] = []): RuleUse<T> => {
    const { value, source, from, pack, overridden } = inForceOn(day, overrides)
    return { key, value, citation: source, from, pack, overridden }
  }
  return { key, title: ruleTitles[key], ...about, history, inForceOn, usedOn }
}

/** The latest override between the entry's first day and the day asked for; none for a verified entry. */
function overridingEntry(key: RuleKey, entry: Entry<unknown>, day: PlainDate, overrides: readonly Override[]): Override | undefined {
  if (entry.source.certainty === 'verified') return undefined
  let latest: Override | undefined
  for (const each of overrides) {
    const counts = each.rule === key && each.from <= day && each.from >= entry.from
    if (counts && (!latest || each.from >= latest.from)) latest = each
  }
  return latest
}

/** The administrator read a paper that the program has not, so the citation is never `verified`. */
function citationOf({ instrument, clause }: Override): Citation {
  const known = findInstrument(instrument)
  return { instrument, title: known ? shortTitle(known) : instrument, clause, certainty: 'memory' }
}

/** An entry from the first day of a pack, citing the pack's regulation unless another paper says it. */
export function since<T>(pack: PackId, value: T, certainty: Certainty, clause = '', instrument?: InstrumentId): Entry<T> {
  const { from, regulation } = packOf(pack)
  return { from, value, source: cite(instrument ?? regulation, clause, certainty) }
}

/** An entry from a day that is not the first day of a pack. */
export function from<T>(day: string, value: T, source: Citation): Entry<T> {
  return { from: plainDate(day), value, source }
}

type Marks = Readonly<Partial<Record<PackId, Certainty>>>

/** The same value said again by each pack named; a pack that is not named adds no entry. */
export function again<T>(value: T, marks: Marks, clauses: Readonly<Partial<Record<PackId, string>>> = {}): readonly Entry<T>[] {
  return (Object.entries(marks) as [PackId, Certainty][]).map(([pack, certainty]) => since(pack, value, certainty, clauses[pack]))
}

/** Read in the texts from 2016 to June 2025; the values of 2011 are from memory. What later texts say is known otherwise, rule by rule. */
export const readUntil2025A: Marks = { P2011: 'memory', P2016: 'verified', P2021: 'verified', P2025A: 'verified' }

/** The same, and read in the text of July 2025. */
export const readUntil2025B: Marks = { ...readUntil2025A, P2025B: 'verified' }

/** Said of 2026 by nobody who read it: carried on from the text before. */
export const carriedInto2026: Marks = { P2026A: 'memory', P2026B: 'memory' }

/** The first text of 2026 was read by nobody; the second is quoted in a secondary source. */
export const quotedIn2026: Marks = { P2026A: 'memory', P2026B: 'secondary' }
