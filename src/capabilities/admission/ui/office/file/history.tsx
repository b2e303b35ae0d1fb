import { dayInVietnam } from '../../../../../kernel/index.ts'
import { dayText, Section, Timeline } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { word } from '../../words.vi.ts'

type PastAct = CaseFile['history'][number]

/** Who did it, and when it was entered if that was another day. */
function noteOf(act: PastAct): string {
  const recordedOn = dayInVietnam(new Date(act.recordedAt))
  const late = recordedOn !== act.occurredOn ? word('recordedOn', { day: dayText(recordedOn) }) : undefined
  return [act.actedBy, late].filter(Boolean).join(', ')
}

/** Everything that was done to the file, newest first. */
export function History({ file }: { file: CaseFile }) {
  const entries = [...file.history].sort((a, b) => b.ordinal - a.ordinal).map((act) => {
    const note = noteOf(act)
    return { id: act.id, day: dayText(act.occurredOn), title: act.words, note: note && `– ${note}` }
  })
  return (
    <Section title={word('history')} boxed>
      <Timeline entries={entries} compact shown={6} />
    </Section>
  )
}
