import type { ReactNode, RefObject } from 'react'

export type SearchItem = {
  readonly id: string
  readonly label: string
  /** Where it stands, and why it was found. */
  readonly note?: ReactNode
  /** `more` leads to all finds of the group. */
  readonly look?: 'more'
}

export type SearchGroup = { readonly id: string; readonly title: string; readonly items: readonly SearchItem[] }

export type SearchBoxProps = {
  label: string
  inputRef: RefObject<HTMLInputElement | null>
  /** Finds groups for typed words; called when typing pauses, the earlier search is aborted. */
  search: (text: string, signal: AbortSignal) => Promise<readonly SearchGroup[]>
  /** Words when nothing is found: what can be typed. */
  none: ReactNode
  /** Words when the server does not answer. */
  failed: ReactNode
  onOpen: (id: string, text: string) => void
  /** Enter without a find chosen. */
  onSubmit: (text: string) => void
}
