import { useState } from 'react'
import type { PlainDate } from '../../../../../kernel/index.ts'
import { Button, DayField, dayText, RadioRow, useAct, useTell, type FieldError } from '../../../../../platform/ui-kit/index.ts'
import { admission, afterAct, type CaseFile } from '../../client.ts'
import { useCaseAct } from '../../use-case-act.ts'
import { levelNames, word } from '../../words.vi.ts'
import { CaseForm } from './case-form.tsx'
import { emptyReason, proposedReasons, reasonInput, reasonWrongs, subjectsOf, type DraftReason } from './return-draft.ts'
import { ReturnReasonFields } from './return-reason-fields.tsx'

/** What goes on running while the file is away. */
function runs(file: CaseFile, to: 'cell' | 'grassrootsCommittee'): string {
  const clock = file.clocks.find((one) => (one.kind === 'decision' || one.kind === 'confirmationDecision') && one.doneOn === null)
  const place = levelNames[to]
  return clock ? word('returnStops', { place, day: dayText(clock.dueOn) }) : word('returnStopsNoDue', { place })
}

/** Returns the file with reasons tied to papers or conditions; can be taken back until somebody has worked on it. */
export function ReturnForm({ file, onClose }: { file: CaseFile; onClose: () => void }) {
  const tell = useTell()
  const [reasons, setReasons] = useState<DraftReason[]>(() => proposedReasons(file))
  const [toLevel, setToLevel] = useState<'cell' | 'grassrootsCommittee'>('cell')
  const [dueOn, setDueOn] = useState<PlainDate | undefined>(file.proposals.returnDueOn)
  const [errors, setErrors] = useState<FieldError[]>([])
  const takeBack = useAct(admission.withdrawReturn, { refresh: afterAct })
  const act = useCaseAct(file, admission.returnCase, (done) => {
    tell(word('returnDone', { n: reasons.length, day: dayText(done.dueOn) }), () => takeBack.run({ id: done.id, version: done.version }))
    onClose()
  })
  const change = (key: string, part: Partial<DraftReason>) => setReasons((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const submit = () => {
    const wrong = reasonWrongs(reasons, dueOn)
    setErrors(wrong)
    if (wrong.length === 0) void act.run({ toLevel, dueOn: dueOn!, reasons: reasons.map(reasonInput) })
  }
  const levels = file.hasCommittee && file.heldBy !== 'grassrootsCommittee' ? (['cell', 'grassrootsCommittee'] as const) : (['cell'] as const)
  return (
    <CaseForm act={act} errors={errors} button={word('returnAct', { n: reasons.length })} onSubmit={submit} onCancel={onClose} after={runs(file, toLevel)}>
      {reasons.map((reason, i) => (
        <ReturnReasonFields key={reason.key} reason={reason} number={i + 1} subjects={subjectsOf(file)} onChange={(part) => change(reason.key, part)} onDrop={() => setReasons((all) => all.filter((one) => one.key !== reason.key))} />
      ))}
      <p><Button onClick={() => setReasons((all) => [...all, emptyReason()])}>{word('returnAdd')}</Button></p>
      {levels.length > 1 && (
        <RadioRow name="toLevel" label={word('returnTo')} value={toLevel} onChange={(value) => setToLevel(value as 'cell')} choices={levels.map((value) => ({ value, label: levelNames[value] }))} />
      )}
      <DayField name="dueOn" label={word('returnDue')} hint={word('returnDueHint')} value={dueOn} onChange={setDueOn} />
    </CaseForm>
  )
}
