import type { CaseFile } from '../../client.ts'
import { useSendCommitteeVote } from '../../send-votes.ts'
import { actWords } from '../../words.vi.ts'
import { StepGate } from '../acts/step-gate.tsx'
import { WithCaseToActOn } from '../file/with-case.tsx'
import { VoteScreen } from './vote-screen.tsx'

/** What the cell proposed comes first; once that was lost, the committee says on what it votes. */
const mayTurn = ({ kind, votes }: CaseFile) => kind === 'confirmation' && votes.some(({ level, outcome }) => level === 'committee' && outcome === 'lost')

/** The vote of the grassroots committee, on admission or on what the cell proposed for a probationary member. */
export default function CommitteeVoteScreen() {
  return <WithCaseToActOn title={actWords.recordCommitteeVote}>{(file) => <StepGate key={file.id} file={file} act="recordCommitteeVote"><VoteScreen file={file} level="committee" act="recordCommitteeVote" useSend={useSendCommitteeVote} choosesQuestion={mayTurn(file)} /></StepGate>}</WithCaseToActOn>
}
