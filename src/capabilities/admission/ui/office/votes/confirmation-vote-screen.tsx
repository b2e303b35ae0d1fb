import { useSendConfirmationVote } from '../../send-votes.ts'
import { actWords } from '../../words.vi.ts'
import { StepGate } from '../acts/step-gate.tsx'
import { WithCaseToActOn } from '../file/with-case.tsx'
import { VoteScreen } from './vote-screen.tsx'

/** The cell's vote on confirming or removing a probationary member; up to as many times as the rule allows. */
export default function ConfirmationVoteScreen() {
  return <WithCaseToActOn title={actWords.recordConfirmationVote}>{(file) => <StepGate key={file.id} file={file} act="recordConfirmationVote" question="strikeOff"><VoteScreen file={file} level="cell" act="recordConfirmationVote" useSend={useSendConfirmationVote} choosesQuestion /></StepGate>}</WithCaseToActOn>
}
