import { useState } from 'react'
import { useTell } from '../../../../../platform/ui-kit/index.ts'
import { admission, type CaseDocument, type CaseFile, type ChecklistRow } from '../../client.ts'
import { INTRODUCTION } from '../../paper-line.ts'
import { useCaseAct } from '../../use-case-act.ts'
import { actWords, word } from '../../words.vi.ts'
import { fullMembersOf } from '../full-members.ts'
import { CaseForm } from './case-form.tsx'
import { FieldOfSpec } from './field-of-spec.tsx'
import { missingFields, valueReader, type FieldSpec, type FieldValues } from './field-specs.ts'

function fieldsOf(file: CaseFile, row: ChecklistRow): FieldSpec[] {
  return [
    ...(row.code === INTRODUCTION ? [{ kind: 'search' as const, name: 'subjectId', label: word('documentSubject'), hint: word('sponsorFind'), search: fullMembersOf(file) }] : []),
    { kind: 'line', name: 'number', label: word('documentNumber'), optional: true }, { kind: 'day', name: 'datedOn', label: word('documentDated') },
    { kind: 'day', name: 'receivedOn', label: word('documentReceived') }, { kind: 'number', name: 'pages', label: word('documentPages'), optional: true },
  ]
}

type Props = { file: CaseFile; row: ChecklistRow; replaces?: CaseDocument; onDone: () => void; onCancel: () => void }

/** Records a paper that has come, or the one that takes the place of another; the old one stays in the history. */
export function PaperRecord({ file, row, replaces, onDone, onCancel }: Props) {
  const tell = useTell()
  const [fields] = useState(() => fieldsOf(file, row))
  const [values, setValues] = useState<FieldValues>(() => ({ receivedOn: file.today, ...(replaces?.subject ? { subjectId: { id: replaces.subject.id, label: replaces.subject.name } } : {}) }))
  const [errors, setErrors] = useState<ReturnType<typeof missingFields>>([])
  const code = replaces ? 'replaceDocument' : 'recordDocument'
  const act = useCaseAct(file, ({ values: answers, ...on }: { values: FieldValues; id: string; version: number }, options) => {
    const v = valueReader(answers)
    const paper = { ...on, subjectId: v.chosen('subjectId'), number: v.text('number'), datedOn: v.day('datedOn'), receivedOn: v.day('receivedOn'), pages: v.number('pages') }
    return replaces ? admission.replaceDocument({ ...paper, documentId: replaces.id }, options) : admission.recordDocument({ ...paper, code: row.code }, options)
  }, () => {
    tell(word('doneWord', { act: row.title }))
    onDone()
  })
  const submit = () => {
    const missing = missingFields(fields, values)
    setErrors(missing)
    if (missing.length === 0) void act.run({ values })
  }
  return (
    <CaseForm act={act} errors={errors} button={actWords[code]} onSubmit={submit} onCancel={onCancel}>
      {fields.map((spec) => <FieldOfSpec key={spec.name} spec={spec} value={values[spec.name]} onChange={(value) => setValues((before) => ({ ...before, [spec.name]: value }))} />)}
    </CaseForm>
  )
}
