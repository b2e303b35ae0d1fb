import { useState } from 'react'
import type { UncertainDate } from '../../../../kernel/index.ts'
import { ActBox, FileDrop, keepFile, RadioRow, Select, TextField, UncertainDayField, useAct, useAddress, usePlace, useTell } from '../../../../platform/ui-kit/index.ts'
import { markNames, reasonNames, sideNames } from '../../messages.vi.ts'
import { afterAct, reconciling, type Line, type ReconciliationPage } from '../client.ts'
import { day } from '../marks.tsx'
import { word } from '../words.vi.ts'

type Props = { page: ReconciliationPage; onLeave: () => void }

const cellChoices = ({ cells }: ReconciliationPage) => cells.map(({ id, name }) => ({ value: id, label: name }))

/** The list as a workbook, of the whole organisation or one cell, for a reason. */
export function TakeForm({ page, onLeave }: Props) {
  const tell = useTell()
  const [reason, setReason] = useState('')
  const [cellId, setCellId] = useState('')
  const act = useAct(() => reconciling.takeList({ reconciliationId: page.id, reason, ...(cellId ? { cellId } : {}) }), { onDone: (file) => { keepFile(file as unknown as Blob, `doi-chieu-${page.asOf}.xlsx`); tell(word('taken')); onLeave() } })
  return (
    <ActBox title={word('takeTitle')} act={act} doing={word('takeIt')} required={[['reason', word('takeReason'), reason.trim() !== '']]} onAct={() => void act.run(undefined)} onLeave={onLeave}>
      {page.cells.length > 1 && <Select name="cellId" label={word('takeCell')} value={cellId} emptyLabel={word('whole')} choices={cellChoices(page)} onChange={setCellId} />}
      <TextField name="reason" label={word('takeReason')} hint={word('takeHint')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}

/** The marked workbook: read first, then looked at on a page of its own. */
export function ReturnForm({ page, onLeave }: Props) {
  const address = useAddress()
  const place = usePlace()
  const tell = useTell()
  const [file, setFile] = useState<File>()
  const [cellId, setCellId] = useState('')
  const act = useAct(reconciling.startReturn, { refresh: afterAct, onDone: ({ id, already }) => { if (already) tell(word('returnAgain')); place.go(address('reconciliationReturn', { id })) } })
  return (
    <ActBox title={word('returnTitle')} act={act} doing={word('returnRead')} required={[['file', word('returnFile'), file !== undefined]]} onLeave={onLeave}
      onAct={() => void act.run({ reconciliationId: page.id, file: file!, ...(cellId ? { cellId } : {}) })}>
      {page.cells.length > 1 && <Select name="cellId" label={word('takeCell')} value={cellId} emptyLabel={word('whole')} choices={cellChoices(page)} onChange={setCellId} />}
      <FileDrop name="file" label={word('returnFile')} hint={word('returnHint')} file={file} onChoose={setFile} kinds={['.xlsx', '.xlsm', '.xls', '.ods', '.csv']} limitMb={20} />
    </ActBox>
  )
}

const reasons = ['died', 'movedOut', 'otherCell'] as const
type MarkReason = (typeof reasons)[number] | ''

/** Marks one line of the list. */
export function MarkForm({ page, line, onLeave }: Props & { line: Line }) {
  const tell = useTell()
  const [draft, setDraft] = useState({ mark: (line.mark === 'wrong' || line.mark === 'surplus' ? line.mark : 'right') as 'right' | 'wrong' | 'surplus', reason: '' as MarkReason, reasonOn: undefined as UncertainDate | undefined, fullName: line.fullName, bornOn: (line.bornOn ?? undefined) as UncertainDate | undefined, note: line.note ?? '' })
  const set = (change: Partial<typeof draft>) => setDraft((former) => ({ ...former, ...change }))
  const act = useAct(reconciling.markLine, { refresh: afterAct, onDone: () => { tell(word('marked')); onLeave() } })
  const isWrong = draft.mark !== 'right'
  const send = () => void act.run({
    reconciliationId: page.id, personId: line.personId!, version: line.version, mark: draft.mark, ...(draft.note.trim() ? { note: draft.note } : {}),
    ...(isWrong && draft.reason ? { reason: draft.reason, ...(draft.reasonOn ? { reasonOn: draft.reasonOn } : {}) } : {}), ...(draft.mark === 'wrong' ? { fullName: draft.fullName, ...(draft.bornOn ? { bornOn: draft.bornOn } : {}) } : {}),
  })
  return (
    <ActBox title={word('markTitle', { name: line.fullName })} act={act} doing={word('mark')} required={[]} onAct={send} onLeave={onLeave}>
      <RadioRow name="mark" label={word('markField')} value={draft.mark} choices={(['right', 'wrong', 'surplus'] as const).map((value) => ({ value, label: markNames[value] }))} onChange={(mark) => set({ mark: mark as typeof draft.mark })} />
      {isWrong && <Select name="reason" label={word('markReason')} value={draft.reason} choices={reasons.map((value) => ({ value, label: reasonNames[value] }))} onChange={(reason) => set({ reason: reason as MarkReason })} optional />}
      {isWrong && draft.reason && <UncertainDayField name="reasonOn" label={word('markReasonOn')} value={draft.reasonOn} onChange={(reasonOn) => set({ reasonOn })} optional />}
      {draft.mark === 'wrong' && <TextField name="fullName" label={word('markName')} value={draft.fullName} onChange={(fullName) => set({ fullName })} maxLength={120} />}
      {draft.mark === 'wrong' && <UncertainDayField name="bornOn" label={word('markBorn')} value={draft.bornOn} onChange={(bornOn) => set({ bornOn })} optional />}
      <TextField name="note" label={word('markNote')} value={draft.note} onChange={(note) => set({ note })} maxLength={300} optional />
    </ActBox>
  )
}

/** Somebody whom the list does not have. */
export function MissingForm({ page, onLeave }: Props) {
  const tell = useTell()
  const [draft, setDraft] = useState({ fullName: '', bornOn: undefined as UncertainDate | undefined, cellId: page.cells.length === 1 ? page.cells[0]!.id : '', reason: '' as '' | 'admitted' | 'movedIn', note: '' })
  const set = (change: Partial<typeof draft>) => setDraft((former) => ({ ...former, ...change }))
  const act = useAct(reconciling.addMissing, { refresh: afterAct, onDone: () => { tell(word('added', { name: draft.fullName })); onLeave() } })
  return (
    <ActBox title={word('addTitle')} act={act} doing={word('addMissing')} onLeave={onLeave}
      required={[['fullName', word('addName'), draft.fullName.trim() !== ''], ['bornOn', word('addBorn'), draft.bornOn !== undefined], ['cellId', word('addCell'), draft.cellId !== '']]}
      onAct={() => void act.run({ reconciliationId: page.id, cellId: draft.cellId, fullName: draft.fullName, bornOn: draft.bornOn!, ...(draft.reason ? { reason: draft.reason } : {}), ...(draft.note.trim() ? { note: draft.note } : {}) })}>
      <TextField name="fullName" label={word('addName')} value={draft.fullName} onChange={(fullName) => set({ fullName })} maxLength={120} />
      <UncertainDayField name="bornOn" label={word('addBorn')} value={draft.bornOn} onChange={(bornOn) => set({ bornOn })} />
      {page.cells.length > 1 && <Select name="cellId" label={word('addCell')} value={draft.cellId} choices={cellChoices(page)} onChange={(cellId) => set({ cellId })} />}
      <Select name="reason" label={word('addReason')} value={draft.reason} choices={(['admitted', 'movedIn'] as const).map((value) => ({ value, label: reasonNames[value] }))} onChange={(reason) => set({ reason: reason as typeof draft.reason })} optional />
      <TextField name="note" label={word('markNote')} value={draft.note} onChange={(note) => set({ note })} maxLength={300} optional />
    </ActBox>
  )
}

/** Signs the number for one's own level. */
export function SignForm({ page, side, onLeave }: Props & { side: 'grassroots' | 'superior' }) {
  const tell = useTell()
  const act = useAct(reconciling.sign, { refresh: afterAct, onDone: () => { tell(word('signed')); onLeave() } })
  return (
    <ActBox title={word(side === 'grassroots' ? 'signTitleBelow' : 'signTitleAbove')} act={act} doing={word('sign', { number: page.now })} required={[]} onLeave={onLeave}
      onAct={() => void act.run({ reconciliationId: page.id, version: page.version, side, number: page.now })}>
      <p>{word('signHint')}</p>
      {page.signatures.map((each) => <p key={each.side}>{word('signatureLine', { side: sideNames[each.side], number: each.number, signer: each.signer, day: day(each.signedOn) })}</p>)}
    </ActBox>
  )
}

export function WithdrawForm({ page, onLeave }: Props) {
  const tell = useTell()
  const [reason, setReason] = useState('')
  const act = useAct(reconciling.withdrawSignature, { refresh: afterAct, onDone: () => { tell(word('withdrawn')); onLeave() } })
  return (
    <ActBox title={word('withdraw')} act={act} doing={word('withdraw')} required={[['reason', word('withdrawReason'), reason.trim() !== '']]} onLeave={onLeave} onAct={() => void act.run({ reconciliationId: page.id, version: page.version, reason })}>
      <TextField name="reason" label={word('withdrawReason')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}
