import { useAddress } from '../../../../platform/ui-kit/index.ts'
import type { ActKind } from '../../codes.ts'
import type { CaseFile } from '../client.ts'
import { slugOfAct } from '../slugs.ts'

/** Acts that can be done on the phone with a day and a word; the others are for the office. */
const short: readonly ActKind[] = ['resend', 'sendUp', 'sendToDeciding', 'markReadyForCell', 'recordReceipt']

/** Addresses of what the phone can do to a file. */
export function usePocketLinks(file: Pick<CaseFile, 'id'>) {
  const address = useAddress()
  const home = address('pocketAdmissionCase', { id: file.id })
  const of = (act: ActKind): string | undefined => {
    if (act === 'recordCellVote' || act === 'recordConfirmationVote') return address('pocketAdmissionVote', { id: file.id })
    if (act === 'recordMentorRemark') return address('pocketAdmissionRemark', { id: file.id })
    return short.includes(act) ? address('pocketAdmissionCase', { id: file.id }, { viec: slugOfAct[act] }) : undefined
  }
  return { home, list: address('pocketAdmissionCases'), of }
}
