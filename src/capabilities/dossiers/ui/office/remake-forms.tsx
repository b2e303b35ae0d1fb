import { useState } from 'react'
import type { PlainDate, UncertainDate } from '../../../../kernel/index.ts'
import { ActBox, DayField, NumberField, TextArea, TextField, UncertainDayField, useDesk } from '../../../../platform/ui-kit/index.ts'
import { dossiers, type DossierPage, type Item, type Remaking } from '../client.ts'
import { word } from '../words.vi.ts'
import { useDossierAct } from './use-dossier-act.ts'
import type { ActProps } from './act-types.ts'

const title = (remaking: Remaking) => remaking.title ?? word('wholeLost')

/** The member states the loss. */
export function StateForm({ dossier, item, onLeave }: ActProps & { dossier: NonNullable<DossierPage['dossier']>; item: Item | undefined }) {
  const { today } = useDesk()
  const [statedOn, setStatedOn] = useState<PlainDate | undefined>(today)
  const [statement, setStatement] = useState('')
  const act = useDossierAct(dossiers.startRemaking, word('remakeDone'), onLeave)
  return (
    <ActBox title={`${item ? word('actRemake') : word('actRemakeAll')}${item ? `: ${item.title}` : ''}`} act={act} doing={word('actRemake')} onLeave={onLeave}
      required={[['statedOn', word('statedOn'), statedOn !== undefined], ['statement', word('statement'), statement.trim() !== '']]}
      onAct={() => void act.run({ dossierId: dossier.id, ...(item ? { itemId: item.id } : {}), statedOn: statedOn!, statement })}>
      <DayField name="statedOn" label={word('statedOn')} value={statedOn} onChange={setStatedOn} />
      <TextArea name="statement" label={word('statement')} value={statement} onChange={setStatement} maxLength={2000} />
    </ActBox>
  )
}

/** The committee confirms the loss. */
export function ConfirmForm({ remaking, onLeave }: ActProps & { remaking: Remaking }) {
  const { today } = useDesk()
  const [confirmedOn, setConfirmedOn] = useState<PlainDate | undefined>(today)
  const [basis, setBasis] = useState('')
  const act = useDossierAct(dossiers.confirmRemaking, word('confirmDone'), onLeave)
  return (
    <ActBox title={`${word('actConfirm')}: ${title(remaking)}`} act={act} doing={word('actConfirm')} onLeave={onLeave} required={[['confirmedOn', word('confirmedOn'), confirmedOn !== undefined], ['basis', word('confirmBasis'), basis.trim() !== '']]}
      onAct={() => void act.run({ remakingId: remaking.id, version: remaking.version, confirmedOn: confirmedOn!, basis })}>
      <DayField name="confirmedOn" label={word('confirmedOn')} value={confirmedOn} onChange={setConfirmedOn} />
      <TextField name="basis" label={word('confirmBasis')} value={basis} onChange={setBasis} maxLength={300} />
    </ActBox>
  )
}

/** The paper made anew lies in the dossier. */
export function FinishForm({ remaking, onLeave }: ActProps & { remaking: Remaking }) {
  const { today } = useDesk()
  const [finishedOn, setFinishedOn] = useState<PlainDate | undefined>(today)
  const [number, setNumber] = useState('')
  const [datedOn, setDatedOn] = useState<UncertainDate>()
  const [pages, setPages] = useState<number>()
  const act = useDossierAct(dossiers.finishRemaking, word('finishDone'), onLeave)
  return (
    <ActBox title={`${word('actFinish')}: ${title(remaking)}`} act={act} doing={word('actFinish')} onLeave={onLeave} required={[['finishedOn', word('finishedOn'), finishedOn !== undefined]]}
      onAct={() => void act.run({ remakingId: remaking.id, version: remaking.version, finishedOn: finishedOn!, ...(number.trim() ? { number } : {}), ...(datedOn ? { datedOn } : {}), ...(pages ? { pages } : {}) })}>
      <DayField name="finishedOn" label={word('finishedOn')} value={finishedOn} onChange={setFinishedOn} />
      {remaking.itemId && (
        <>
          <TextField name="number" label={word('number')} value={number} onChange={setNumber} maxLength={60} width={24} optional />
          <UncertainDayField name="datedOn" label={word('datedOn')} value={datedOn} onChange={setDatedOn} optional />
          <NumberField name="pages" label={word('pageCount')} value={pages} onChange={setPages} optional />
        </>
      )}
    </ActBox>
  )
}
