import { useSendConfirmationVote } from '../../send-votes.ts'
import { actWords } from '../../words.vi.ts'
import { WithCase } from '../file/with-case.tsx'
import { VoteScreen } from './vote-screen.tsx'

/** The cell's vote on confirming or removing a probationary member; up to as many times as the rule allows. */
export default function ConfirmationVoteScreen() {
  return <WithCase title={actWords.recordConfirmationVote}>{(file) => <VoteScreen key={file.id} file={file} level="cell" act="recordConfirmationVote" useSend={useSendConfirmationVote} choosesQuestion />}</WithCase>
}
