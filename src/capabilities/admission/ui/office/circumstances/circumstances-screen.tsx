import '../forms.css'
import { useState } from 'react'
import { Box, Loaded, Page, useRead } from '../../../../../platform/ui-kit/index.ts'
import { ROOM, type CaseFile } from '../../client.ts'
import { nameWithYear } from '../../people.ts'
import { coveredFactNames, word } from '../../words.vi.ts'
import { useCrumbs } from '../file/crumbs.ts'
import { WithCaseToActOn } from '../file/with-case.tsx'
import { namesOf } from '../../member-names.ts'
import { OpenCircumstances } from '../open-circumstances.tsx'
import { CircumstancesForm } from './circumstances-form.tsx'

type Circumstances = CaseFile['circumstances']

/** What is known and covered is opened for a reason; left covered, it stays as it is whatever else is written. */
function Covered({ file, onOpened }: { file: CaseFile; onOpened: (opened: Circumstances) => void }) {
  return (
    <Box>
      <div className="covered-part">
        <p>{word('circumstancesCovered', { names: file.circumstancesCovered.map((fact) => `“${coveredFactNames[fact]}”`).join(', ') })}</p>
        <OpenCircumstances id={file.id} onOpened={({ circumstances }) => onOpened(circumstances)} />
      </div>
    </Box>
  )
}

function CircumstancesPage({ file }: { file: CaseFile }) {
  const crumbs = useCrumbs(file, word('circumstancesTitle'))
  const [opened, setOpened] = useState<Circumstances>()
  const ids = (file.circumstances.sponsors ?? []).map((one) => one.personId)
  const names = useRead([ROOM, 'names', ids], (signal) => namesOf(ids, signal))
  const shown = opened ? { ...file, circumstances: { ...file.circumstances, ...opened }, circumstancesCovered: [] } : file
  return (
    <Page title={`${word('circumstancesTitle')}: ${nameWithYear(file.person)}`} crumbs={crumbs} summary={word('circumstancesNote')}>
      {shown.circumstancesCovered.length > 0 && <Covered file={file} onOpened={setOpened} />}
      <Loaded read={names}>{(known) => <CircumstancesForm key={String(opened !== undefined)} file={shown} names={known} />}</Loaded>
    </Page>
  )
}

/** What is known about the candidate beside the papers, and who introduces. */
export default function CircumstancesScreen() {
  return <WithCaseToActOn title={word('circumstancesTitle')}>{(file) => <CircumstancesPage key={file.id} file={file} />}</WithCaseToActOn>
}
