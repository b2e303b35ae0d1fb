import type { ReactNode } from 'react'
import { Loaded, PocketPage, useAddress, useParams } from '../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../client.ts'
import { useCase } from '../use-case.ts'

/** Reads the file of the address before its page is drawn. */
export function WithPocketCase({ title, children }: { title: string; children: (file: CaseFile) => ReactNode }) {
  const { id } = useParams<{ id: string }>()
  const address = useAddress()
  const read = useCase(id)
  if (read.value?.id === id) return <>{children(read.value)}</>
  return (
    <PocketPage title={title} backTo={address('pocketAdmissionCases')}>
      <Loaded read={{ ...read, value: undefined }}>{() => null}</Loaded>
    </PocketPage>
  )
}
