import { useEffect, useState } from 'react'
import { Button, clockText, Covered, Form, Section, Select, SummaryList, TextField, Timeline, useAct, useIsPast, type FieldError, type SummaryRow } from '../../../../platform/ui-kit/index.ts'
import { fieldNames, revealReasons } from '../../messages.vi.ts'
import { members, type Member } from '../client.ts'
import { entriesOf } from './member-timeline.tsx'
import { word } from '../words.vi.ts'

const COVERS_AFTER_MS = 10 * 60_000
type Reason = keyof typeof revealReasons
type Revealed = Awaited<ReturnType<typeof members.revealMember>>

/** The numbers, covered, or opened until ten minutes have passed or the page is left. */
function numberRows(member: Member, opened: Revealed | undefined): SummaryRow[] {
  const row = (label: string, masked: string | null, value: string | null | undefined): SummaryRow => ({
    label, value: masked === null ? word('none') : opened ? value : <Covered />, ...(masked !== null && !opened ? { note: masked } : {}),
  })
  return [row(fieldNames.identityNumber, member.identityMasked, opened?.identityNumber), row(fieldNames.oldIdentityNumber, member.oldIdentityMasked, opened?.oldIdentityNumber)]
}

function AskForm({ member, onOpened }: { member: Member; onOpened: (opened: Revealed) => void }) {
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(members.revealMember, { onDone: onOpened })
  const submit = () => {
    const missing = [
      ...(reason ? [] : [{ field: 'reason', text: word('missing', { field: word('revealAsk') }) }]),
      ...(reason === 'other' && !note.trim() ? [{ field: 'note', text: word('missing', { field: word('revealOther') }) }] : []),
    ]
    setErrors(missing)
    if (missing.length === 0) void act.run({ id: member.id, reason: reason as Reason, ...(note.trim() ? { note } : {}) })
  }
  return (
    <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<Button type="submit" running={act.running}>{word('reveal')}</Button>}>
      <Select name="reason" label={word('revealAsk')} value={reason} onChange={setReason} choices={Object.entries(revealReasons).map(([value, label]) => ({ value, label }))} />
      {reason === 'other' && <TextField name="note" label={word('revealOther')} value={note} onChange={setNote} maxLength={300} />}
    </Form>
  )
}

/** Identity numbers and covered events: covered; opened in place for a reason that is written down. */
export function CoveredPart({ member }: { member: Member }) {
  const isPast = useIsPast()
  const [opened, setOpened] = useState<Revealed>()
  useEffect(() => {
    if (!opened) return
    const timer = setTimeout(() => setOpened(undefined), COVERS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [opened])
  const hasSome = member.identityMasked !== null || member.oldIdentityMasked !== null || member.timeline.some(({ kind }) => kind === 'covered')
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
        {!opened && hasSome && member.may.reveal && !isPast && <AskForm member={member} onOpened={setOpened} />}
      </div>
    </Section>
  )
}
