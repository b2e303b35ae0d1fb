import { admission, type CaseFile } from '../../client.ts'
import { useCaseAct } from '../../use-case-act.ts'
import { actWords } from '../../words.vi.ts'
import { WithCase } from '../file/with-case.tsx'
import { VoteScreen, type VoteSent } from './vote-screen.tsx'

function useSendConfirmationVote(file: CaseFile, onDone: () => void) {
  const act = useCaseAct(file, admission.recordConfirmationVote, onDone)
  const send = ({ exemptPresent, latenessReason, resolutionNumber, question, ...vote }: VoteSent) => void act.run({
    ...vote, question: question === 'strikeOff' ? 'strikeOff' : 'confirm', ...(resolutionNumber ? { resolutionNumber } : {}),
    ...(latenessReason ? { latenessReason } : {}), ...(exemptPresent.length ? { exemptPresent: [...exemptPresent] } : {}),
  })
  return { ...act, send }
}

/** The cell's vote on confirming or removing a probationary member; up to as many times as the rule allows. */
export default function ConfirmationVoteScreen() {
  return <WithCase title={actWords.recordConfirmationVote}>{(file) => <VoteScreen file={file} level="cell" act="recordConfirmationVote" useSend={useSendConfirmationVote} choosesQuestion />}</WithCase>
}
