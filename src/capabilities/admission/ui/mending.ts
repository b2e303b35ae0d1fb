import type { CaseFile, CaseReturn } from './client.ts'
import { linesOf, type PaperLine } from './paper-line.ts'

type Reason = CaseReturn['reasons'][number]

/** The line of the checklist that a reason of a return is about, as it stands now. */
export function lineOfReason(file: CaseFile, reason: Reason): PaperLine | undefined {
  const lines = linesOf(file.checklist)
  const ofType = lines.filter((line) => line.row.code === reason.documentType)
  return lines.find((line) => line.paper?.id === reason.documentId) ?? ofType.find((line) => line.paper === undefined) ?? ofType[0]
}

/** What is still to be mended before the file can be sent again. */
export const leftToMend = (file: CaseFile): readonly Reason[] => file.returns.find((one) => one.isOpen)?.reasons.filter((reason) => !reason.isMended) ?? []
