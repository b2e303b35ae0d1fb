import { useRead, useViewed, type Read } from '../../../platform/ui-kit/index.ts'
import { admission, ROOM, type CaseFile } from './client.ts'

/** One file, whole, as on the viewed day. */
export function useCase(id: string): Read<CaseFile> {
  const viewed = useViewed()
  return useRead([ROOM, 'case', id], (signal) => admission.findCase({ id, ...viewed }, { signal }), { kept: true })
}
