import { useMutation, type QueryKey } from '@tanstack/react-query'
import { useRef } from 'react'
import { newId } from '../../kernel/index.ts'
import type { CallContext } from './client.ts'
import { asFailure, NoAnswerError, RefusedError, type Failure, type WordedReason } from './problem.ts'
import { useRefresh } from './use-read.ts'

export type Act<Input, Output> = {
  /** Does it. Never throws: the outcome stands in `failure` or goes to `onDone`. */
  readonly run: (input: Input) => Promise<Output | undefined>
  readonly running: boolean
  readonly done: Output | undefined
  readonly failure: Failure | undefined
  /** The reasons when the server refused; for `RefusalBox` and for the fields. */
  readonly reasons: readonly WordedReason[]
  /** Somebody else changed the same thing meanwhile: show both versions with `ConflictTable`. */
  readonly conflict: RefusedError | undefined
  readonly reset: () => void
}

export type ActOptions<Output> = { onDone?: (output: Output) => void; refresh?: readonly QueryKey[] }

/**
 * An act of the user. When no answer came, trying again with the same input sends the same idempotency key, so that it
 * happens once. `refresh` names what must be read again afterwards.
 */
export function useAct<Input, Output>(fn: (input: Input, options: { context: CallContext }) => Promise<Output>, options: ActOptions<Output> = {}): Act<Input, Output> {
  const refresh = useRefresh()
  const unanswered = useRef<{ input: string; key: string } | undefined>(undefined)
  const mutation = useMutation({
    mutationFn: async (input: Input) => {
      const written = JSON.stringify(input) ?? ''
      const key = unanswered.current?.input === written ? unanswered.current.key : newId()
      try {
        const output = await fn(input, { context: { idempotencyKey: key } })
        unanswered.current = undefined
        return output
      } catch (thrown) {
        unanswered.current = thrown instanceof NoAnswerError ? { input: written, key } : undefined
        throw thrown
      }
    },
    onSuccess: async (output) => {
      options.onDone?.(output)
      if (options.refresh) await refresh(...options.refresh)
    },
  })
  const failure = mutation.error ? asFailure(mutation.error) : undefined
  const refused = failure instanceof RefusedError ? failure : undefined
  return {
    run: (input) => mutation.mutateAsync(input).catch(() => undefined),
    running: mutation.isPending,
    done: mutation.data,
    failure,
    reasons: refused?.reasons ?? [],
    conflict: refused?.kind === 'conflict' ? refused : undefined,
    reset: mutation.reset,
  }
}
