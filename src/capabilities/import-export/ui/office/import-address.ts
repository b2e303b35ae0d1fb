import { useAddress, usePlace } from '../../../../platform/ui-kit/index.ts'

/** Addresses within one import: a step, the rows behind a count. Keeps which groups were left for later. */
export function useImportAddress(id: string): (search: Record<string, string | undefined>) => string {
  const address = useAddress()
  const left = usePlace().search['de-lai']
  return (search) => address('import', { id }, { 'de-lai': left, ...search })
}
