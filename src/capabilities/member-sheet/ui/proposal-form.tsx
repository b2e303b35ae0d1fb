import { useState } from 'react'
import { newId } from '../../../kernel/index.ts'
import { Button, Checkbox, FailureBox, Form, say, Select, TextField, useAct, useTell, type FieldError } from '../../../platform/ui-kit/index.ts'
import { groupKeys } from '../codes.ts'
import { memberSheet, ROOM, type Sheet } from './client.ts'
import { changeOf, draftOf, ItemEditor, type Draft, type EditorItem } from './item-editor.tsx'
import { PhotoPicker } from './photo-picker.tsx'
import { formNumber, itemName } from './said.ts'
import { useSendPhotos } from './use-send-photos.ts'
import { word } from './words.vi.ts'

/** Items of the sheet that a proposal may be about, in the order of the form. */
export function editorItems(sheet: Sheet): EditorItem[] {
  const all = [
    ...sheet.fields.filter((each) => each.correctable).map(({ key, covered, text, content, group }) => ({ key, isList: false, covered, text, content, group, entries: [] })),
    ...sheet.lists.filter((each) => each.correctable).map(({ key, covered, entries, group }) => ({ key, isList: true, covered, text: null, content: null, group, entries })),
  ]
  return groupKeys.flatMap((group) => all.filter((each) => each.group === group))
}

const numberOf = (sheet: Sheet, key: string): string => {
  const number = formNumber([...sheet.fields, ...sheet.lists].find((each) => each.key === key)!.form)
  return number ? `${number} · ${itemName(key)}` : itemName(key)
}

/** Proposes corrections: item by item, what is to stand, since when; then why and by which paper. `first`: the item it begins with. */
export function ProposalForm({ sheet, first, onDone, onLeave }: { sheet: Sheet; first?: string | undefined; onDone: () => void; onLeave: () => void }) {
  const items = editorItems(sheet)
  const begin = items.find((item) => item.key === first)
  const [drafts, setDrafts] = useState<readonly Draft[]>(begin ? [draftOf(begin, newId())] : [])
  const [reason, setReason] = useState('')
  const [paper, setPaper] = useState('')
  const [typing, setTyping] = useState(false)
  const [photos, setPhotos] = useState<readonly File[]>([])
  const [sent, setSent] = useState<string>()
  const [errors, setErrors] = useState<FieldError[]>([])
  const tell = useTell()
  const sending = useSendPhotos(photos, setPhotos)
  const end = () => { tell(word('proposeDone')); onDone() }
  const send = async (proposalId: string) => { if (await sending.send(proposalId)) end() }
  const act = useAct(memberSheet.proposeCorrection, { refresh: [[ROOM]], onDone: ({ id }) => { setSent(id); void send(id) } })
  const add = (key: string) => {
    const item = items.find((each) => each.key === key)
    if (item) setDrafts((now) => [...now, draftOf(item, newId())])
  }
  const submit = () => {
    const wrong = [
      ...(drafts.length ? [] : [{ field: 'item', text: word('nothingChosen') }]),
      ...(reason.trim() ? [] : [{ field: 'reason', text: say('ui.fieldMissing', { field: word('reason') }) }]), ...(paper.trim() ? [] : [{ field: 'paper', text: say('ui.fieldMissing', { field: word('paper') }) }]),
    ]
    setErrors(wrong)
    if (wrong.length === 0) void act.run({ personId: sheet.personId, kind: typing ? 'typingError' : 'correction', changes: drafts.map(changeOf), reason, paper })
  }
  if (sent && sending.failure)
    return (
      <>
        <FailureBox failure={sending.failure} />
        <p role="status">{word('photosLeft', { n: photos.length })}</p>
        <PhotoPicker photos={photos} onChange={setPhotos} />
        <div className="form-acts"><Button look="main" running={sending.running} onClick={() => void send(sent)}>{word('photosAgain')}</Button><Button onClick={end}>{word('photosLater')}</Button></div>
      </>
    )
  return (
    <Form onSubmit={submit} errors={errors} failure={act.failure}
      acts={<><Button type="submit" look="main" running={act.running || sending.running}>{word('proposeSend')}</Button><Button onClick={onLeave}>{say('ui.cancelForm')}</Button></>}>
      {drafts.map((draft, i) => (
        <ItemEditor key={draft.id} item={items.find((item) => item.key === draft.key)!} draft={draft}
          onChange={(next) => setDrafts((now) => now.map((each, at) => (at === i ? next : each)))} onDrop={() => setDrafts((now) => now.filter((_, at) => at !== i))} />
      ))}
      <Select name="item" label={word('addItem')} hint={word('addItemHint')} value="" onChange={add} optional={drafts.length > 0} choices={items.map((item) => ({ value: item.key, label: numberOf(sheet, item.key) }))} />
      {drafts.some((draft) => draft.key === 'bornOn') && <Checkbox name="typing" label={word('typing')} hint={word('typingHint')} checked={typing} onChange={setTyping} />}
      <TextField name="reason" label={word('reason')} value={reason} onChange={setReason} maxLength={500} />
      <TextField name="paper" label={word('paper')} value={paper} onChange={setPaper} maxLength={300} />
      <PhotoPicker photos={photos} onChange={setPhotos} />
    </Form>
  )
}
