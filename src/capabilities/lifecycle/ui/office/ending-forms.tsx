import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import type { StrikeOffGround } from '../../../../regulations/index.ts'
import { ActBox, Checkbox, DayField, dayText, FieldGroup, NumberField, Select, TextField, useDesk, useRead } from '../../../../platform/ui-kit/index.ts'
import { endingKindNames, strikeOffGroundNames } from '../../endings/messages.vi.ts'
import { lifecycle, ROOM, type EndingsOf } from '../client.ts'
import { word } from '../endings.vi.ts'
import { useDecision, type Ending } from './discipline-forms.tsx'
import { TieList } from './tie-list.tsx'
import { useLifecycleAct } from './use-lifecycle-act.ts'

type Case = EndingsOf['endings'][number]
const lasting: readonly StrikeOffGround[] = ['inactive', 'lostWill', 'twoYearsBelow']

/** Opens the case of striking a member off. */
export function StrikeOffForm({ page, onLeave }: { page: EndingsOf } & Ending) {
  const { today } = useDesk()
  const [ground, setGround] = useState<StrikeOffGround>(page.grounds[0]!)
  const [since, setSince] = useState<PlainDate | undefined>()
  const [reason, setReason] = useState('')
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const act = useLifecycleAct(lifecycle.openStrikeOff, word('opened'), onLeave)
  const lasts = lasting.includes(ground)
  return (
    <ActBox title={word('actStrikeOff')} act={act} doing={word('actStrikeOff')} onLeave={onLeave} onAct={() => void act.run({ personId: page.person.id, ground, reason, on: on!, ...(lasts && since ? { since } : {}) })}
      required={[...(lasts ? ([['since', word('since'), since !== undefined]] as const) : []), ['reason', word('reason'), reason.trim() !== ''], ['on', word('openedOn'), on !== undefined]]}>
      <Select name="ground" label={word('ground')} value={ground} onChange={(value) => setGround(page.grounds.find((each) => each === value) ?? page.grounds[0]!)} choices={page.grounds.map((value) => ({ value, label: strikeOffGroundNames[value] }))} />
      {lasts && <DayField name="since" label={word('since')} hint={word('sinceHint')} value={since} onChange={setSince} />}
      <TextField name="reason" label={word('reason')} value={reason} onChange={setReason} maxLength={500} />
      <DayField name="on" label={word('openedOn')} value={on} onChange={setOn} />
    </ActBox>
  )
}

export function ResignationForm({ page, onLeave }: { page: EndingsOf } & Ending) {
  const { today } = useDesk()
  const [reason, setReason] = useState('')
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const act = useLifecycleAct(lifecycle.openResignation, word('opened'), onLeave)
  return (
    <ActBox title={word('actResignation')} act={act} doing={word('actResignation')} onLeave={onLeave} onAct={() => void act.run({ personId: page.person.id, reason, on: on! })}
      required={[['on', word('appliedOn'), on !== undefined], ['reason', word('application'), reason.trim() !== '']]}>
      <DayField name="on" label={word('appliedOn')} value={on} onChange={setOn} />
      <TextField name="reason" label={word('application')} value={reason} onChange={setReason} maxLength={500} />
    </ActBox>
  )
}

export function DeathForm({ page, onLeave }: { page: EndingsOf } & Ending) {
  const [diedOn, setDied] = useState<PlainDate | undefined>()
  const [paper, setPaper] = useState('')
  const [note, setNote] = useState('')
  const act = useLifecycleAct(lifecycle.recordDeath, word('deathDone'), onLeave)
  return (
    <ActBox title={word('actDeath')} act={act} doing={word('actDeath')} onLeave={onLeave} onAct={() => void act.run({ personId: page.person.id, diedOn: diedOn!, paper, ...(note.trim() ? { note } : {}) })}
      check={() => [{ label: word('person'), value: page.person.fullName }, { label: word('diedOn'), value: dayText(diedOn) }, { label: word('paper'), value: paper }, ...(note.trim() ? [{ label: word('note'), value: note }] : [])]} after={<TieList intro={word('endWarning')} ties={page.ties} />}
      required={[['diedOn', word('diedOn'), diedOn !== undefined], ['paper', word('paper'), paper.trim() !== '']]}>
      <DayField name="diedOn" label={word('diedOn')} value={diedOn} onChange={setDied} />
      <TextField name="paper" label={word('paper')} hint={word('paperHint')} value={paper} onChange={setPaper} maxLength={200} />
      <TextField name="note" label={word('note')} optional value={note} onChange={setNote} maxLength={300} />
      <TieList intro={word('endWarning')} ties={page.ties} />
    </ActBox>
  )
}

/** A vote of the cell or of the committee; the number of which the share is taken is shown for the day that is typed. */
export function VoteForm({ ending, level, onLeave }: { ending: Case; level: 'cell' | 'committee' } & Ending) {
  const { today } = useDesk()
  const [heldOn, setHeld] = useState<PlainDate | undefined>(today)
  const [present, setPresent] = useState<number | undefined>()
  const [inFavour, setFavour] = useState<number | undefined>()
  const [against, setAgainst] = useState<number | undefined>(0)
  const [invalid, setInvalid] = useState<number | undefined>(0)
  const [resolutionNumber, setResolution] = useState('')
  const [exemptPresent, setExempt] = useState<string[]>([])
  const roll = useRead([ROOM, 'ending-roll', ending.id, level, heldOn, exemptPresent.join()], (signal) => lifecycle.rollForEnding({ endingId: ending.id, level, on: heldOn!, exemptPresent }, { signal }), { enabled: heldOn !== undefined })
  const act = useLifecycleAct(lifecycle.recordEndingVote, word('voteDone'), onLeave)
  const title = word(level === 'cell' ? 'actCellVote' : 'actCommitteeVote')
  const count = roll.value
  return (
    <ActBox title={title} act={act} doing={title} onLeave={onLeave}
      onAct={() => void act.run({ endingId: ending.id, version: ending.version, level, heldOn: heldOn!, present: present!, inFavour: inFavour!, against: against!, invalid: invalid!, exemptPresent, ...(resolutionNumber.trim() ? { resolutionNumber } : {}) })}
      required={[['heldOn', word('heldOn'), heldOn !== undefined], ['present', word('present'), present !== undefined], ['inFavour', word('inFavour'), inFavour !== undefined], ['against', word('against'), against !== undefined], ['invalid', word('invalid'), invalid !== undefined]]}>
      <DayField name="heldOn" label={word('heldOn')} value={heldOn} onChange={setHeld} />
      {count && <p><strong>{word(level === 'cell' ? 'roll' : 'rollCommittee', { denominator: count.denominator, required: count.required })}</strong>{count.excluded.length > 0 && <span className="hint"> {word('excluded', { names: count.excluded.map(({ name }) => name).join(', ') })}</span>}</p>}
      {count && count.exempt.length > 0 && (
        <FieldGroup legend={word('exemptPresent')}>
          {count.exempt.map(({ personId, name }) => <Checkbox key={personId} name={`exempt-${personId}`} label={name} checked={exemptPresent.includes(personId)} onChange={(checked) => setExempt(checked ? [...exemptPresent, personId] : exemptPresent.filter((each) => each !== personId))} />)}
        </FieldGroup>
      )}
      <NumberField name="present" label={word('present')} value={present} onChange={setPresent} />
      <NumberField name="inFavour" label={word('inFavour')} value={inFavour} onChange={setFavour} />
      <NumberField name="against" label={word('against')} value={against} onChange={setAgainst} />
      <NumberField name="invalid" label={word('invalid')} value={invalid} onChange={setInvalid} />
      <TextField name="resolutionNumber" label={word('resolution')} optional value={resolutionNumber} onChange={setResolution} maxLength={60} />
    </ActBox>
  )
}

/** The decision; what is tied to the membership stands below. */
export function DecideEndingForm({ page, ending, onLeave }: { page: EndingsOf; ending: Case } & Ending) {
  const { today } = useDesk()
  const decision = useDecision()
  const [endedOn, setEnded] = useState<PlainDate | undefined>(today)
  const [receivedOn, setReceived] = useState<PlainDate | undefined>()
  const act = useLifecycleAct(lifecycle.decideEnding, word('decided'), onLeave)
  return (
    <ActBox title={word('actDecide')} act={act} doing={word('actDecide')} onLeave={onLeave} onAct={() => void act.run({ endingId: ending.id, version: ending.version, ...decision.value, endedOn: endedOn!, ...(receivedOn ? { receivedOn } : {}) })}
      check={() => [{ label: word('person'), value: page.person.fullName }, { label: word('colKind'), value: endingKindNames[ending.kind] }, ...decision.rows(), { label: word('endedOn'), value: dayText(endedOn) }, ...(receivedOn ? [{ label: word('receivedOn'), value: dayText(receivedOn) }] : [])]} after={<TieList intro={word('endWarning')} ties={page.ties} />}
      required={[...decision.required, ['endedOn', word('endedOn'), endedOn !== undefined]]}>
      {decision.fields}
      <DayField name="endedOn" label={word('endedOn')} value={endedOn} onChange={setEnded} />
      <DayField name="receivedOn" label={word('receivedOn')} hint={word('receivedHint')} optional value={receivedOn} onChange={setReceived} />
      <TieList intro={word('endWarning')} ties={page.ties} />
    </ActBox>
  )
}

export function DropEndingForm({ ending, onLeave }: { ending: Case } & Ending) {
  const { today } = useDesk()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [reason, setReason] = useState('')
  const act = useLifecycleAct(lifecycle.dropEnding, word('dropped'), onLeave)
  return (
    <ActBox title={word('actDrop')} act={act} doing={word('actDrop')} onLeave={onLeave} onAct={() => void act.run({ endingId: ending.id, version: ending.version, on: on!, reason })}
      required={[['on', word('droppedOn'), on !== undefined], ['reason', word('reviewReason'), reason.trim() !== '']]}>
      <DayField name="on" label={word('droppedOn')} value={on} onChange={setOn} />
      <TextField name="reason" label={word('reviewReason')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}

export function ComplainOfEndingForm({ ending, onLeave }: { ending: Case } & Ending) {
  const { today } = useDesk()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [complaint, setComplaint] = useState('')
  const act = useLifecycleAct(lifecycle.complainOfEnding, word('complaintDone'), onLeave)
  return (
    <ActBox title={word('actComplain')} act={act} doing={word('actComplain')} onLeave={onLeave} onAct={() => void act.run({ endingId: ending.id, version: ending.version, on: on!, complaint })}
      required={[['on', word('complainedOn'), on !== undefined], ['complaint', word('complaint'), complaint.trim() !== '']]}>
      <DayField name="on" label={word('complainedOn')} value={on} onChange={setOn} />
      <TextField name="complaint" label={word('complaint')} value={complaint} onChange={setComplaint} maxLength={300} />
    </ActBox>
  )
}

/** Upholds the end of a membership, or annuls it; what does not come back by itself stands below. */
export function ReviewEndingForm({ page, ending, outcome, onLeave }: { page: EndingsOf; ending: Case; outcome: 'upheld' | 'annulled' } & Ending) {
  const decision = useDecision()
  const [reason, setReason] = useState('')
  const annuls = outcome === 'annulled'
  const act = useLifecycleAct(lifecycle.reviewEnding, word(annuls ? 'restoredDone' : 'upheldDone'), onLeave)
  const title = word(annuls ? 'actAnnul' : 'actUphold')
  return (
    <ActBox title={title} act={act} doing={title} onLeave={onLeave} onAct={() => void act.run({ endingId: ending.id, version: ending.version, outcome, ...decision.value, reason })} required={[...decision.required, ['reason', word('reviewReason'), reason.trim() !== '']]}
      check={() => [{ label: word('person'), value: page.person.fullName }, ...decision.rows(), { label: word('reviewReason'), value: reason }]} {...(annuls ? { after: <TieList intro={word('restoreWarning')} ties={ending.settled} /> } : {})}>
      {annuls && <TieList intro={word('restoreWarning')} ties={ending.settled} />}
      {decision.fields}
      <TextField name="reason" label={word('reviewReason')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}
