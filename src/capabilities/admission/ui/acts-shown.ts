import type { ActKind } from '../codes.ts'
import type { CaseFile } from './client.ts'

type CaseAct = CaseFile['acts'][number]
type File = Pick<CaseFile, 'acts' | 'section' | 'hasCommittee'>

/** Acts that carry the file on; when one of them is not possible yet, the page says why. */
const onward: readonly ActKind[] = ['markReadyForCell', 'recordCellVote', 'sendUp', 'recordSectionAppraisal', 'recordCommitteeVote', 'sendToDeciding', 'resend', 'submitForDecision', 'recordDecision', 'recordConfirmationVote', 'recordConfirmationDecision']

/** The acts of a file without those of levels that it does not pass: nobody waits for a section or a committee that there is not. */
export const actsOnTheWay = ({ acts, section, hasCommittee }: File): readonly CaseAct[] =>
  acts.filter(({ code }) => (code !== 'recordSectionAppraisal' || section !== null) && (code !== 'recordCommitteeVote' || hasCommittee))

/** The first act onward that is not possible yet. None while the next act itself carries the file on and can be done. */
export function firstNotYet(file: File & Pick<CaseFile, 'nextAct'>): CaseAct | undefined {
  const acts = actsOnTheWay(file)
  const goesOn = acts.some(({ code, isPossible }) => code === file.nextAct?.code && isPossible && onward.includes(code))
  return goesOn ? undefined : onward.flatMap((code) => acts.filter((act) => act.code === code && !act.isPossible))[0]
}
