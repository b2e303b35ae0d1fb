import { addMonths, earlierOf, fullMonthsBetween, latestDay, type PlainDate, type UncertainDate } from '../../kernel/index.ts'

/** A time in the Party, as party age is counted from it; lists of them go from the first to the last. */
export type SpellOfMembership = { readonly decidedOn: PlainDate | null; readonly admittedOn: UncertainDate | null; readonly endedOn: PlainDate | null }

/** What a decision says of the party age of one member. `until` is the first day that counts again; none while it lasts. */
export type PartyAgeRuling =
  | { readonly kind: 'countedFrom'; readonly from: PlainDate }
  | { readonly kind: 'interruption'; readonly from: PlainDate; readonly until: PlainDate | null }

/** On what the beginning of a stretch rests. */
export type StretchBasis = 'decision' | 'papers' | 'ruling' | 'resumed'

/** Days that count, `until` exclusive, with the full months they give. */
export type Stretch = { readonly from: PlainDate; readonly until: PlainDate | null; readonly months: number; readonly basis: StretchBasis }

type Span = { readonly from: PlainDate; readonly until: PlainDate | null; readonly basis: StretchBasis }

const beginningOf = ({ decidedOn, admittedOn }: SpellOfMembership): { from: PlainDate; basis: StretchBasis } | undefined =>
  decidedOn ? { from: decidedOn, basis: 'decision' } : admittedOn ? { from: latestDay(admittedOn), basis: 'papers' } : undefined

/** A span without the days of an interruption. */
function without(span: Span, { from, until }: { from: PlainDate; until: PlainDate | null }): Span[] {
  if ((span.until && from >= span.until) || (until && until <= span.from)) return [span]
  const before = from > span.from ? [{ ...span, until: from }] : []
  const after = until && (!span.until || until < span.until) ? [{ from: until, until: span.until, basis: 'resumed' as const }] : []
  return [...before, ...after]
}

/** The spans that count, first to last: spells of membership, the first from the ruled day if there is a ruling, without interruptions. */
function countedSpans(spells: readonly SpellOfMembership[], rulings: readonly PartyAgeRuling[]): Span[] {
  const begun = spells.flatMap((spell) => { const beginning = beginningOf(spell); return beginning ? [{ ...beginning, until: spell.endedOn }] : [] }).sort((a, b) => (a.from < b.from ? -1 : 1))
  const ruled = rulings.find((ruling) => ruling.kind === 'countedFrom')
  const [first, ...rest] = begun
  const spans: Span[] = !ruled ? begun : [{ from: ruled.from, until: first?.until ?? null, basis: 'ruling' }, ...rest]
  return rulings.flatMap((ruling) => (ruling.kind === 'interruption' ? [ruling] : [])).reduce((left, gap) => left.flatMap((span) => without(span, gap)), spans)
}

/**
 * Party age up to a day, stretch by stretch: from the decision of admission, else from the day on the papers (a day known only to the month or year counts
 * from its last day, so nobody is made older than proven), or from the day that a decision names. Time between two spells and interruptions that a decision
 * names are left out; each stretch gives its full months.
 */
export function partyAgeStretches(spells: readonly SpellOfMembership[], rulings: readonly PartyAgeRuling[], on: PlainDate): Stretch[] {
  return countedSpans(spells, rulings).filter(({ from }) => from <= on)
    .map(({ from, until, basis }) => ({ from, until, basis, months: fullMonthsBetween(from, until ? earlierOf(until, on) : on) }))
}

/** Party age in full years on a day; `undefined` for who was never a member by then. See `partyAgeStretches`. */
export function membershipYears(spells: readonly SpellOfMembership[], on: PlainDate, rulings: readonly PartyAgeRuling[] = []): number | undefined {
  const stretches = partyAgeStretches(spells, rulings, on)
  return stretches.length ? Math.floor(stretches.reduce((sum, { months }) => sum + months, 0) / 12) : undefined
}

/**
 * The day on which a party age of so many full years is reached; `undefined` when membership, or what counts of it, ended before. `goesOn`: as if the last
 * time in the Party had not ended.
 */
export function partyAgeReachedOn(spells: readonly SpellOfMembership[], rulings: readonly PartyAgeRuling[], years: number, { goesOn = false } = {}): PlainDate | undefined {
  const lasting = goesOn ? spells.map((spell, i) => (i === spells.length - 1 ? { ...spell, endedOn: null } : spell)) : spells
  let missing = years * 12
  for (const { from, until } of countedSpans(lasting, rulings)) {
    const reached = addMonths(from, missing)
    if (!until || reached <= until) return reached
    missing -= fullMonthsBetween(from, until)
  }
  return undefined
}
