import { useState } from 'react'
import { addMonths, type PlainDate } from '../../../../kernel/index.ts'
import { ActBox, DayField, TextField, useDesk } from '../../../../platform/ui-kit/index.ts'
import { dossiers, type DossierPage, type Item } from '../client.ts'
import { word } from '../words.vi.ts'
import { useDossierAct } from './use-dossier-act.ts'
import type { ActProps } from './act-types.ts'

/** Lends a paper, or the whole dossier. */
export function LendForm({ page, dossier, item, onLeave }: ActProps & { dossier: NonNullable<DossierPage['dossier']>; item: Item | undefined }) {
  const { today } = useDesk()
  const [borrower, setBorrower] = useState('')
  const [purpose, setPurpose] = useState('')
  const [lentOn, setLentOn] = useState<PlainDate | undefined>(today)
  const [dueOn, setDueOn] = useState<PlainDate | undefined>(addMonths(today, 1))
  const act = useDossierAct(dossiers.lend, word('lendDone', { borrower }), onLeave)
  return (
    <ActBox title={`${item ? word('actLend') : word('actLendAll')}: ${item?.title ?? page.person.fullName}`} act={act} doing={word('actLend')} onLeave={onLeave}
      required={[['borrower', word('borrower'), borrower.trim() !== ''], ['purpose', word('purpose'), purpose.trim() !== ''], ['lentOn', word('lentOn'), lentOn !== undefined], ['dueOn', word('dueOn'), dueOn !== undefined]]}
      onAct={() => void act.run({ dossierId: dossier.id, ...(item ? { itemId: item.id } : {}), borrower, purpose, lentOn: lentOn!, dueOn: dueOn! })}>
      <TextField name="borrower" label={word('borrower')} value={borrower} onChange={setBorrower} maxLength={200} />
      <TextField name="purpose" label={word('purpose')} value={purpose} onChange={setPurpose} maxLength={300} />
      <DayField name="lentOn" label={word('lentOn')} value={lentOn} onChange={setLentOn} />
      <DayField name="dueOn" label={word('dueOn')} value={dueOn} onChange={setDueOn} />
    </ActBox>
  )
}
