import { useState } from 'react'
import { addMonths, type PlainDate } from '../../../../kernel/index.ts'
import { ActBox, ComboBox, DayField, NumberField, Select, TextField, useAddress, useDesk, usePlace, type ComboItem } from '../../../../platform/ui-kit/index.ts'
import { samplings, type Sampling } from '../../codes.ts'
import { samplingNames } from '../../messages.vi.ts'
import { dossiers } from '../client.ts'
import { sizeHints, word } from '../words.vi.ts'
import { useDossierAct } from './use-dossier-act.ts'
import { searchKeepers } from './search-keepers.ts'

/** Plans an inspection: where, by which decision, when, and how dossiers are chosen. */
export function PlanForm({ onLeave }: { onLeave: () => void }) {
  const { today } = useDesk()
  const address = useAddress()
  const place = usePlace()
  const [where, setWhere] = useState<ComboItem>()
  const [decisionNumber, setNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState<PlainDate | undefined>(today)
  const [from, setFrom] = useState<PlainDate | undefined>(today)
  const [until, setUntil] = useState<PlainDate | undefined>(addMonths(today, 1))
  const [sampling, setSampling] = useState<Sampling | ''>('perCell')
  const [sampleSize, setSize] = useState<number | undefined>(2)
  const sized = sampling !== '' && sampling !== 'chosen'
  const act = useDossierAct(dossiers.planInspection, word('planDone'), ({ inspectionId }) => place.go(address('dossierInspection', { id: inspectionId })))
  return (
    <ActBox title={word('actPlan')} act={act} doing={word('actPlan')} onLeave={onLeave}
      required={[['organisationId', word('organisation'), where !== undefined], ['decisionNumber', word('decisionNumber'), decisionNumber.trim() !== ''], ['decidedOn', word('decidedOn'), decidedOn !== undefined],
        ['from', word('fromDay'), from !== undefined], ['until', word('untilDay'), until !== undefined], ['sampling', word('sampling'), sampling !== ''], ['sampleSize', word('sampleSize'), !sized || sampleSize !== undefined]]}
      onAct={() => void act.run({ organisationId: where!.id, decisionNumber, decidedOn: decidedOn!, from: from!, until: until!, sampling: sampling as Sampling, ...(sized ? { sampleSize: sampleSize! } : {}) })}>
      <ComboBox name="organisationId" label={word('organisation')} value={where} onChange={setWhere} search={searchKeepers} />
      <TextField name="decisionNumber" label={word('decisionNumber')} value={decisionNumber} onChange={setNumber} maxLength={60} width={24} />
      <DayField name="decidedOn" label={word('decidedOn')} value={decidedOn} onChange={setDecidedOn} />
      <DayField name="from" label={word('fromDay')} value={from} onChange={setFrom} />
      <DayField name="until" label={word('untilDay')} value={until} onChange={setUntil} />
      <Select name="sampling" label={word('sampling')} value={sampling} choices={samplings.map((value) => ({ value, label: samplingNames[value] }))} onChange={(value) => setSampling(value as Sampling)} />
      {sized && <NumberField name="sampleSize" label={sizeHints[sampling as keyof typeof sizeHints]} value={sampleSize} onChange={setSize} />}
    </ActBox>
  )
}
