import { lazy, Suspense, type ReactNode } from 'react'
import { Field, type FieldProps } from './field.tsx'

export type ComboItem = { readonly id: string; readonly label: string; readonly note?: ReactNode }

export type ComboBoxProps = FieldProps & {
  value: ComboItem | undefined
  onChange: (item: ComboItem | undefined) => void
  /** Finds items for typed words; called 200 ms after the last letter, the earlier search is aborted. */
  search: (text: string, signal: AbortSignal) => Promise<readonly ComboItem[]>
}

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
