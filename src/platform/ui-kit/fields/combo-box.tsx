import { lazy, Suspense } from 'react'
import { Field } from './field.tsx'
import type { ComboBoxProps } from './combo-box-types.ts'

const AriaComboBox = lazy(() => import('../aria/combo-box.tsx'))

/** Type to find one of many: a member, an organisation. The heavy part is fetched when the first one is shown. */
export function ComboBox(props: ComboBoxProps) {
  const waiting = <Field {...props}>{(control) => <input {...control} className="input" readOnly value={props.value?.label ?? ''} />}</Field>
  return (
    <Suspense fallback={waiting}>
      <AriaComboBox {...props} />
    </Suspense>
  )
}
