import { useState } from 'react'
import { AppLink, Button, dayText, DataTable, Drawer, DueWords, Section, StatusMark, useAct, useIsPast, type Column } from '../../../../../platform/ui-kit/index.ts'
import { admission, type CaseFile } from '../../client.ts'
import { dueOf } from '../../marks.ts'
import { word } from '../../words.vi.ts'
import { OpenCoveredForm } from '../../open-covered-form.tsx'
import { useActLinks } from '../use-act-links.ts'

type Asked = CaseFile['verifications'][number]
/** What the places answered, by verification, once it was opened. */
type Opened = ReadonlyMap<string, string>

function Reply({ asked, file, opened }: { asked: Asked; file: CaseFile; opened: Opened | undefined }) {
  if (!asked.repliedOn) {
    const clock = file.clocks.find((one) => one.kind === 'verification' && one.doneOn === null && one.startsOn === asked.askedOn && one.dueOn === asked.dueOn)
    return <DueWords due={dueOf({ dueOn: asked.dueOn, isLate: asked.isLate, counting: 'workingDays', workingDaysLeft: clock?.remaining ?? null }, file.today)} day="worded" />
  }
  const words = [word('verificationReplied', { day: dayText(asked.repliedOn) }), asked.byLetter && word('verificationByLetter')]
  const outcome = opened?.get(asked.id)
  return (
    <>
      <StatusMark shape="done" plain>{words.filter(Boolean).join(', ')}</StatusMark>
      {asked.hasOutcome && <div className={outcome === undefined ? 'hint' : undefined}>{outcome ?? word('verificationCovered')}</div>}
    </>
  )
}

function OpenForm({ id, onOpened }: { id: string; onOpened: (opened: Opened) => void }) {
  const act = useAct(admission.openVerifications, { onDone: ({ verifications }) => onOpened(new Map(verifications.map((each) => [each.id, each.outcome]))) })
  return <OpenCoveredForm id={id} act={act} label={word('verificationOpen')} />
}

/** Places asked about personal history. What they answered is covered, and opened for a reason that is written down. */
export function Verifications({ file }: { file: CaseFile }) {
  const links = useActLinks(file)
  const isPast = useIsPast()
  const [opening, setOpening] = useState(false)
  const [opened, setOpened] = useState<Opened>()
  const may = !isPast && file.acts.some((act) => act.code === 'recordVerificationReply' && act.isPossible)
  const columns: Column<Asked>[] = [
    { id: 'about', title: word('verificationAbout'), cell: (row) => row.aboutText },
    { id: 'place', title: word('verificationPlace'), cell: (row) => row.place },
    { id: 'asked', title: word('verificationAskedOn'), tight: true, cell: (row) => dayText(row.askedOn) },
    { id: 'reply', title: word('verificationAnswer'), width: '38%', cell: (row) => <Reply asked={row} file={file} opened={opened} /> },
    ...(may ? [{ id: 'act', title: word('actColumn'), cell: (row: Asked) => !row.repliedOn && <AppLink to={links.of('recordVerificationReply', { noi: row.id })!}>{word('verificationReply')}</AppLink> }] : []),
  ]
  const covers = !isPast && !opened && file.verifications.some(({ hasOutcome }) => hasOutcome)
  return (
    <Section title={word('verifications')} acts={covers && <Button onClick={() => setOpening(true)}>{word('verificationOpen')}</Button>}>
      <DataTable caption={word('verifications')} columns={columns} rows={file.verifications} rowKey={(row) => row.id} />
      <Drawer open={opening} onClose={() => setOpening(false)} title={word('verificationOpen')}>
        {opening && <OpenForm id={file.id} onOpened={(answers) => { setOpened(answers); setOpening(false) }} />}
      </Drawer>
    </Section>
  )
}
