import { Box, DueWords, Section, SummaryList, type SummaryRow } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { dueOf } from '../../marks.ts'
import { nameWithYear } from '../../people.ts'
import { word } from '../../words.vi.ts'
import { Votes } from '../file/votes.tsx'

/** What the board sees of one person on one page: place, papers, conditions, own lateness, votes. */
export function BoardSees({ file }: { file: CaseFile }) {
  const reasons = file.eligibility?.reasons ?? []
  const met = reasons.filter((reason) => reason.verdict === 'met' || reason.verdict === 'exceptionByConsent').length
  const clock = file.clocks.find((one) => one.kind === 'decision' || one.kind === 'confirmationDecision')
  const rows: SummaryRow[] = [
    { label: word('columnPerson'), value: nameWithYear(file.person) },
    { label: word('columnPlace'), value: `${file.cell.name}, ${file.grassroots.name}` },
    { label: word('checklist'), value: word('documentsLine', { valid: file.checklistCount.valid, needed: file.checklistCount.needed }) },
    ...(reasons.length > 0 ? [{ label: word('conditions'), value: word('conditionsLine', { met, all: reasons.length }) }] : []),
    ...(clock ? [{ label: clock.title, value: <DueWords due={dueOf({ dueOn: clock.dueOn, isLate: clock.isLate, counting: clock.counting, workingDaysLeft: clock.remaining }, file.today)} day="worded" /> }] : []),
  ]
  return (
    <>
      <Section title={word('boardSees')}><Box><SummaryList rows={rows} /></Box></Section>
      <Section title={word('votes')} boxed><Votes file={file} /></Section>
    </>
  )
}
