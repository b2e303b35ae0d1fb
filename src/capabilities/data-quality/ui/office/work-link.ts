import { useAddress, useDesk } from '../../../../platform/ui-kit/index.ts'

/** The list behind a number: the same place, rule or kind, day and moment. */
export function useWorkLink(): (filters: Readonly<Record<string, string | undefined>>, day?: { asOf?: string; knownAt?: string }) => string {
  const address = useAddress()
  const desk = useDesk()
  return (filters, day = desk as { asOf?: string; knownAt?: string }) => {
    const query = new URLSearchParams(Object.entries({ ...filters, xem: day.asOf, 'biet-den': day.knownAt }).filter((pair): pair is [string, string] => Boolean(pair[1])))
    return `${address('qualityWork').split('?')[0]}?${query}`
  }
}
