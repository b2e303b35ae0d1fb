import { useState } from 'react'
import type { UncertainDate } from '../../../../kernel/index.ts'
import { ActBox, NumberField, Select, TextField, UncertainDayField } from '../../../../platform/ui-kit/index.ts'
import { dossierDocumentTypes, dossierGroupNames, findDossierType } from '../../../../regulations/index.ts'
import type { ItemState } from '../../codes.ts'
import { lineStateNames } from '../../messages.vi.ts'
import { dossiers, type DossierPage, type Item, type Scan } from '../client.ts'
import { word } from '../words.vi.ts'
import { useDossierAct } from './use-dossier-act.ts'
import type { ActProps } from './act-types.ts'

type Dossier = NonNullable<DossierPage['dossier']>

/** Every type of paper, by the parts of the dossier. */
export const typeChoices = dossierDocumentTypes.map(({ code, title, group, catalogueNo }) => ({ value: code, label: `${catalogueNo ? `${String(catalogueNo).padStart(2, '0')}. ` : ''}${title} – ${dossierGroupNames[group]}` }))

const titleOf = (code: string): string => findDossierType(code)?.title ?? code

type Fields = { number: string; datedOn: UncertainDate | undefined; pages: number | undefined; place: string }

function PaperFields({ fields, set }: { fields: Fields; set: (fields: Fields) => void }) {
  return (
    <>
      <TextField name="number" label={word('number')} value={fields.number} onChange={(number) => set({ ...fields, number })} maxLength={60} width={24} optional />
      <UncertainDayField name="datedOn" label={word('datedOn')} value={fields.datedOn} onChange={(datedOn) => set({ ...fields, datedOn })} optional />
      <NumberField name="pages" label={word('pageCount')} value={fields.pages} onChange={(pages) => set({ ...fields, pages })} optional />
      <TextField name="place" label={word('place')} value={fields.place} onChange={(place) => set({ ...fields, place })} maxLength={120} optional />
    </>
  )
}

const given = ({ number, datedOn, pages, place }: Fields) => ({ number, place, ...(datedOn ? { datedOn } : {}), ...(pages ? { pages } : {}) })

/** A paper that lies in the dossier. */
export function RecordForm({ dossier, documentType, onLeave }: ActProps & { dossier: Dossier; documentType: string }) {
  const [type, setType] = useState(documentType)
  const [fields, setFields] = useState<Fields>({ number: '', datedOn: undefined, pages: undefined, place: '' })
  const act = useDossierAct(dossiers.recordItem, word('recordDone', { title: titleOf(type) }), onLeave)
  return (
    <ActBox title={documentType ? `${word('actRecord')}: ${titleOf(documentType)}` : word('actRecordOther')} act={act} doing={word('actRecord')} required={[['documentType', word('documentType'), type !== '']]} onLeave={onLeave}
      onAct={() => void act.run({ dossierId: dossier.id, documentType: type, ...given(fields) })}>
      {!documentType && <Select name="documentType" label={word('documentType')} value={type} choices={typeChoices} onChange={setType} />}
      <PaperFields fields={fields} set={setFields} />
    </ActBox>
  )
}

/** There is none, by a decision. */
export function AbsentForm({ dossier, documentType, onLeave }: ActProps & { dossier: Dossier; documentType: string }) {
  const [basis, setBasis] = useState('')
  const act = useDossierAct(dossiers.recordItem, word('recordDone', { title: titleOf(documentType) }), onLeave)
  return (
    <ActBox title={`${word('actAbsent')}: ${titleOf(documentType)}`} act={act} doing={word('actAbsent')} required={[['basis', word('decision'), basis.trim() !== '']]} onLeave={onLeave}
      onAct={() => void act.run({ dossierId: dossier.id, documentType, state: 'absentWithReason', basis })}>
      <TextField name="basis" label={word('decision')} hint={word('decisionHint')} value={basis} onChange={setBasis} maxLength={300} />
    </ActBox>
  )
}

export function CorrectForm({ dossier, item, onLeave }: ActProps & { dossier: Dossier; item: Item }) {
  const [fields, setFields] = useState<Fields>({ number: item.number ?? '', datedOn: (item.datedOn ?? undefined) as UncertainDate | undefined, pages: item.pages ?? undefined, place: item.place ?? '' })
  const act = useDossierAct(dossiers.correctItem, word('correctDone', { title: item.title }), onLeave)
  return (
    <ActBox title={`${word('actCorrect')}: ${item.title}`} act={act} doing={word('actCorrect')} required={[]} onLeave={onLeave}
      onAct={() => void act.run({ dossierId: dossier.id, itemId: item.id, version: item.version, ...given(fields) })}>
      <PaperFields fields={fields} set={setFields} />
    </ActBox>
  )
}

/** A scan lies with the wrong paper: its bytes stay as they are. */
export function MoveScanForm({ scan, onLeave }: ActProps & { scan: Scan }) {
  const [type, setType] = useState('')
  const act = useDossierAct(dossiers.moveScan, word('moveScanDone'), onLeave)
  return (
    <ActBox title={`${word('moveScan')}: ${scan.fileName}`} act={act} doing={word('moveScan')} required={[['documentType', word('documentType'), type !== '']]} onLeave={onLeave} onAct={() => void act.run({ scanId: scan.id, documentType: type })}>
      <Select name="documentType" label={word('documentType')} value={type} choices={typeChoices} onChange={setType} />
    </ActBox>
  )
}

const marks: readonly ItemState[] = ['present', 'unreadable', 'lost', 'absentWithReason']

export function MarkForm({ dossier, item, onLeave }: ActProps & { dossier: Dossier; item: Item }) {
  const [state, setState] = useState('')
  const [basis, setBasis] = useState('')
  const act = useDossierAct(dossiers.markItem, word('markDone', { title: item.title }), onLeave)
  const absent = state === 'absentWithReason'
  return (
    <ActBox title={`${word('actMark')}: ${item.title}`} act={act} doing={word('actMark')} required={[['state', word('state'), state !== ''], ['basis', word('decision'), !absent || basis.trim() !== '']]} onLeave={onLeave}
      onAct={() => void act.run({ dossierId: dossier.id, itemId: item.id, version: item.version, state: state as ItemState, ...(basis.trim() ? { basis } : {}) })}>
      <Select name="state" label={word('state')} value={state} choices={marks.filter((each) => each !== item.state).map((value) => ({ value, label: lineStateNames[value] }))} onChange={setState} />
      <TextField name="basis" label={absent ? word('decision') : word('note')} {...(absent ? { hint: word('decisionHint') } : { optional: true })} value={basis} onChange={setBasis} maxLength={300} />
    </ActBox>
  )
}
