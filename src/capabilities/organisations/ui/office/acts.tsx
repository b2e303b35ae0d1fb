import type { ActProps } from './act-props.ts'
import { AuthoriseForm } from './authorise-form.tsx'
import { CommitteeForm } from './committee-form.tsx'
import { FoundForm } from './found-form.tsx'

export type ActName = 'cap-uy' | 'uy-quyen' | 'thanh-lap'

/** The form of an act on an organisation, in place of the parts of its page. */
export function OrganisationAct({ act, ...props }: ActProps & { act: ActName }) {
  if (act === 'cap-uy') return <CommitteeForm {...props} />
  return act === 'uy-quyen' ? <AuthoriseForm {...props} /> : <FoundForm {...props} />
}
