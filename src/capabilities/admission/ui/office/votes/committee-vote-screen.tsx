import { admission, type CaseFile } from '../../client.ts'
import { useCaseAct } from '../../use-case-act.ts'
import { actWords } from '../../words.vi.ts'
import { WithCase } from '../file/with-case.tsx'
import { VoteScreen, type VoteSent } from './vote-screen.tsx'

function useSendCommitteeVote(file: CaseFile, onDone: () => void) {
  const act = useCaseAct(file, admission.recordCommitteeVote, onDone)
  const send = ({ exemptPresent: _exempt, latenessReason: _reason, resolutionNumber, question, ...vote }: VoteSent) =>
    void act.run({ ...vote, ...(resolutionNumber ? { resolutionNumber } : {}), ...(file.kind === 'confirmation' ? { question } : {}) })
  return { ...act, send }
}

/** The vote of the grassroots committee, on admission or on what the cell proposed for a probationary member. */
export default function CommitteeVoteScreen() {
  return <WithCase title={actWords.recordCommitteeVote}>{(file) => <VoteScreen file={file} level="committee" act="recordCommitteeVote" useSend={useSendCommitteeVote} />}</WithCase>
}
