import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { ActBox, Checkbox, countText, DayField, TextArea, useAct, useTell } from '../../../../platform/ui-kit/index.ts'
import { measureNames, movementNames } from '../../messages.vi.ts'
import { afterAct, conferences, type Solution } from '../client.ts'
import { word } from '../words.vi.ts'

/** Answers for a solution: the figure is counted by the program; what has not come to what was wanted needs a reason. */
export function FollowUpForm({ solution, onLeave }: { solution: Solution; onLeave: () => void }) {
  const tell = useTell()
  const reached = solution.movement === 'reached'
  const [note, setNote] = useState('')
  const [closes, setCloses] = useState(reached)
  const [dueOn, setDueOn] = useState<PlainDate>()
  const act = useAct(conferences.followUpSolution, { refresh: afterAct, onDone: ({ value, movement }) => { tell(word('followedUp', { value: countText(value), movement: movementNames[movement] })); onLeave() } })
  const label = reached ? word('fieldNoteReached') : word('fieldNote')
  return (
    <ActBox title={word('followUpOf', { text: solution.text })} act={act} doing={word('followUp')} onLeave={onLeave}
      required={[...(reached ? [] : [['note', label, note.trim() !== ''] as const]), ...(closes ? [] : [['dueOn', word('fieldNext'), dueOn !== undefined] as const])]}
      onAct={() => void act.run({ solutionId: solution.id, version: solution.version, note, closes, ...(closes || !dueOn ? {} : { dueOn }) })}>
      <p>{word('followUpFigure', { measure: measureNames[solution.measure], place: solution.measuredName, was: countText(solution.valueThen), now: countText(solution.valueNow), wanted: countText(solution.wanted) })}</p>
      <TextArea name="note" label={label} value={note} onChange={setNote} maxLength={2000} optional={reached} />
      <Checkbox name="closes" label={word('fieldCloses')} checked={closes} onChange={setCloses} />
      {!closes && <DayField name="dueOn" label={word('fieldNext')} value={dueOn} onChange={setDueOn} />}
    </ActBox>
  )
}
