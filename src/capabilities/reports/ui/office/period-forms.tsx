import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { ActBox, DayField, NumberField, Select, useAct, useDesk, useTell } from '../../../../platform/ui-kit/index.ts'
import { periodKinds, type PeriodKind } from '../../codes.ts'
import { afterAct, reports, type ReportList } from '../client.ts'
import { word } from '../words.vi.ts'

/** Opens a period for the reports of those below. */
export function OpenForm({ onLeave, onOpened }: { onLeave: () => void; onOpened: (id: string) => void }) {
  const tell = useTell()
  const { today } = useDesk()
  const [kind, setKind] = useState<PeriodKind>(today.slice(5, 7) > '06' ? 'half' : 'year')
  const [year, setYear] = useState<number | undefined>(Number(today.slice(0, 4)) - (today.slice(5, 7) > '06' ? 0 : 1))
  const [dueOn, setDueOn] = useState<PlainDate | undefined>()
  const act = useAct(reports.openPeriod, { refresh: afterAct, onDone: ({ id }) => { tell(word('opened')); onOpened(id) } })
  return (
    <ActBox title={word('open')} act={act} doing={word('open')} onLeave={onLeave} required={[['year', word('yearField'), year !== undefined], ['dueOn', word('dueOn'), dueOn !== undefined]]} onAct={() => void act.run({ kind, year: year!, dueOn: dueOn! })}>
      <Select name="kind" label={word('kind')} value={kind} onChange={(value) => setKind(value as PeriodKind)} choices={periodKinds.map((value) => ({ value, label: word(value) }))} />
      <NumberField name="year" label={word('yearField')} value={year} onChange={setYear} />
      <DayField name="dueOn" label={word('dueOn')} hint={word('dueHint')} value={dueOn} onChange={setDueOn} />
    </ActBox>
  )
}

/** Sets another day on which the reports of a period are due. */
export function DueForm({ list, onLeave }: { list: ReportList; onLeave: () => void }) {
  const tell = useTell()
  const [dueOn, setDueOn] = useState<PlainDate | undefined>(list.dueOn)
  const act = useAct(reports.changeDueDay, { refresh: afterAct, onDone: () => { tell(word('dueChanged')); onLeave() } })
  return (
    <ActBox title={word('changeDue')} act={act} doing={word('changeDue')} onLeave={onLeave} required={[['dueOn', word('dueOn'), dueOn !== undefined]]} onAct={() => void act.run({ periodId: list.id, version: list.version, dueOn: dueOn! })}>
      <DayField name="dueOn" label={word('dueOn')} hint={word('dueHint')} value={dueOn} onChange={setDueOn} />
    </ActBox>
  )
}
