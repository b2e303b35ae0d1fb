import { admission, type CaseFile } from '../../client.ts'
import { useCaseAct } from '../../use-case-act.ts'
import { actWords } from '../../words.vi.ts'
import { WithCase } from '../file/with-case.tsx'
import { VoteScreen, type VoteSent } from './vote-screen.tsx'

function useSendCellVote(file: CaseFile, onDone: () => void) {
  const act = useCaseAct(file, admission.recordCellVote, onDone)
  const send = ({ question: _question, latenessReason: _reason, exemptPresent, resolutionNumber, ...vote }: VoteSent) =>
    void act.run({ ...vote, ...(resolutionNumber ? { resolutionNumber } : {}), ...(exemptPresent.length ? { exemptPresent: [...exemptPresent] } : {}) })
  return { ...act, send }
}

/** The cell's vote on admission. */
export default function CellVoteScreen() {
  return <WithCase title={actWords.recordCellVote}>{(file) => <VoteScreen file={file} level="cell" act="recordCellVote" useSend={useSendCellVote} />}</WithCase>
}
