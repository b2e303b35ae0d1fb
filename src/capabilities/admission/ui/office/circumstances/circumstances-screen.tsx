import '../forms.css'
import { Loaded, Page, useRead } from '../../../../../platform/ui-kit/index.ts'
import { ROOM, type CaseFile } from '../../client.ts'
import { nameWithYear } from '../../people.ts'
import { word } from '../../words.vi.ts'
import { useCrumbs } from '../file/crumbs.ts'
import { WithCase } from '../file/with-case.tsx'
import { namesOf } from '../full-members.ts'
import { CircumstancesForm } from './circumstances-form.tsx'

function CircumstancesPage({ file }: { file: CaseFile }) {
  const crumbs = useCrumbs(file, word('circumstancesTitle'))
  const ids = (file.circumstances.sponsors ?? []).map((one) => one.personId)
  const names = useRead([ROOM, 'names', ids], (signal) => namesOf(ids, signal))
  return (
    <Page title={`${word('circumstancesTitle')}: ${nameWithYear(file.person)}`} crumbs={crumbs} summary={word('circumstancesNote')}>
      <Loaded read={names}>{(known) => <CircumstancesForm file={file} names={known} />}</Loaded>
    </Page>
  )
}

/** What is known about the candidate beside the papers, and who introduces. */
export default function CircumstancesScreen() {
  return <WithCase title={word('circumstancesTitle')}>{(file) => <CircumstancesPage key={file.id} file={file} />}</WithCase>
}
