import { Refusal } from '../../kernel/index.ts'
import type { Obstacle } from './queries/joinings.ts'
import { obstacleFacts } from './messages.vi.ts'

export const pairNotFound = () => new Refusal('notFound', 'duplicates.pairNotFound')
export const pairDecided = () => new Refusal('conflict', 'duplicates.pairDecided')
export const samePerson = () => new Refusal('invalid', 'duplicates.samePerson')
export const staleVersion = (seen: number, latest: number) => new Refusal('conflict', 'platform.staleVersion', { seen, latest })
export const choiceMissing = (labels: readonly string[]) => new Refusal('invalid', 'duplicates.choiceMissing', { labels: [...labels] })
export const joiningNotFound = () => new Refusal('notFound', 'duplicates.joiningNotFound')
export const joiningUndone = () => new Refusal('conflict', 'duplicates.joiningUndone')
export const builtSince = (what: readonly string[]) => new Refusal('conflict', 'duplicates.builtSince', { what: [...what] })

const twoCells = (facts: Obstacle['facts']) => new Refusal('conflict', 'duplicates.twoCells', facts)
const endedAndLive = (facts: Obstacle['facts']) => new Refusal('conflict', 'duplicates.endedAndLive', facts)
const openAtOnce = (facts: Obstacle['facts']) => new Refusal('conflict', 'duplicates.openAtOnce', obstacleFacts(facts))

/** Everything that keeps two records from being joined, as one refusal. */
export const notJoinable = (obstacles: readonly Obstacle[]): Refusal | undefined =>
  Refusal.all(obstacles.map(({ what, facts }) => ({ twoCells, endedAndLive, openAtOnce })[what](facts)))

/** Constraints of the database that two people at once can run into. */
export const duplicatesConstraints = { joining_live: joiningTwice, pair_once: pairTwice }

function joiningTwice() { return new Refusal('conflict', 'duplicates.joinedAtOnce') }
function pairTwice() { return new Refusal('conflict', 'duplicates.pairDecided') }
