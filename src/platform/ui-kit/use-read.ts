import { keepPreviousData, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useDesk } from './kit.tsx'
import { asFailure, NoAnswerError, type Failure } from './problem.ts'

/** What a screen knows about something it reads. `value` keeps the last one while a new one is on its way. */
export type Read<Value> = {
  readonly value: Value | undefined
  /** Nothing to show yet, or another page of the same list is on its way. */
  readonly waiting: boolean
  readonly failure: Failure | undefined
  readonly again: () => void
}

const TRIES_WITHOUT_ANSWER = 2

/**
 * Reads by a key and a function of the room's client. The viewed day and moment belong to every key, so that a past day
 * never shows present values. `enabled: false` waits.
 */
export function useRead<Value>(key: QueryKey, fn: (signal: AbortSignal) => Promise<Value>, options: { enabled?: boolean; refreshEveryMs?: number } = {}): Read<Value> {
  const { asOf, knownAt } = useDesk()
  const query = useQuery({
    queryKey: [...key, { asOf, knownAt }],
    queryFn: ({ signal }) => fn(signal),
    enabled: options.enabled ?? true,
    placeholderData: keepPreviousData,
    refetchInterval: options.refreshEveryMs ?? false,
    retry: (count, thrown) => thrown instanceof NoAnswerError && count < TRIES_WITHOUT_ANSWER,
  })
  return {
    value: query.data,
    waiting: query.isPending || query.isPlaceholderData,
    failure: query.error ? asFailure(query.error) : undefined,
    again: () => void query.refetch(),
  }
}

/** Marks everything read under these keys as old: it is read again where it is shown. */
export function useRefresh(): (...keys: QueryKey[]) => Promise<void> {
  const client = useQueryClient()
  return async (...keys) => {
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })))
  }
}

