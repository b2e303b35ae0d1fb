import { Drawer, useIsPast } from '../../../../../platform/ui-kit/index.ts'
import type { ActKind } from '../../../codes.ts'
import type { CaseFile } from '../../client.ts'
import { nameWithYear } from '../../people.ts'
import { actWords, word } from '../../words.vi.ts'
import { useOpenForm } from '../use-act-links.ts'
import { otherShortActs } from './other-short-acts.ts'
import { PaperForm } from './paper-form.tsx'
import { ReturnForm } from './return-form.tsx'
import { sendingActs } from './sending-acts.ts'
import { ShortActForm } from './short-act-form.tsx'
import { actOfSlug } from '../../slugs.ts'

const shortActs = { ...sendingActs, ...otherShortActs }

function FormOf({ file, code, search, onClose }: { file: CaseFile; code: ActKind; search: Readonly<Record<string, string>>; onClose: () => void }) {
  if (code === 'returnCase') return <ReturnForm file={file} onClose={onClose} />
  const act = shortActs[code]
  return act ? <ShortActForm file={file} code={code} act={act} search={search} onClose={onClose} /> : null
}

/** The one form that stands open at the right of the file, by the address; closing it goes back to the file. In the past a paper that is there may be looked at, no more. */
export function OpenForm({ file }: { file: CaseFile }) {
  const { act: slug, documentId, documentCode, search, close } = useOpenForm(file)
  const isPast = useIsPast()
  const code = isPast ? undefined : actOfSlug(slug)
  const paper = documentId !== undefined || (!isPast && documentCode !== undefined)
  const title = code ? actWords[code] : word('document')
  return (
    <Drawer open={paper || code !== undefined} onClose={close} title={title} note={nameWithYear(file.person)}>
      {code && <FormOf key={code} file={file} code={code} search={search} onClose={close} />}
      {paper && !code && <PaperForm key={documentId ?? documentCode} file={file} documentId={documentId} documentCode={documentCode} onClose={close} />}
    </Drawer>
  )
}
