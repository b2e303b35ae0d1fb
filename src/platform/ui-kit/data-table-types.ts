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
  /** Left out where rows are shown one under the other: on a phone. */
  readonly wide?: boolean
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

export type DataTableProps<Row> = {
  /** Read by screen readers and printed; hidden on the screen unless `showCaption`. */
  caption: string
  showCaption?: boolean
  columns: readonly Column<Row>[]
  rows?: readonly Row[]
  /** Rows under headings, instead of `rows`. */
  groups?: readonly TableGroup<Row>[]
  rowKey: (row: Row) => string
  /** Where a row opens. The first cell should hold the same link in words. */
  rowHref?: (row: Row) => string | undefined
  /** What a row is called when it is chosen: “Chọn Hoàng Thị Nhung”. */
  rowName?: (row: Row) => string
  /** `soon` marks a row that needs work. */
  rowTone?: (row: Row) => 'soon' | 'refusal' | 'strong' | undefined
  /** A line under the row over all columns: an explanation that opened itself. */
  rowNote?: (row: Row) => ReactNode
  sort?: Sort
  onSort?: (sort: Sort) => void
  selection?: Selection | undefined
  /** Left out, like every act, while a past day is viewed. */
  onSelect?: ((selection: Selection) => void) | undefined
  /** Acts of the selection; stand above the table while something is chosen. */
  selectionActs?: ReactNode
  /** Cells of the sticky row of totals by column id. At the top, under the head, as official tables want it; `bottom` otherwise. */
  totals?: Readonly<Record<string, ReactNode>>
  totalsAt?: 'top' | 'bottom'
  /** Number of rows of the whole filter. Always shown. */
  total?: number
  page?: number
  pageSize?: number
  onPage?: (page: number) => void
  /** What stands there when nothing does; say which filter to drop with `EmptyList`. */
  empty?: ReactNode
  waiting?: boolean
  /** Under the table, left of the pager. */
  foot?: ReactNode
}
