import { momentText, Section, SummaryList, Timeline, type TimelineEntry } from '../../../../platform/ui-kit/index.ts'
import { fieldNames } from '../../messages.vi.ts'
import type { Member } from '../client.ts'
import { dateText } from '../marks.tsx'
import { word } from '../words.vi.ts'

const dayOfMoment = (moment: string): string => momentText(moment).split(', ')[1] ?? ''

/** Events as lines, each with its paper and when it was entered. */
export const entriesOf = (events: Member['timeline']): TimelineEntry[] => events.map((event, i) => ({
  id: `${event.kind} ${event.on} ${i}`, day: dateText(event.on), year: event.on.slice(0, 4), title: event.title,
  note: [event.kind === 'covered' && word('coveredHint'), event.basis, event.detail, event.recordedAt && word('recorded', { day: dayOfMoment(event.recordedAt) })].filter(Boolean).join(' · '),
}))

/** What was corrected, when, why and by which paper, each value before and after. */
function Corrections({ member }: { member: Member }) {
  if (member.corrections.length === 0) return null
  const value = (text: string | null) => text ?? word('blank')
  return (
    <Section title={word('corrections')} level={3} boxed>
      <SummaryList rows={member.corrections.map((each) => ({
        label: dayOfMoment(each.recordedAt),
        value: each.changes.map((change) => (
          <div key={change.field}>{word('correctionLine', { field: fieldNames[change.field as keyof typeof fieldNames] ?? change.field, before: value(change.before), after: value(change.after) })}</div>
        )),
        note: word('correctedBy', { reason: each.reason, paper: each.paper, by: each.by ?? '' }),
      }))} />
    </Section>
  )
}

/** What happened to a person, newest first, each with its paper and when it was entered. */
export function MemberTimeline({ member }: { member: Member }) {
  if (member.timeline.length === 0) return <p className="empty">{word('timelineEmpty')}</p>
  return (
    <>
      <Timeline entries={entriesOf(member.timeline)} label={word('timeline')} />
      <Corrections member={member} />
    </>
  )
}
