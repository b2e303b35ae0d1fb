import { useMutation, type QueryKey } from '@tanstack/react-query'
import { useRef } from 'react'
import { newId } from '../../kernel/index.ts'
import type { CallContext } from './client.ts'
import type { EntryWords, Step } from './offline/entry.ts'
import { usePhone } from './offline/phone.ts'
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

/** An operation that changes something. */
export type Call<Input, Output> = (input: Input, options: { context: CallContext }) => Promise<Output>

/** An act that may wait on the phone: what is read about it there, and what follows once it waits. */
export type Waits<Input> = { readonly words: (input: Input) => EntryWords; readonly onWaiting: () => void }

export type ActOptions<Input, Output> = { onDone?: (output: Output) => void; refresh?: readonly QueryKey[]; waits?: Waits<Input> | undefined }

type Done<Output> = { readonly output: Output } | { readonly waiting: true }

const outputOf = <Output>(done: Done<Output>): Output | undefined => ('output' in done ? done.output : undefined)

/**
 * An act of the user. When no answer came, trying again with the same input sends the same idempotency key, so that it
 * happens once. `refresh` names what must be read again afterwards. With `waits`, on a phone without network it is kept under the
 * same key and sent later.
 */
export function useAct<Input, Output>(fn: Call<Input, Output>, options: ActOptions<Input, Output> = {}): Act<Input, Output> {
  const refresh = useRefresh()
  const phone = usePhone()
  const unanswered = useRef<{ input: string; key: string } | undefined>(undefined)
  const { waits } = options
  const keep = async (input: Input, key: string): Promise<Done<Output>> => {
    const record: Step[] = []
    await fn(input, { context: { idempotencyKey: key, record } })
    await phone!.put(waits!.words(input), record)
    unanswered.current = undefined
    return { waiting: true }
  }
  const mutation = useMutation({
    mutationFn: async (input: Input): Promise<Done<Output>> => {
      const written = JSON.stringify(input) ?? ''
      const key = unanswered.current?.input === written ? unanswered.current.key : newId()
      const mayWait = phone !== undefined && waits !== undefined
      if (mayWait && !navigator.onLine) return keep(input, key)
      try {
        const output = await fn(input, { context: { idempotencyKey: key } })
        unanswered.current = undefined
        return { output }
      } catch (thrown) {
        if (thrown instanceof NoAnswerError) phone?.tellReached(false)
        if (mayWait && thrown instanceof NoAnswerError) return keep(input, key)
        unanswered.current = thrown instanceof NoAnswerError ? { input: written, key } : undefined
        throw thrown
      }
    },
    onSuccess: async (done) => {
      if ('waiting' in done) return waits!.onWaiting()
      options.onDone?.(done.output)
      if (options.refresh) await refresh(...options.refresh)
    },
  })
  const failure = mutation.error ? asFailure(mutation.error) : undefined
  const refused = failure instanceof RefusedError ? failure : undefined
  return {
    run: (input) => mutation.mutateAsync(input).then(outputOf, () => undefined),
    running: mutation.isPending,
    done: mutation.data && outputOf(mutation.data),
    failure,
    reasons: refused?.reasons ?? [],
    conflict: refused?.kind === 'conflict' ? refused : undefined,
    reset: mutation.reset,
  }
}
