import type { PlainDate, Refusal } from '../../kernel/index.ts'
import { carries, mayDecide, notCounted, requiredVotes, votingDenominator, type RuleUse, type Settings, type Threshold } from '../../regulations/index.ts'
import type { RollEntry } from '../members/index.ts'
import { nobodyPresent, notExempt, presentExceedsDenominator, rollTooSmall, tallyExceedsPresent } from './errors.ts'
import type { Excluded } from './model.ts'

/** Ballots counted: how many, never whose. */
export type Tally = { readonly present: number; readonly inFavour: number; readonly against: number; readonly invalid: number }

/** The list of a cell on the day of a meeting, and the number of which the share is taken. */
export type CellRoll = {
  readonly fullMembers: number
  readonly probationary: number
  /** Full members left out, and why. Guests and probationary members never were in. */
  readonly excluded: readonly Excluded[]
  readonly exempt: readonly { readonly personId: string; readonly name: string; readonly present: boolean }[]
  readonly counted: readonly { readonly personId: string; readonly name: string }[]
  readonly denominator: number
}

/** Takes the denominator from the list of the day. Exempt members count only when they came; whoever else stays away still counts. */
export function cellRollOf(roll: readonly RollEntry[], exemptPresent: readonly string[] = []): CellRoll {
  const standing = roll.map((entry) => ({ ...entry, present: !entry.exemptFromMeetings || exemptPresent.includes(entry.personId) }))
  const { denominator, excluded } = votingDenominator(standing)
  const out = new Set(excluded.map(({ person }) => person.personId))
  const full = standing.filter(({ fullMember, hostedTemporarily }) => fullMember && !hostedTemporarily)
  const named = ({ personId, fullName }: RollEntry) => ({ personId, name: fullName })
  return {
    fullMembers: full.length, probationary: standing.filter(({ status, hostedTemporarily }) => status === 'probationary' && !hostedTemporarily).length,
    excluded: excluded.filter(({ reason }) => reason !== 'probationary' && reason !== 'hostedTemporarily').map(({ person, reason }) => ({ ...named(person), reason })),
    exempt: full.filter(({ exemptFromMeetings }) => exemptFromMeetings).map((entry) => ({ ...named(entry), present: entry.present })),
    counted: full.filter(({ personId }) => !out.has(personId)).map(named), denominator,
  }
}

/** Arithmetic that cannot be: more ballots than people present, more people than may vote. */
export function refusalsOfTally(tally: Tally, denominator: number, on: PlainDate, { overrides }: Settings): Refusal[] {
  const { present, inFavour, against, invalid } = tally
  const cast = inFavour + against + invalid
  const { citation } = notCounted.usedOn(on, overrides)
  return [
    ...(present === 0 ? [nobodyPresent()] : []),
    ...(cast > present ? [tallyExceedsPresent(cast, present, citation)] : []),
    ...(present > denominator ? [presentExceedsDenominator(present, denominator, citation)] : []),
  ]
}

/** What speaks against a vote of the cell on its day: too few full members, somebody called exempt who is not, impossible arithmetic. */
export function refusalsOfCellVote(roll: CellRoll, tally: Tally, exemptPresent: readonly string[], on: PlainDate, settings: Settings): Refusal[] {
  const { mayDecide: enough, rule } = mayDecide(roll.fullMembers, on, settings.overrides)
  const known = new Set(roll.exempt.map(({ personId }) => personId))
  return [
    ...(enough ? [] : [rollTooSmall(roll.fullMembers, rule.value, rule)]),
    ...(exemptPresent.every((id) => known.has(id)) ? [] : [notExempt()]),
    ...refusalsOfTally(tally, roll.denominator, on, settings),
  ]
}

/** Whether a vote carried by the share in force on its day. */
export function outcomeOf(rule: RuleUse<Threshold>, denominator: number, { inFavour }: Tally): { required: number; outcome: 'carried' | 'lost' } {
  return { required: requiredVotes(rule.value, denominator), outcome: carries(rule.value, inFavour, denominator) ? 'carried' : 'lost' }
}
