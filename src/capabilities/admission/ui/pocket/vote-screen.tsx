import { actWords } from '../words.vi.ts'
import { useSendCellVote, useSendConfirmationVote } from '../send-votes.ts'
import { VotePage } from './vote-page.tsx'
import { WithPocketCase } from './with-pocket-case.tsx'

/** The cell's vote, recorded on the phone at the meeting. */
export default function VoteScreen() {
  return (
    <WithPocketCase title={actWords.recordCellVote}>
      {(file) => <VotePage key={file.id} file={file} useSend={file.kind === 'confirmation' ? useSendConfirmationVote : useSendCellVote} />}
    </WithPocketCase>
  )
}
