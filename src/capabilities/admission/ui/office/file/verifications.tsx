import { AppLink, dayText, DataTable, DueWords, Section, StatusMark, useIsPast, type Column } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { dueOf } from '../../marks.ts'
import { word } from '../../words.vi.ts'
import { useActLinks } from '../use-act-links.ts'

type Asked = CaseFile['verifications'][number]

function Reply({ asked, file }: { asked: Asked; file: CaseFile }) {
  if (!asked.repliedOn) {
    const clock = file.clocks.find((one) => one.kind === 'verification' && one.doneOn === null && one.startsOn === asked.askedOn && one.dueOn === asked.dueOn)
    return <DueWords due={dueOf({ dueOn: asked.dueOn, isLate: asked.isLate, counting: 'workingDays', workingDaysLeft: clock?.remaining ?? null }, file.today)} day="worded" />
  }
  const words = [word('verificationReplied', { day: dayText(asked.repliedOn), outcome: asked.outcome ?? '' }), asked.byLetter && word('verificationByLetter')]
  return <StatusMark shape="done" plain>{words.filter(Boolean).join(', ')}</StatusMark>
}

/** Places asked about personal history, and what they answered. */
export function Verifications({ file }: { file: CaseFile }) {
  const links = useActLinks(file)
  const isPast = useIsPast()
  const may = !isPast && file.acts.some((act) => act.code === 'recordVerificationReply' && act.isPossible)
  const columns: Column<Asked>[] = [
    { id: 'about', title: word('verificationAbout'), cell: (row) => row.aboutText },
    { id: 'place', title: word('verificationPlace'), cell: (row) => row.place },
    { id: 'asked', title: word('verificationAskedOn'), tight: true, cell: (row) => dayText(row.askedOn) },
    { id: 'reply', title: word('verificationAnswer'), width: '38%', cell: (row) => <Reply asked={row} file={file} /> },
    ...(may ? [{ id: 'act', title: word('actColumn'), cell: (row: Asked) => !row.repliedOn && <AppLink to={links.of('recordVerificationReply', { noi: row.id })!}>{word('verificationReply')}</AppLink> }] : []),
  ]
  return (
    <Section title={word('verifications')}>
      <DataTable caption={word('verifications')} columns={columns} rows={file.verifications} rowKey={(row) => row.id} />
    </Section>
  )
}
