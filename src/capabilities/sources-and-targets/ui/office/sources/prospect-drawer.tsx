import { Drawer } from '../../../../../platform/ui-kit/index.ts'
import type { Prospect } from './client.ts'
import { DescribeForm } from './describe-form.tsx'
import { MoveForm } from './move-form.tsx'
import { ApplicationForm, CertificateForm, CloseForm, MentorForm } from './prospect-forms.tsx'
import { RemarkForm } from './remark-form.tsx'
import { word } from './words.vi.ts'

export type ProspectAct = 'remark' | 'mentor' | 'certificate' | 'application' | 'describe' | 'move' | 'close'

const forms = { remark: RemarkForm, mentor: MentorForm, certificate: CertificateForm, application: ApplicationForm, describe: DescribeForm, move: MoveForm, close: CloseForm }

/** The form of one act on a person who is followed. */
export function ProspectDrawer({ one, act, onClose }: { one: Prospect; act: ProspectAct | undefined; onClose: () => void }) {
  const Form = act && forms[act]
  return <Drawer open={act !== undefined} onClose={onClose} title={act ? word(act) : ''} note={one.fullName}>{Form && <Form one={one} onClose={onClose} />}</Drawer>
}
