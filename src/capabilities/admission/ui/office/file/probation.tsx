import { Box, countText, dayText, DataTable, Section, StatusMark, SummaryList } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { levelNames, word } from '../../words.vi.ts'
import { Rules } from '../rules.tsx'

/** The day of the end of probation, from which the member is a full member; computed, never typed. */
export const officialDayOf = ({ dates }: CaseFile) => dates.effectiveOn ?? dates.probationUntil

function Lateness({ file }: { file: CaseFile }) {
  const rows = file.confirmation!.lateness
  if (rows.every((row) => row.workingDaysLate === 0 && row.workingDaysHeld === 0)) return null
  return (
    <Section title={word('lateness')} level={3}>
      <DataTable
        caption={word('lateness')}
        rows={rows}
        rowKey={(row) => row.level}
        columns={[
          { id: 'level', title: word('colLevel'), cell: (row) => levelNames[row.level] },
          { id: 'due', title: word('columnDue'), tight: true, cell: (row) => row.dueOn && dayText(row.dueOn) },
          { id: 'done', title: word('colDoneOn'), tight: true, cell: (row) => row.doneOn && dayText(row.doneOn) },
          { id: 'held', title: word('colHeld'), number: true, cell: (row) => countText(row.workingDaysHeld) },
          { id: 'late', title: word('colLate'), number: true, cell: (row) => (row.workingDaysLate > 0 ? <StatusMark shape="late">{countText(row.workingDaysLate)}</StatusMark> : 0) },
          { id: 'reason', title: word('colReason'), cell: (row) => row.reason },
        ]}
      />
    </Section>
  )
}

/** The probation: its days, the monthly remarks of the mentor, how late each level was. */
export function Probation({ file }: { file: CaseFile }) {
  const confirmation = file.confirmation!
  const rows = [
    { label: word('probationFrom'), value: dayText(file.dates.probationFrom) },
    { label: word('probationUntil'), value: dayText(file.dates.probationUntil) },
    { label: word('officialOn'), value: <strong>{dayText(officialDayOf(file))}</strong>, note: word('officialLocked') },
    { label: word('certificate'), value: <StatusMark shape={confirmation.hasClassCertificate ? 'done' : 'late'}>{word(confirmation.hasClassCertificate ? 'certificateHas' : 'certificateNot')}</StatusMark> },
    { label: word('votes'), value: word('votesHeld', { held: confirmation.votesHeld, allowed: confirmation.votesAllowed }) },
  ]
  return (
    <Section title={word('probation')}>
      <Box>
        <SummaryList rows={rows} />
        {confirmation.leapRuleUsed && <p>{word('leapRule')}</p>}
        <p className="clock-basis"><Rules rules={confirmation.probationRules} /></p>
      </Box>
      <Section title={word('remarks')} level={3} note={confirmation.lastRemarkOn && word('remarkLast', { day: dayText(confirmation.lastRemarkOn) })}>
        <Box>
          {confirmation.remarks.length === 0 ? word('remarksNone') : (
            <ul className="remarks">{confirmation.remarks.map((remark, i) => <li key={i}><strong>{dayText(remark.writtenOn)}</strong> {remark.text}</li>)}</ul>
          )}
        </Box>
      </Section>
      <Lateness file={file} />
    </Section>
  )
}
