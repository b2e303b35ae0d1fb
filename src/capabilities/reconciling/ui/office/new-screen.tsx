import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { Button, Checkbox, DayField, FieldGroup, Form, Page, RadioRow, say, TextField, useAct, useAddress, useDesk, usePlace, useRead, useTell, type FieldError } from '../../../../platform/ui-kit/index.ts'
import { afterAct, listGrassroots, reconciling, ROOM } from '../client.ts'
import { word } from '../words.vi.ts'

type Draft = { asOf: PlainDate | undefined; dueOn: PlainDate | undefined; note: string; all: boolean; chosen: readonly string[] }

function wrongsOf({ asOf, dueOn, all, chosen }: Draft): FieldError[] {
  return [
    ...(asOf ? [] : [{ field: 'asOf', text: say('ui.fieldMissing', { field: word('asOf') }) }]), ...(dueOn ? [] : [{ field: 'dueOn', text: say('ui.fieldMissing', { field: word('dueOn') }) }]),
    ...(all || chosen.length > 0 ? [] : [{ field: 'which', text: word('chooseNone') }]),
  ]
}

/** Opens a reconciliation as of a day for one, many or all grassroots organisations. */
export default function NewReconciliationScreen() {
  const address = useAddress()
  const place = usePlace()
  const tell = useTell()
  const { today } = useDesk()
  const [draft, setDraft] = useState<Draft>({ asOf: undefined, dueOn: undefined, note: '', all: true, chosen: [] })
  const set = (change: Partial<Draft>) => setDraft((former) => ({ ...former, ...change }))
  const [errors, setErrors] = useState<FieldError[]>([])
  const listed = useRead([ROOM, 'grassroots', today], (signal) => listGrassroots(undefined, signal))
  const act = useAct(reconciling.openRound, { refresh: afterAct, onDone: ({ opened }) => { tell(word('opened', { n: opened })); place.go(address('reconciliations', {}, { ngay: draft.asOf })) } })
  const submit = () => {
    const wrong = wrongsOf(draft)
    setErrors(wrong)
    if (wrong.length === 0) void act.run({ asOf: draft.asOf!, dueOn: draft.dueOn!, ...(draft.note.trim() ? { note: draft.note } : {}), ...(draft.all ? {} : { organisationIds: [...draft.chosen] }) })
  }
  const toggle = (id: string, checked: boolean) => set({ chosen: checked ? [...draft.chosen, id] : draft.chosen.filter((each) => each !== id) })
  return (
    <Page isAct alwaysToday title={word('newTitle')} backToList={address('reconciliations')} crumbs={[{ label: word('menu'), to: address('reconciliations') }, { label: word('newTitle') }]}>
      <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<><Button type="submit" look="main" running={act.running}>{word('openIt')}</Button><Button onClick={() => place.go(address('reconciliations'))}>{say('ui.cancelForm')}</Button></>}>
        <DayField name="asOf" label={word('asOf')} hint={word('asOfHint')} value={draft.asOf} onChange={(asOf) => set({ asOf })} />
        <DayField name="dueOn" label={word('dueOn')} value={draft.dueOn} onChange={(dueOn) => set({ dueOn })} />
        <RadioRow name="which" label={word('which')} value={draft.all ? 'all' : 'some'} choices={[{ value: 'all', label: word('whichAll') }, { value: 'some', label: word('whichSome') }]} onChange={(value) => set({ all: value === 'all' })} />
        {!draft.all && (
          <FieldGroup legend={word('choose')} inline>
            {(listed.value ?? []).map(({ id, label }) => <Checkbox key={id} name={`organisation-${id}`} label={label} checked={draft.chosen.includes(id)} onChange={(checked) => toggle(id, checked)} />)}
          </FieldGroup>
        )}
        <TextField name="note" label={word('note')} value={draft.note} onChange={(note) => set({ note })} maxLength={300} optional />
      </Form>
    </Page>
  )
}
