import './pocket-file.css'
import { usePlace } from '../../../../platform/ui-kit/index.ts'
import { actOfSlug } from '../slugs.ts'
import { titles } from '../titles.vi.ts'
import { CasePage } from './case-page.tsx'
import { PocketAct } from './pocket-act.tsx'
import { WithPocketCase } from './with-pocket-case.tsx'

/** One file on the phone: next act, then only what is missing, then the rest folded. */
export default function CaseScreen() {
  const act = actOfSlug(usePlace().search['viec'])
  return <WithPocketCase title={titles.file}>{(file) => (act ? <PocketAct key={act} file={file} act={act} /> : <CasePage key={file.id} file={file} />)}</WithPocketCase>
}
