import type { ReactNode } from 'react'
import { AppLink, Box, Loaded, Page, say, useAddress, useIsPast, useParams, usePlace } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { useCase } from '../../use-case.ts'
import { word } from '../../words.vi.ts'

type Props = { title: string; children: (file: CaseFile) => ReactNode }

/** Reads the file of the address before a page about it is drawn; until then only the title stands there. */
export function WithCase({ title, children }: Props) {
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

/** The same for the form of an act: while the past is viewed it says that acts are done today, and leads there. */
export function WithCaseToActOn(props: Props) {
  const isPast = useIsPast()
  const { path } = usePlace()
  if (!isPast) return <WithCase {...props} />
  return (
    <Page title={props.title}>
      <Box tone="past">{word('actsOnlyToday')} <AppLink to={path}>{say('ui.asOf.back')}</AppLink></Box>
    </Page>
  )
}
