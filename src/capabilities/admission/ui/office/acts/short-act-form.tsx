import { useState } from 'react'
import { useTell, type FieldError } from '../../../../../platform/ui-kit/index.ts'
import type { ActKind } from '../../../codes.ts'
import type { CaseFile } from '../../client.ts'
import { useCaseAct } from '../../use-case-act.ts'
import { actWords, word } from '../../words.vi.ts'
import { CaseForm } from './case-form.tsx'
import { FieldOfSpec } from './field-of-spec.tsx'
import { missingFields, valueReader, type FieldValues } from './field-specs.ts'
import type { ShortAct } from './short-act.ts'

/** The form of a short act: its questions, what follows, and the button that names it. */
export function ShortActForm(props: { file: CaseFile; code: ActKind; act: ShortAct; search: Readonly<Record<string, string>>; onClose: () => void }) {
  const { file, code, search } = props
  const tell = useTell()
  const [fields] = useState(() => props.act.fields(file, search))
  const [values, setValues] = useState<FieldValues>(() => props.act.initial?.(file) ?? {})
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useCaseAct(file, ({ values: answers, ...on }: { values: FieldValues; id: string; version: number }, options) => props.act.send(valueReader(answers), on, options, search), () => {
    tell(word('doneWord', { act: actWords[code] }))
    props.onClose()
  })
  const submit = () => {
    const missing = missingFields(fields, values)
    setErrors(missing)
    if (missing.length === 0) void act.run({ values })
  }
  return (
    <CaseForm act={act} errors={errors} button={actWords[code]} onSubmit={submit} onCancel={props.onClose} after={props.act.after?.(file)}>
      {fields.map((spec) => (
        <FieldOfSpec key={spec.name} spec={spec} value={values[spec.name]} onChange={(value) => setValues((before) => ({ ...before, [spec.name]: value }))} />
      ))}
    </CaseForm>
  )
}
