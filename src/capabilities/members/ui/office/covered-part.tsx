import { Button, clockText, Covered, Section, SummaryList, Timeline, useIsPast, type SummaryRow } from '../../../../platform/ui-kit/index.ts'
import { fieldNames } from '../../messages.vi.ts'
import type { Member } from '../client.ts'
import { entriesOf } from './member-timeline.tsx'
import { RevealForm, useRevealed, type Revealed } from '../reveal.tsx'
import { word } from '../words.vi.ts'

/** The numbers, covered or opened. */
function numberRows(member: Member, opened: Revealed | undefined): SummaryRow[] {
  const row = (label: string, masked: string | null, value: string | null | undefined): SummaryRow => ({
    label, value: masked === null ? word('none') : opened ? value : <Covered />, ...(masked !== null && !opened ? { note: masked } : {}),
  })
  return [row(fieldNames.identityNumber, member.identityMasked, opened?.identityNumber), row(fieldNames.oldIdentityNumber, member.oldIdentityMasked, opened?.oldIdentityNumber)]
}

/** Identity numbers and covered events: covered; opened in place for a reason that is written down. */
export function CoveredPart({ member }: { member: Member }) {
  const isPast = useIsPast()
  const [opened, setOpened] = useRevealed()
  const hasSome = member.identityMasked !== null || member.oldIdentityMasked !== null || member.timeline.some(({ kind }) => kind === 'covered')
  const mayOpen = !opened && hasSome && member.may.reveal
  return (
    <Section title={word('covered')} note={word('coveredNote')} boxed>
      <div className="member-covered">
        <SummaryList rows={numberRows(member, opened)} />
        {opened && opened.events.length > 0 && <Section title={word('coveredEvents')} level={3}><Timeline entries={entriesOf(opened.events)} label={word('coveredEvents')} /></Section>}
        {opened && (
          <p className="hint" role="status">
            {word('revealed', { time: clockText(opened.openedAt) })} <Button look="quiet" onClick={() => setOpened(undefined)}>{word('cover')}</Button>
          </p>
        )}
        {mayOpen && (isPast ? <p className="hint">{word('revealToday')}</p> : <RevealForm id={member.id} label={word('reveal')} onOpened={setOpened} />)}
      </div>
    </Section>
  )
}
