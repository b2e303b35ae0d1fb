import { sendStep } from '../client.ts'
import { asFailure, BrokenError, NoAnswerError, RefusedError } from '../problem.ts'
import type { OutboxEntry, Step } from './entry.ts'

/** `stopped`: no answer, nobody signed in, or asked too often; the entry waits on. */
export type Outcome = { entry: OutboxEntry; stopped: boolean; version?: number }

const withAnswer = (step: Step, answer: unknown): Step => {
  const known = (answer ?? {}) as Record<string, unknown>
  return { ...step, path: step.path.replace(/%7B(\w+)%7D/g, (place, name: string) => (name in known ? encodeURIComponent(String(known[name])) : place)) }
}

const versionOf = (answer: unknown): number | undefined => {
  const version = (answer as { version?: unknown } | undefined)?.version
  return typeof version === 'number' ? version : undefined
}

const waitsOn = (failure: Error): boolean =>
  failure instanceof NoAnswerError || (failure instanceof RefusedError && (failure.kind === 'signedOut' || failure.kind === 'tooMany'))

const refused = (entry: OutboxEntry, failure: RefusedError | BrokenError): OutboxEntry => ({
  ...entry, state: 'refused', isConflict: failure instanceof RefusedError && failure.kind === 'conflict',
  reasons: failure.reasons.length ? failure.reasons : [{ code: 'ui.failed', facts: {}, message: failure.message }],
})

/** Sends the steps of an entry that have not arrived yet. `progress` is told each one that has, before the next is sent. */
export async function sendEntry(entry: OutboxEntry, progress: (entry: OutboxEntry) => Promise<void>): Promise<Outcome> {
  let now = entry
  let version: number | undefined
  while (now.done < now.steps.length) {
    try {
      const answer = await sendStep(now.steps[now.done]!)
      version = versionOf(answer) ?? version
      now = { ...now, done: now.done + 1, steps: now.steps.map((step, i) => (i > now.done ? withAnswer(step, answer) : step)) }
      await progress(now)
    } catch (thrown) {
      const failure = asFailure(thrown)
      return waitsOn(failure) ? { entry: now, stopped: true } : { entry: refused(now, failure as RefusedError | BrokenError), stopped: false }
    }
  }
  return { entry: { ...now, state: 'sent', sentAt: new Date().toISOString() }, stopped: false, ...(version === undefined ? {} : { version }) }
}

/** The entry on another version of what it is about: with new keys, since its input is another one. */
export function onVersion(entry: OutboxEntry, version: number, newId: () => string): OutboxEntry {
  if (!entry.subject) return entry
  return {
    ...entry, subject: { ...entry.subject, version },
    steps: entry.steps.map((step, i) => (i < entry.done || !('version' in step.body) ? step : { ...step, id: newId(), body: { ...step.body, version } })),
  }
}

/** True when `later` was made on the same version of the same thing as `sent`: one's own change is no conflict. */
export const followsOn = (later: OutboxEntry, sent: OutboxEntry): boolean =>
  later.state === 'waiting' && later.done === 0 && later.subject !== undefined && later.subject.id === sent.subject?.id && later.subject.version === sent.subject.version
