import type { UncertainDate, PlainDate } from '../../kernel/index.ts'
import { dossierEventNames, requiredInDossier, type DossierEvent, type DossierFacts, type DossierRequirement, type Override } from '../../regulations/index.ts'
import type { ItemState, LineState } from './codes.ts'

/** A paper that is known, as far as completeness asks. `year`: the year it is dated. */
export type HeldPaper = { readonly documentType: string; readonly state: ItemState; readonly year: number | null }

/** Numbers of required papers by how they stand; their sum is `required`. `absentWithReason` counts apart: there is none, by a decision. */
export type Completeness = Readonly<Record<LineState, number>> & { readonly required: number }

// The best that is known of a required paper decides.
const best: readonly ItemState[] = ['present', 'absentWithReason', 'unreadable', 'lost']

const serves = ({ anyOf, year }: DossierRequirement, paper: HeldPaper): boolean =>
  anyOf.includes(paper.documentType) && (year === undefined || paper.state === 'absentWithReason' || (paper.year !== null && paper.year >= year))

/** How one required paper stands. */
export function stateOf(requirement: DossierRequirement, papers: readonly HeldPaper[]): LineState {
  const serving = papers.filter((paper) => serves(requirement, paper))
  return best.find((state) => serving.some((paper) => paper.state === state)) ?? 'missing'
}

export function completenessOf(requirements: readonly DossierRequirement[], papers: readonly HeldPaper[]): Completeness {
  const counts = { required: requirements.length, present: 0, unreadable: 0, lost: 0, absentWithReason: 0, missing: 0 }
  for (const requirement of requirements) counts[stateOf(requirement, papers)]++
  return counts
}

/** Everything that is required is there, or a decision says that there is none. */
export const isComplete = ({ required, present, absentWithReason }: Completeness): boolean => present + absentWithReason === required

export type RegisterFacts = { readonly joinedOn: string | null; readonly bornOn: string | null; readonly official: boolean; readonly events: readonly string[] }

const isEvent = (name: string): name is DossierEvent => Object.hasOwn(dossierEventNames, name)

export const factsOf = ({ joinedOn, bornOn, official, events }: RegisterFacts): DossierFacts => ({
  official, events: events.filter(isEvent), joinedOn: (joinedOn ?? undefined) as UncertainDate | undefined, bornOn: (bornOn ?? undefined) as UncertainDate | undefined,
})

/** What is required of people whose facts are alike is worked out once. */
export function requirementsFor(on: PlainDate, overrides: readonly Override[]): (facts: RegisterFacts) => readonly DossierRequirement[] {
  const known = new Map<string, readonly DossierRequirement[]>()
  return (facts) => {
    const key = [facts.joinedOn, facts.bornOn?.slice(0, 7), facts.official, ...facts.events].join('|')
    const found = known.get(key)
    if (found) return found
    const worked = requiredInDossier(factsOf(facts), on, overrides)
    known.set(key, worked)
    return worked
  }
}

/** Papers as the survey tells them: `type|state|year`. */
export const heldPapers = (papers: readonly string[]): HeldPaper[] => papers.map((paper) => {
  const [documentType, state, year] = paper.split('|') as [string, ItemState, string]
  return { documentType, state, year: year ? Number(year) : null }
})
