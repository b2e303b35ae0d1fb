import { FailureBox, RefusalBox, type Failure } from '../../../platform/ui-kit/index.ts'
import type { CaseFile } from './client.ts'
import { word } from './words.vi.ts'

/** Why an act was not done. A newer version is told as what the others did meanwhile; everything else in the server's words. */
export function ActFailure({ act }: { act: { failure: Failure | undefined; conflict: unknown; othersActs: CaseFile['history'] } }) {
  if (!act.failure) return null
  if (!act.conflict || act.othersActs.length === 0) return <FailureBox failure={act.failure} />
  const list = act.othersActs.map((one) => (one.actedBy ? `${one.words} (${one.actedBy})` : one.words)).join('; ')
  return <RefusalBox reasons={[{ message: word('othersActed'), why: word('othersActedWhy', { n: act.othersActs.length, list }), todo: word('othersActedTodo') }]} />
}
