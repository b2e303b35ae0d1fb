import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import type { ExemptionGround } from '../../../../regulations/index.ts'
import { ActBox, dayText, DayField, RadioRow, Select, TextField, useDesk } from '../../../../platform/ui-kit/index.ts'
import { suspensionGrounds, type SuspensionGround } from '../../codes.ts'
import { exemptionGroundNames, suspensionGroundNames } from '../../messages.vi.ts'
import { lifecycle, type MeasuresOf } from '../client.ts'
import { word } from '../measures.vi.ts'
import { useDecision, type Ending } from './discipline-forms.tsx'
import { useLifecycleAct } from './use-lifecycle-act.ts'

type Suspension = MeasuresOf['suspensions'][number]
type Exemption = MeasuresOf['exemptions'][number]

/** Activity suspended from a day. */
export function SuspendForm({ personId, onLeave }: { personId: string } & Ending) {
  const [ground, setGround] = useState<SuspensionGround>('inquiry')
  const [reason, setReason] = useState('')
  const [from, setFrom] = useState<PlainDate | undefined>()
  const [lastDay, setLastDay] = useState<PlainDate | undefined>()
  const decision = useDecision()
  const act = useLifecycleAct(lifecycle.suspendMember, word('suspendDone'), onLeave)
  return (
    <ActBox title={word('actSuspend')} act={act} doing={word('actSuspend')} onLeave={onLeave} onAct={() => void act.run({ personId, ground, reason, from: from!, ...(lastDay ? { lastDay } : {}), ...decision.value })}
      required={[['reason', word('suspensionReason'), reason.trim() !== ''], ...decision.required, ['from', word('from'), from !== undefined], ['lastDay', word('lastDay'), ground === 'prosecuted' || lastDay !== undefined]]}>
      <RadioRow name="ground" label={word('suspensionGround')} value={ground} onChange={(value) => setGround(suspensionGrounds.find((each) => each === value) ?? 'inquiry')} choices={suspensionGrounds.map((value) => ({ value, label: suspensionGroundNames[value] }))} />
      <TextField name="reason" label={word('suspensionReason')} value={reason} onChange={setReason} maxLength={300} />
      {decision.fields}
      <DayField name="from" label={word('from')} value={from} onChange={setFrom} />
      <DayField name="lastDay" label={word('lastDay')} hint={word('lastDayHint')} value={lastDay} onChange={setLastDay} />
    </ActBox>
  )
}

export function ExtendForm({ suspension, onLeave }: { suspension: Suspension } & Ending) {
  const { today } = useDesk()
  const [lastDay, setLastDay] = useState<PlainDate | undefined>()
  const [decisionNumber, setNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState<PlainDate | undefined>(today)
  const act = useLifecycleAct(lifecycle.extendSuspension, word('extendDone'), onLeave)
  return (
    <ActBox title={word('actExtend')} act={act} doing={word('actExtend')} onLeave={onLeave} onAct={() => void act.run({ suspensionId: suspension.id, version: suspension.version, lastDay: lastDay!, decisionNumber, decidedOn: decidedOn! })}
      required={[['lastDay', word('lastDay'), lastDay !== undefined], ['decisionNumber', word('decisionNumber'), decisionNumber.trim() !== ''], ['decidedOn', word('decidedOn'), decidedOn !== undefined]]}>
      <DayField name="lastDay" label={word('lastDay')} {...(suspension.latest ? { hint: word('extendHint', { day: dayText(suspension.latest) }) } : {})} value={lastDay} onChange={setLastDay} />
      <TextField name="decisionNumber" label={word('decisionNumber')} value={decisionNumber} onChange={setNumber} maxLength={60} />
      <DayField name="decidedOn" label={word('decidedOn')} value={decidedOn} onChange={setDecidedOn} />
    </ActBox>
  )
}

export function LiftForm({ suspension, onLeave }: { suspension: Suspension } & Ending) {
  const { today } = useDesk()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [reason, setReason] = useState('')
  const act = useLifecycleAct(lifecycle.liftSuspension, word('liftDone'), onLeave)
  return (
    <ActBox title={word('actLift')} act={act} doing={word('actLift')} onLeave={onLeave} onAct={() => void act.run({ suspensionId: suspension.id, version: suspension.version, on: on!, reason })}
      required={[['on', word('backOn'), on !== undefined], ['reason', word('reason'), reason.trim() !== '']]}>
      <DayField name="on" label={word('backOn')} value={on} onChange={setOn} />
      <TextField name="reason" label={word('reason')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}

/** Exemption by decision of the cell. */
export function ExemptForm({ page, onLeave }: { page: MeasuresOf } & Ending) {
  const [ground, setGround] = useState<ExemptionGround>(page.grounds[0]!)
  const [note, setNote] = useState('')
  const [resolution, setResolution] = useState('')
  const [decidedOn, setDecidedOn] = useState<PlainDate | undefined>()
  const [from, setFrom] = useState<PlainDate | undefined>()
  const act = useLifecycleAct(lifecycle.exemptMember, word('exemptDone'), onLeave)
  return (
    <ActBox title={word('actExempt')} act={act} doing={word('actExempt')} onLeave={onLeave}
      onAct={() => void act.run({ personId: page.person.id, ground, resolution, decidedOn: decidedOn!, from: from!, ...(note.trim() ? { note } : {}) })}
      required={[['resolution', word('resolution'), resolution.trim() !== ''], ['decidedOn', word('resolvedOn'), decidedOn !== undefined], ['from', word('from'), from !== undefined]]}>
      <Select name="ground" label={word('exemptionGround')} value={ground} onChange={(value) => setGround(page.grounds.find((each) => each === value) ?? page.grounds[0]!)} choices={page.grounds.map((value) => ({ value, label: exemptionGroundNames[value] }))} />
      <TextField name="note" label={word('note')} optional value={note} onChange={setNote} maxLength={300} />
      <TextField name="resolution" label={word('resolution')} value={resolution} onChange={setResolution} maxLength={60} />
      <DayField name="decidedOn" label={word('resolvedOn')} value={decidedOn} onChange={setDecidedOn} />
      <DayField name="from" label={word('from')} value={from} onChange={setFrom} />
    </ActBox>
  )
}

export function ReturnForm({ exemption, onLeave }: { exemption: Exemption } & Ending) {
  const { today } = useDesk()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [basis, setBasis] = useState('')
  const act = useLifecycleAct(lifecycle.endExemption, word('returnDone'), onLeave)
  return (
    <ActBox title={word('actReturn')} act={act} doing={word('actReturn')} onLeave={onLeave} onAct={() => void act.run({ exemptionId: exemption.id, version: exemption.version, on: on!, basis })}
      required={[['on', word('backOn'), on !== undefined], ['basis', word('basis'), basis.trim() !== '']]}>
      <DayField name="on" label={word('backOn')} value={on} onChange={setOn} />
      <TextField name="basis" label={word('basis')} value={basis} onChange={setBasis} maxLength={300} />
    </ActBox>
  )
}
