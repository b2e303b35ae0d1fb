import '../forms.css'
import './file.css'
import { word } from '../../words.vi.ts'
import { CasePage } from './case-page.tsx'
import { WithCase } from './with-case.tsx'

/** One file of admission, readmission or confirmation: what is missing, why, whose turn it is, until when. */
export default function CaseScreen() {
  return <WithCase title={word('fileCrumb')}>{(file) => <CasePage key={file.id} file={file} />}</WithCase>
}
