import { useState } from 'react'
import type { PlainDate, UncertainDate } from '../../../../kernel/index.ts'
import { ActBox, Checkbox, ComboBox, DayField, Select, TextField, UncertainDayField, useDesk, type ComboItem, type Required } from '../../../../platform/ui-kit/index.ts'
import { attachmentKinds, type Act } from '../../codes.ts'
import { actNames, attachmentNames, voidReasonNames } from '../../messages.vi.ts'
import { searchCells, searchReceivers, transfers, type TransferPage } from '../client.ts'
import { word, type Word } from '../words.vi.ts'
import { AddressField } from './address-field.tsx'
import { useTransferAct } from './use-transfer-act.ts'

type Attachment = (typeof attachmentKinds)[number]
type Field = 'number' | 'note' | 'cell' | 'reason' | 'attachments' | 'consent' | 'receiver' | 'endsOn'

/** What each act asks beside its day: the label of the day, and its fields; those marked `?` may be left out. */
const forms: Readonly<Partial<Record<Act, { on?: Word; number?: Word; fields: readonly (Field | `${Field}?`)[] }>>> = {
  sendUp: { fields: [] }, issueLetter: { number: 'number', fields: ['number', 'attachments', 'consent?', 'receiver?'] }, handOver: { fields: [] }, reportNotCome: { fields: ['note?'] }, voidLetter: { fields: ['reason', 'note'] },
  present: { fields: ['cell?'] }, assignCell: { fields: ['cell'] }, sendBack: { fields: ['note'] }, accept: { on: 'onAccept', number: 'numberDecision', fields: [] }, confirmOutside: { on: 'onConfirm', number: 'numberNotice', fields: ['number'] },
  extend: { fields: ['endsOn', 'note'] }, recordReturn: { on: 'onReturn', fields: [] }, proposeRemoval: { fields: ['note'] }, recordRemoval: { number: 'numberDecision', fields: ['number'] }, cancel: { fields: ['note'] },
}

const calls: Readonly<Partial<Record<Act, keyof typeof transfers>>> = {
  sendUp: 'sendTransferUp', issueLetter: 'issueLetter', handOver: 'handLetterOver', reportNotCome: 'reportNotCome', voidLetter: 'voidLetter', present: 'recordPresentation', assignCell: 'assignCell', sendBack: 'sendLetterBack',
  accept: 'acceptMember', confirmOutside: 'confirmOutside', extend: 'extendStay', recordReturn: 'recordStayEnd', proposeRemoval: 'proposeRemoval', recordRemoval: 'recordRemoval', cancel: 'cancelTransfer',
}

/** Does an act on a transfer, whichever it is. */
export const callOf = (act: Act) => transfers[calls[act]!] as unknown as (input: object) => Promise<{ id: string; version: number }>

type Draft = { number: string; note: string; cell: ComboItem | undefined; reason: string; attachments: readonly Attachment[]; dues: UncertainDate | undefined; consent: string; receiver: ComboItem | undefined; book: ComboItem | undefined; endsOn: PlainDate | undefined }

function inputOf(draft: Draft, fields: readonly string[]) {
  const has = (field: Field) => fields.includes(field) || fields.includes(`${field}?`)
  return {
    ...(has('number') && draft.number.trim() ? { number: draft.number } : {}), ...(has('note') && draft.note.trim() ? { note: draft.note } : {}), ...(has('cell') && draft.cell ? { toCellId: draft.cell.id } : {}),
    ...(has('reason') ? { reason: draft.reason } : {}), ...(has('attachments') ? { attachments: draft.attachments, ...(draft.dues ? { duesPaidUntil: draft.dues } : {}) } : {}),
    ...(has('consent') && draft.consent.trim() ? { consent: draft.consent } : {}), ...(has('receiver') && draft.receiver ? { receiverId: draft.receiver.id } : {}), ...(has('receiver') && draft.book ? { addressId: draft.book.id } : {}), ...(has('endsOn') && draft.endsOn ? { endsOn: draft.endsOn } : {}),
  }
}

/** What each field must hold before it is sent. */
const requiredOf = (draft: Draft, on: PlainDate | undefined, fields: readonly string[], onLabel: Word, numberLabel: Word): Required => [
  ['on', word(onLabel), on !== undefined],
  ...(fields.includes('number') ? [['number', word(numberLabel), draft.number.trim() !== ''] as const] : []), ...(fields.includes('note') ? [['note', word('note'), draft.note.trim() !== ''] as const] : []),
  ...(fields.includes('cell') ? [['toCellId', word('toCellField'), draft.cell !== undefined] as const] : []), ...(fields.includes('attachments') && draft.attachments.includes('duesPaid') ? [['duesPaidUntil', word('duesUntil'), draft.dues !== undefined] as const] : []),
  ...(fields.includes('endsOn') ? [['endsOn', word('newEnd'), draft.endsOn !== undefined] as const] : []),
]

function AttachmentFields({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const toggle = (kind: Attachment, checked: boolean) => set({ attachments: checked ? [...draft.attachments, kind] : draft.attachments.filter((each) => each !== kind) })
  return (
    <>
      {attachmentKinds.map((kind) => <Checkbox key={kind} name={`attachments-${kind}`} label={attachmentNames[kind]} checked={draft.attachments.includes(kind)} onChange={(checked) => toggle(kind, checked)} />)}
      <UncertainDayField name="duesPaidUntil" label={word('duesUntil')} value={draft.dues} onChange={(dues) => set({ dues })} asked="month" optional={!draft.attachments.includes('duesPaid')} />
    </>
  )
}

/** The form of one act on a transfer. */
export function ActForm({ transfer, act, onLeave }: { transfer: TransferPage; act: Act; onLeave: () => void }) {
  const { today } = useDesk()
  const { on: onLabel = 'on', number: numberLabel = 'number', fields } = forms[act]!
  const asked = act === 'accept' && transfer.kind === 'internal' ? (['number'] as const) : fields
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [draft, setDraft] = useState<Draft>({ number: '', note: '', cell: undefined, reason: 'expired', attachments: transfer.attachments, dues: undefined, consent: '', receiver: undefined, book: undefined, endsOn: undefined })
  const set = (change: Partial<Draft>) => setDraft((former) => ({ ...former, ...change }))
  const has = (field: Field) => asked.includes(field as never) || asked.includes(`${field}?` as never)
  const running = useTransferAct(callOf(act), word('done', { act: actNames[act].toLowerCase() }), onLeave)
  return (
    <ActBox title={actNames[act]} act={running} doing={actNames[act]} required={requiredOf(draft, on, asked, onLabel, numberLabel)} onLeave={onLeave}
      onAct={() => void running.run({ transferId: transfer.id, version: transfer.version, on: on!, ...inputOf(draft, asked) })}>
      <DayField name="on" label={word(onLabel)} value={on} onChange={setOn} />
      {has('number') && <TextField name="number" label={word(numberLabel)} value={draft.number} onChange={(number) => set({ number })} maxLength={60} width={24} />}
      {has('reason') && <Select name="reason" label={word('voidReason')} value={draft.reason} choices={(['expired', 'lost', 'changed'] as const).map((value) => ({ value, label: voidReasonNames[value] }))} onChange={(reason) => set({ reason })} />}
      {has('cell') && <ComboBox name="toCellId" label={word('toCellField')} value={draft.cell} onChange={(cell) => set({ cell })} search={searchCells} optional={asked.includes('cell?' as never)} />}
      {has('endsOn') && <DayField name="endsOn" label={word('newEnd')} value={draft.endsOn} onChange={(endsOn) => set({ endsOn })} />}
      {has('attachments') && <AttachmentFields draft={draft} set={set} />}
      {has('consent') && <TextField name="consent" label={word('consent')} value={draft.consent} onChange={(consent) => set({ consent })} maxLength={200} optional />}
      {has('receiver') && transfer.stage !== 'requested' && transfer.direction === 'out' && <AddressField label={word('readdress')} value={draft.book} onChange={(book) => set({ book })} mayAdd isAbroad={transfer.kind === 'abroad'} optional />}
      {has('receiver') && transfer.stage !== 'requested' && transfer.direction !== 'out' && <ComboBox name="receiverId" label={word('readdress')} hint={word('receiverHint')} value={draft.receiver} onChange={(receiver) => set({ receiver })} search={searchReceivers} optional />}
      {has('note') && <TextField name="note" label={word('note')} value={draft.note} onChange={(note) => set({ note })} maxLength={300} optional={asked.includes('note?' as never)} />}
    </ActBox>
  )
}
