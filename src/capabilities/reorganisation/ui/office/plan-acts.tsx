import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { ActBox, Button, countText, DayField, FailureBox, TextField, useAct, useAddress, useDesk, usePlace, useTell } from '../../../../platform/ui-kit/index.ts'
import { afterForce, reorganisation, ROOM, type PlanPage } from '../client.ts'
import { day } from '../marks.tsx'
import { word } from '../words.vi.ts'

type Props = { plan: PlanPage; onLeave: () => void }

/** The number, day and issuer of the decision. */
export function DecideForm({ plan, onLeave }: Props) {
  const tell = useTell()
  const { today } = useDesk()
  const [decisionNumber, setNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState<PlainDate | undefined>(today)
  const [issuedBy, setIssuedBy] = useState('')
  const act = useAct(reorganisation.decidePlan, { refresh: afterForce, onDone: ({ state, people }) => { tell(state === 'inForce' ? word('tookEffect', { n: countText(people) }) : word('decided', { day: day(plan.effectiveOn) })); onLeave() } })
  return (
    <ActBox title={word('decide')} act={act} doing={word('decide')} onLeave={onLeave}
      required={[['decisionNumber', word('decisionNumber'), decisionNumber.trim() !== ''], ['decidedOn', word('decidedOn'), decidedOn !== undefined], ['issuedBy', word('issuedBy'), issuedBy.trim() !== '']]}
      onAct={() => void act.run({ id: plan.id, version: plan.version, decisionNumber, decidedOn: decidedOn!, issuedBy })}>
      <p className="hint">{word('decideHint')}</p>
      <TextField name="decisionNumber" label={word('decisionNumber')} value={decisionNumber} onChange={setNumber} maxLength={60} />
      <DayField name="decidedOn" label={word('decidedOn')} value={decidedOn} onChange={setDecidedOn} />
      <TextField name="issuedBy" label={word('issuedBy')} value={issuedBy} onChange={setIssuedBy} maxLength={200} />
    </ActBox>
  )
}

/** Takes an act back on the day it was done; it needs a reason. */
export function UndoForm({ plan, onLeave }: Props) {
  const tell = useTell()
  const [reason, setReason] = useState('')
  const act = useAct(reorganisation.undoPlan, { refresh: afterForce, onDone: () => { tell(word('undone')); onLeave() } })
  return (
    <ActBox title={word('undo')} act={act} doing={word('undo')} onLeave={onLeave} required={[['reason', word('undoReason'), reason.trim() !== '']]} onAct={() => void act.run({ id: plan.id, version: plan.version, reason })}>
      <p className="hint">{word('undoHint')}</p>
      <TextField name="reason" label={word('undoReason')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}

/** The acts that need no form. */
export function PlainActs({ plan, set }: { plan: PlanPage; set: (state: { viec: string }) => void }) {
  const tell = useTell()
  const address = useAddress()
  const place = usePlace()
  const asked = { id: plan.id, version: plan.version }
  const withdraw = useAct(reorganisation.withdrawPlan, { refresh: [[ROOM], ['reminders']], onDone: () => tell(word('withdrawn')) })
  const effect = useAct(reorganisation.takeEffect, { refresh: afterForce, onDone: ({ people }) => tell(word('tookEffect', { n: countText(people) })) })
  const counter = useAct(reorganisation.draftCounterPlan, { refresh: [[ROOM]], onDone: ({ id }) => { tell(word('countered')); place.go(address('reorganisation', { id })) } })
  return (
    <>
      {plan.may.undo && <Button onClick={() => set({ viec: 'hoan-tac' })}>{word('undo')}</Button>}
      {plan.may.counter && <Button running={counter.running} onClick={() => void counter.run({ id: plan.id })}>{word('counter')}</Button>}
      {plan.may.withdraw && <Button running={withdraw.running} onClick={() => void withdraw.run(asked)}>{word('withdraw')}</Button>}
      {plan.may.takeEffect && <Button running={effect.running} onClick={() => void effect.run(asked)}>{word('takeEffect')}</Button>}
      <FailureBox failure={withdraw.failure ?? effect.failure ?? counter.failure} />
    </>
  )
}
