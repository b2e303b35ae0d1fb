import { useState } from 'react'
import { Button, countText, DataTable, DayField, Form, NumberField, say, TextField, useAct, useTell, type FieldError } from '../../../../../platform/ui-kit/index.ts'
import { Balance } from './balance.tsx'
import { ROOM, sourcesAndTargets, type Progress } from './client.ts'
import { balanceTotals, columnsOf } from './columns.tsx'
import { useDraft } from './use-draft.ts'
import { word } from './words.vi.ts'

type Answer = Awaited<ReturnType<typeof sourcesAndTargets.assignTargets>>

function doneWords({ changed, difference }: Answer): string {
  if (!difference) return word('done', { n: changed })
  return difference < 0 ? word('doneShort', { n: changed, short: countText(-difference) }) : word('doneOver', { n: changed, over: countText(difference) })
}

/** Gives targets to one level: the column is typed in place, the sum and what it lacks stand at the foot. */
export function AssignForm({ progress, withOwn, onLeave }: { progress: Progress; withOwn: boolean; onLeave: () => void }) {
  const tell = useTell()
  const draft = useDraft(progress, withOwn)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const { head, rows } = progress
  const act = useAct(sourcesAndTargets.assignTargets, {
    refresh: [[ROOM]],
    onDone: (answer) => {
      tell(doneWords(answer))
      onLeave()
    },
  })
  const submit = () => {
    const wrongs = draft.wrongs()
    setErrors(wrongs)
    if (wrongs.length === 0) void act.run(draft.input())
  }
  return (
    <div className="targets-assign">
      <Form onSubmit={submit} errors={errors} failure={act.failure} inline
        acts={<><Button look="main" type="submit" running={act.running}>{word('assign')}</Button><Button onClick={onLeave}>{say('ui.cancelForm')}</Button></>}
      >
        <p className="hint">{word('assignHint')}</p>
        {withOwn && (
          <NumberField name={head.organisationId} label={word('fieldOwn', { name: head.shortName })} hint={word('fieldOwnHint')} value={draft.values[head.organisationId]}
            onChange={(value) => draft.set(head.organisationId, value)} />
        )}
        {draft.needsDays && <DayField name="from" label={word('fieldFrom')} value={draft.from} onChange={draft.setFrom} />}
        {draft.needsDays && <DayField name="until" label={word('fieldUntil')} value={draft.lastDay} onChange={draft.setLastDay} />}
        <TextField name="basis" label={word('fieldBasis')} hint={word('fieldBasisHint')} value={draft.basis} onChange={draft.setBasis} maxLength={300} />
        {rows.length > 0 && (
          <DataTable caption={word('table')} columns={columnsOf({ progress, to: () => '', onHistory: () => undefined, draft })} rows={rows} rowKey={(row) => row.organisationId}
            totalsAt="bottom" totals={{ given: draft.sum, ...balanceTotals(rows, draft.own, draft.sum) }} />
        )}
        {draft.own !== null && <p aria-live="polite">{word('sumIs', { sum: countText(draft.sum), given: countText(draft.own) })} <Balance given={draft.own} passedOn={draft.sum} /></p>}
      </Form>
    </div>
  )
}
