import { Basis, PocketCard, StatusMark } from '../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../client.ts'
import { documentShapes } from '../marks.ts'
import { stateOfLine, type PaperLine } from '../paper-line.ts'
import { toldOf } from '../told.ts'
import { documentStateNames } from '../words.vi.ts'
import { paperName } from './paper-name.ts'
import { ScanPaper } from './scan-paper.tsx'

/** One paper that is missing or bad: why, and the camera. */
export function BadPaper({ file, line }: { file: CaseFile; line: PaperLine }) {
  const { what, why, citation, todo } = toldOf(line, file)
  const state = stateOfLine(line)
  return (
    <PocketCard mark={<StatusMark shape={documentShapes[state]}>{documentStateNames[state]}</StatusMark>} title={paperName(line)}>
      <p>{what}</p>
      {(why || citation) && <p className="pocket-note">{why}{why && citation && ' – '}{citation && <Basis citation={citation} />}</p>}
      <p>{todo}.</p>
      <ScanPaper file={file} line={line} />
    </PocketCard>
  )
}
