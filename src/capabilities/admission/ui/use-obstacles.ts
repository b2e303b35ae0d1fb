import type { PlainDate } from '../../../kernel/index.ts'
import { useRead, type Read } from '../../../platform/ui-kit/index.ts'
import type { ActKind } from '../codes.ts'
import { admission, ROOM, type CaseFile, type Obstacles } from './client.ts'
import type { Question } from './use-vote.ts'

/** Whether a step may be done, and everything in its way, as the server judges it on a day (left out = today). */
export function useObstacles(file: CaseFile, act: ActKind, { on, question }: { on?: PlainDate | undefined; question?: Question | '' } = {}): Read<Obstacles> {
  const asked = { id: file.id, act, ...(on ? { on } : {}), ...(question ? { question } : {}) }
  return useRead([ROOM, 'obstacles', asked], (signal) => admission.findObstacles(asked, { signal }), { kept: true })
}
