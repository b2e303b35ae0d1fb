import '../forms.css'
import { actWords } from '../../words.vi.ts'
import { StepGate } from '../acts/step-gate.tsx'
import { WithCaseToActOn } from '../file/with-case.tsx'
import { CeremonyPage } from './ceremony-page.tsx'

/** The admission ceremony: from its day the person is a probationary member. */
export default function CeremonyScreen() {
  return <WithCaseToActOn title={actWords.recordCeremony}>{(file) => <StepGate key={file.id} file={file} act="recordCeremony"><CeremonyPage file={file} /></StepGate>}</WithCaseToActOn>
}
