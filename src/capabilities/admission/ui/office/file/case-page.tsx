import { Button, Columns, Page, Section, StatusMark, useAddress } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { stageShape } from '../../marks.ts'
import { isConfirmation, nameWithYear } from '../../people.ts'
import { kindNames, levelNames, stageNames, word } from '../../words.vi.ts'
import { OpenForm } from '../acts/open-form.tsx'
import { Checklist } from './checklist.tsx'
import { Clocks } from './clocks.tsx'
import { Conditions } from './conditions.tsx'
import { useCrumbs } from './crumbs.ts'
import { History } from './history.tsx'
import { NextAct } from './next-act.tsx'
import { OtherActs } from './other-acts.tsx'
import { PrintedList } from './printed-list.tsx'
import { Probation } from './probation.tsx'
import { Changes, Returns } from './returns.tsx'
import { Milestones } from './milestones.tsx'
import { Verifications } from './verifications.tsx'
import { Votes } from './votes.tsx'

function Summary({ file }: { file: CaseFile }) {
  const address = useAddress()
  const parts = [
    ...(file.kind === 'admission' ? [] : [kindNames[file.kind]]),
    ...(file.closedOn ? [] : [word('heldAt', { place: levelNames[file.heldBy] })]),
    ...(file.mentor ? [word('mentorLine', { name: file.mentor.name })] : []),
  ]
  return (
    <>
      {parts.join(' · ')}
      {file.relatedCases.map((related) => (
        <span key={related.id}> · <a href={address(related.kind === 'confirmation' ? 'recognition' : 'admissionCase', { id: related.id })}>{word('related', { kind: kindNames[related.kind] })}</a></span>
      ))}
    </>
  )
}

/** Left what the file holds, right how it runs. Forms of single acts open at the right of the page. */
export function CasePage({ file }: { file: CaseFile }) {
  const address = useAddress()
  const crumbs = useCrumbs(file)
  const confirmation = isConfirmation(file)
  const list = confirmation ? address('recognitions') : address('admissionCases')
  return (
    <Page
      title={nameWithYear(file.person)}
      note={<StatusMark shape={stageShape(file.stage)} plain>{stageNames(file.kind, file.stage)}</StatusMark>}
      crumbs={crumbs}
      summary={<Summary file={file} />}
      backToList={list}
      tools={<Button onClick={() => window.print()}>{word('printChecklist')}</Button>}
    >
      <NextAct file={file} />
      <Milestones file={file} />
      <Columns
        left={
          <>
            <Returns file={file} />
            <Changes file={file} />
            <Checklist file={file} />
            {file.eligibility && <Conditions file={file} />}
            {confirmation && <Probation file={file} />}
            {file.verifications.length > 0 && <Verifications file={file} />}
            <PrintedList file={file} />
          </>
        }
        right={
          <>
            <Clocks file={file} />
            <Section title={word('votes')} boxed><Votes file={file} /></Section>
            <OtherActs file={file} />
            <History file={file} />
          </>
        }
      />
      <OpenForm file={file} />
    </Page>
  )
}
