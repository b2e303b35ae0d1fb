import type { ReactNode } from 'react'
import type { FieldProps } from './field.tsx'

export type ComboItem = { readonly id: string; readonly label: string; readonly note?: ReactNode }

export type ComboBoxProps = FieldProps & {
  value: ComboItem | undefined
  onChange: (item: ComboItem | undefined) => void
  /** Finds items for typed words; called 200 ms after the last letter, the earlier search is aborted. */
  search: (text: string, signal: AbortSignal) => Promise<readonly ComboItem[]>
}
