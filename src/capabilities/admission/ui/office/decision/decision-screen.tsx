import '../forms.css'
import '../file/file.css'
import { actWords } from '../../words.vi.ts'
import { WithCase } from '../file/with-case.tsx'
import { DecisionPage } from './decision-page.tsx'

/** The decision of the competent committee on admission, or on confirmation. */
export default function DecisionScreen() {
  return <WithCase title={actWords.recordDecision}>{(file) => <DecisionPage key={file.id} file={file} />}</WithCase>
}
