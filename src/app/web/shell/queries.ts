import { QueryClient } from '@tanstack/react-query'

const FRESH_FOR_MS = 10_000

/** What was read stays fresh for ten seconds; coming back to the window reads it again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { staleTime: FRESH_FOR_MS, networkMode: 'always' }, mutations: { networkMode: 'always', retry: false } } })
}
