import type { ReactNode } from 'react'
import { Loaded, Page, useAddress, useParams } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { useCase } from '../../use-case.ts'

/** Reads the file of the address before a page about it is drawn; until then only the title stands there. */
export function WithCase({ title, children }: { title: string; children: (file: CaseFile) => ReactNode }) {
  const { id } = useParams<{ id: string }>()
  const read = useCase(id)
  const address = useAddress()
  if (read.value?.id === id) return <>{children(read.value)}</>
  return (
    <Page title={title} backToList={address('admissionCases')}>
      <Loaded read={{ ...read, value: undefined }} lines={10}>{() => null}</Loaded>
    </Page>
  )
}
