import '../forms.css'
import '../file/file.css'
import { actWords } from '../../words.vi.ts'
import { StepGate } from '../acts/step-gate.tsx'
import { WithCaseToActOn } from '../file/with-case.tsx'
import { outcomesOf } from './decision-draft.ts'
import { DecisionPage } from './decision-page.tsx'

/** The decision of the competent committee on admission, or on confirmation. */
export default function DecisionScreen() {
  return (
    <WithCaseToActOn title={actWords.recordDecision}>
      {(file) => (
        <StepGate key={file.id} file={file} act={file.kind === 'confirmation' ? 'recordConfirmationDecision' : 'recordDecision'} otherwise={outcomesOf(file).includes('extend')}>
          <DecisionPage file={file} />
        </StepGate>
      )}
    </WithCaseToActOn>
  )
}
