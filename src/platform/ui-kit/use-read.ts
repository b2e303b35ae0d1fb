import { keepPreviousData, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useDesk } from './kit.tsx'
import { usePhone } from './offline/phone.ts'
import { asFailure, NoAnswerError, type Failure } from './problem.ts'

/** What a screen knows about something it reads. `value` keeps the last one while a new one is on its way. */
export type Read<Value> = {
  readonly value: Value | undefined
  /** Nothing to show yet, or another page of the same list is on its way. */
  readonly waiting: boolean
  readonly failure: Failure | undefined
  /** ISO moment of an answer that is only kept on the phone. */
  readonly keptAt?: string
  readonly again: () => void
}

const TRIES_WITHOUT_ANSWER = 2

/** What the cache holds of a reading; `keptAt` when it came from the phone and not from the server. */
type Found<Value> = { readonly value: Value; readonly keptAt?: string }

type ReadOptions = {
  enabled?: boolean
  refreshEveryMs?: number
  /**
   * On a phone the last answer is kept and shown while there is no network. A text names what stands in where this very
   * question was not asked before (the roll of another day).
   */
  kept?: boolean | string
}

/** The reading as the server gives it, or as it was last kept on the phone. */
function useKept<Value>(key: QueryKey, fn: (signal: AbortSignal) => Promise<Value>, kept: boolean | string): (context: { signal: AbortSignal }) => Promise<Found<Value>> {
  const phone = usePhone()
  const names = [JSON.stringify(key), ...(typeof kept === 'string' ? [kept] : [])]
  return async ({ signal }) => {
    try {
      const value = await fn(signal)
      phone?.tellReached(true)
      if (kept) for (const name of names) phone?.keep(name, value)
      return { value }
    } catch (thrown) {
      if (!phone || !(thrown instanceof NoAnswerError)) throw thrown
      phone.tellReached(false)
      if (!kept) throw thrown
      for (const name of names) {
        const found = await phone.find(name)
        if (found) return { value: found.value as Value, keptAt: found.keptAt }
      }
      throw thrown
    }
  }
}

/** The oldest moment from which something on the page comes that is only kept on the phone. */
export function useKeptAt(): string | undefined {
  const cache = useQueryClient().getQueryCache()
  const oldest = () => cache.findAll({ type: 'active' }).flatMap(({ state }) => (state.data as Found<unknown> | undefined)?.keptAt ?? []).sort()[0]
  return useSyncExternalStore((changed) => cache.subscribe(changed), oldest)
}

/**
 * Reads by a key and a function of the room's client. The viewed day and moment belong to every key, so that a past day
 * never shows present values. `enabled: false` waits.
 */
export function useRead<Value>(key: QueryKey, fn: (signal: AbortSignal) => Promise<Value>, options: ReadOptions = {}): Read<Value> {
  const { asOf, knownAt } = useDesk()
  const queryKey = [...key, { asOf, knownAt }]
  const query = useQuery({
    queryKey,
    queryFn: useKept(queryKey, fn, options.kept ?? false),
    enabled: options.enabled ?? true,
    placeholderData: keepPreviousData,
    refetchInterval: options.refreshEveryMs ?? false,
    retry: (count, thrown) => thrown instanceof NoAnswerError && count < TRIES_WITHOUT_ANSWER,
  })
  return {
    value: query.data?.value,
    ...(query.data?.keptAt ? { keptAt: query.data.keptAt } : {}),
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

