import { range, TERM_FROM, TERM_UNTIL, type Chronicle } from './chronicle.ts'
import type { District } from './kinds.ts'
import { figures } from './figures.ts'
import type { Member } from './members.ts'
import { divide, type Random } from './random.ts'
import { targetWords } from './targets.vi.ts'
import { dayOf, type PlainDate } from '../../kernel/index.ts'

/** Shares of the district's target for the term that are to be women and of ethnic minorities. */
const sides = [{ measure: 'women', share: 0.36 }, { measure: 'ethnicMinority', share: 0.66 }] as const

type Goal = { organisationId: string; measure?: 'admissions' | 'women' | 'ethnicMinority'; value: number; from: PlainDate; until: PlainDate; kind: 'term' | 'year'; basis: string }

/** Targets of the term and of this year: the district's, divided among all units without a rest, and by two thirds of the units among their cells. */
export function layTargets(chronicle: Chronicle, district: District, members: readonly Member[]): void {
  const random = chronicle.branch('targets')
  const weights = unitWeights(random, district, members)
  const year = Number(chronicle.today.slice(0, 4))
  const periods = [
    { value: figures.target, from: TERM_FROM, until: TERM_UNTIL, kind: 'term' as const, decidedOn: TERM_FROM, words: targetWords.term },
    { value: Math.round(figures.target / 5), from: dayOf(year, 1, 1), until: dayOf(year + 1, 1, 1), kind: 'year' as const, decidedOn: dayOf(year, 1, 15), words: targetWords.year(year) },
  ]
  for (const { words, decidedOn, value, ...period } of periods) {
    const give = (goal: Omit<Goal, 'from' | 'until' | 'kind'>) => addTarget(chronicle, { ...goal, ...period }, decidedOn)
    give({ organisationId: district.id, value, basis: words.district })
    if (period.kind === 'term') for (const { measure, share } of sides) give({ organisationId: district.id, measure, value: Math.round(value * share), basis: words.district })
    const shares = divide(value, weights)
    district.units.forEach((unit, i) => {
      give({ organisationId: unit.id, value: shares[i]!, basis: words.unit })
      if (i % 3 === 2) return
      const cellShares = divide(shares[i]!, unit.cells.map((cell) => cell.size * (0.5 + random.next())))
      // A unit may give its cells a little less than it was given; the difference stays with its committee.
      unit.cells.forEach((cell, j) => give({ organisationId: cell.id, value: i % 3 === 1 && j === 0 ? Math.max(0, cellShares[j]! - 1) : cellShares[j]!, basis: words.cell(unit.name) }))
    })
  }
}

/** By size, and by what was admitted: where nobody joins, nobody was promised either. */
function unitWeights(random: Random, district: District, members: readonly Member[]): number[] {
  const admitted = new Map<string, number>()
  for (const { cell, plan } of members) if (plan.decidedOn >= TERM_FROM) admitted.set(cell.unit.id, (admitted.get(cell.unit.id) ?? 0) + 1)
  return district.units.map((unit) => (unit.cells.reduce((sum, cell) => sum + cell.size, 0) * 0.06 + (admitted.get(unit.id) ?? 0)) * (0.85 + random.next() * 0.3))
}

function addTarget(chronicle: Chronicle, { organisationId, measure = 'admissions', value, from, until, kind, basis }: Goal, decidedOn: PlainDate): void {
  chronicle.add('sources_and_targets.target', {
    organisation_id: organisationId, period: range(from, until), period_kind: kind, measure, value, basis, recorded_at: chronicle.known(decidedOn, 5),
  })
}
