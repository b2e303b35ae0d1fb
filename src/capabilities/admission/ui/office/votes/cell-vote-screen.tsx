import { useSendCellVote } from '../../send-votes.ts'
import { actWords } from '../../words.vi.ts'
import { StepGate } from '../acts/step-gate.tsx'
import { WithCaseToActOn } from '../file/with-case.tsx'
import { VoteScreen } from './vote-screen.tsx'

/** The cell's vote on admission. */
export default function CellVoteScreen() {
  return <WithCaseToActOn title={actWords.recordCellVote}>{(file) => <StepGate key={file.id} file={file} act="recordCellVote"><VoteScreen file={file} level="cell" act="recordCellVote" useSend={useSendCellVote} /></StepGate>}</WithCaseToActOn>
}
