import { useRead, type Read } from '../../../platform/ui-kit/index.ts'
import { admission, ROOM, type CaseFile } from './client.ts'

/** One file, whole. */
export function useCase(id: string): Read<CaseFile> {
  return useRead([ROOM, 'case', id], (signal) => admission.findCase({ id }, { signal }), { kept: true })
}
