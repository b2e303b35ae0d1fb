import { useState } from 'react'
import type { UncertainDate } from '../../../../../kernel/index.ts'
import { Button, ConflictTable, Form, say, Section, Select, TextArea, TextField, UncertainDayField, useRead, type FieldError } from '../../../../../platform/ui-kit/index.ts'
import { fieldNames, sexNames } from '../../../messages.vi.ts'
import { members, ROOM, type Member } from '../../client.ts'
import { word } from '../../words.vi.ts'
import { missingOf } from './act-form.tsx'
import type { ActProps } from './act-props.ts'
import { useMemberAct } from './use-member-act.ts'

const texts = ['fullName', 'otherName', 'ethnicity', 'religion', 'phone', 'nativePlace', 'residence', 'generalEducation', 'profession', 'politicalTheory', 'occupation'] as const
const open = [...texts, 'sex', 'bornOn', 'note'] as const
const numbers = ['identityNumber', 'oldIdentityNumber'] as const
type Field = (typeof open)[number] | (typeof numbers)[number]
type Draft = Readonly<Record<Field, string>>

/** The person as the form begins with it; numbers stay empty because they are covered. */
const draftOf = (member: Member): Draft =>
  ({ ...Object.fromEntries(open.map((field) => [field, member[field] ?? ''])), identityNumber: '', oldIdentityNumber: '' }) as Draft

/** Fields whose text differs from where the form began. */
const changedFields = (draft: Draft, began: Draft): Field[] => (Object.keys(draft) as Field[]).filter((field) => draft[field].trim() !== began[field])

const shownValue = (field: Field, value: string): string => (field === 'sex' && value ? sexNames[value as keyof typeof sexNames] : value)

function Fields({ draft, set }: { draft: Draft; set: (field: Field, value: string) => void }) {
  const [name, otherName, ...rest] = texts
  const text = (field: Field, optional = true) => <TextField key={field} name={`fields.${field}`} label={fieldNames[field]} value={draft[field]} onChange={(value) => set(field, value)} maxLength={300} optional={optional} />
  return (
    <>
      {text(name, false)}
      {text(otherName)}
      <Select name="fields.sex" label={fieldNames.sex} value={draft.sex} onChange={(value) => set('sex', value)} choices={Object.entries(sexNames).map(([value, label]) => ({ value, label }))} optional />
      <UncertainDayField name="fields.bornOn" label={fieldNames.bornOn} value={(draft.bornOn || undefined) as UncertainDate | undefined} onChange={(value) => set('bornOn', value ?? '')} optional />
      {rest.map((field) => text(field))}
      {numbers.map((field) => text(field))}
      <TextArea name="fields.note" label={fieldNames.note} value={draft.note} onChange={(value) => set('note', value)} maxLength={2000} optional />
    </>
  )
}

/** Both versions by field, when somebody else corrected the person meanwhile. */
function Conflict({ member, draft, began, onUse }: { member: Member; draft: Draft; began: Draft; onUse: (draft: Draft, latest: Member) => void }) {
  const read = useRead([ROOM, 'member', member.id, 'latest'], (signal) => members.findMember({ id: member.id }, { signal }))
  if (!read.value) return null
  const latest = read.value
  const theirs = draftOf(latest)
  const mine = changedFields(draft, began)
  const fields = [...new Set([...mine, ...changedFields(theirs, began)])].filter((field) => draft[field] !== theirs[field])
  const use = (chosen: Readonly<Record<string, 'mine' | 'theirs'>>) =>
    onUse({ ...theirs, ...Object.fromEntries(fields.filter((field) => chosen[field] === 'mine').map((field) => [field, draft[field]])) }, latest)
  return (
    <>
      <p>{word('conflictLead')}</p>
      <ConflictTable fields={fields.map((field) => ({ name: field, label: fieldNames[field], mine: shownValue(field, draft[field]), theirs: shownValue(field, theirs[field]) }))} onUse={use} />
    </>
  )
}

/** Corrects what is known about a person, by a paper; only what differs is written, and the former state is kept. */
export function CorrectForm({ member, onLeave }: ActProps) {
  const [base, setBase] = useState(member)
  const [draft, setDraft] = useState(() => draftOf(member))
  const [reason, setReason] = useState('')
  const [paper, setPaper] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useMemberAct(members.correctPerson, word('correctDone'), onLeave)
  const began = draftOf(base)
  const set = (field: Field, value: string) => setDraft((now) => ({ ...now, [field]: value }))
  const submit = () => {
    const missing = missingOf([['fields.fullName', 'columnName', draft.fullName.trim() !== ''], ['reason', 'correctReason', reason.trim() !== ''], ['paper', 'correctPaper', paper.trim() !== '']])
    setErrors(missing)
    const fields = Object.fromEntries(changedFields(draft, began).map((field) => [field, draft[field].trim() || null]))
    if (missing.length === 0) void act.run({ id: base.id, version: base.version, fields, reason, paper })
  }
  const isStale = act.reasons.some((each) => each.code === 'platform.staleVersion')
  const use = (chosen: Draft, latest: Member) => {
    setBase(latest)
    setDraft(chosen)
    act.reset()
  }
  return (
    <Section title={word('correctTitle', { name: member.fullName })} boxed>
      {isStale && <Conflict member={member} draft={draft} began={began} onUse={use} />}
      <Form onSubmit={submit} errors={errors} failure={act.failure}
        acts={<><Button type="submit" look="main" running={act.running}>{word('actCorrectNow')}</Button><Button onClick={onLeave}>{say('ui.cancelForm')}</Button></>}>
        <p className="hint">{word('correctHint')}</p>
        <Fields draft={draft} set={set} />
        <TextField name="reason" label={word('correctReason')} value={reason} onChange={setReason} maxLength={500} />
        <TextField name="paper" label={word('correctPaper')} value={paper} onChange={setPaper} maxLength={300} />
      </Form>
    </Section>
  )
}
