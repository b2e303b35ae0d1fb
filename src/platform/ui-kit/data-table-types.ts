import type { ReactNode } from 'react'

export type Column<Row> = {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand right, in tabular figures. */
  readonly number?: boolean
  /** The list can be sorted by it; the name is the `id`. */
  readonly sortable?: boolean
  /** Heading that spans neighbouring columns of the same group: “Tăng”, “Giảm”. */
  readonly group?: string
  /** Shown only after “Thêm cột”. */
  readonly extra?: boolean
  /** Cells do not break into lines. */
  readonly tight?: boolean
  /** Share of the width as CSS, e.g. `30%`. */
  readonly width?: string
}

export type TableGroup<Row> = {
  readonly id: string
  /** Heading of the group: shape, words, count. */
  readonly head: ReactNode
  readonly rows: readonly Row[]
  /** “Xem thêm 40” beside the heading. */
  readonly more?: ReactNode
}

export type Sort = { readonly by: string; readonly descending: boolean }

/** Which rows are chosen. `everything` = the whole filter, also the rows on other pages. */
export type Selection = { readonly keys: ReadonlySet<string>; readonly everything: boolean }
export const nothingSelected: Selection = { keys: new Set(), everything: false }
