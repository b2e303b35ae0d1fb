import type { PlainDate } from '../../../kernel/index.ts'
import type { AnswerOf } from '../../../platform/http/index.ts'
import type { WorkbookCell } from '../../../platform/workbook/index.ts'
import type { ExportColumn, ExportedList } from '../../audit/index.ts'

/** A column by its title, its width in characters, and what stands in it. */
export const column = <R>(title: string, width: number, cell: (row: R, today: PlainDate) => WorkbookCell | undefined): ExportColumn<R> =>
  ({ title, width, cell: (row, today) => cell(row, today) ?? '' })

type Rowed = { rows: readonly unknown[] }
type About<A, R> = Omit<ExportedList<R, A>, 'rows' | 'columns' | 'also'> & { readonly columns: readonly ExportColumn<R>[]; /** When they are not just what the answer calls so. */ readonly rows?: (answer: A) => readonly R[] }

/** A list whose reading answers its lines as `rows`, with `total` when it gives one page. */
export const rowsOf = <P, A extends Rowed = Extract<AnswerOf<P>, Rowed>, R = A['rows'][number]>(list: About<A, R>): ExportedList =>
  ({ total: ({ total, rows }: { total?: unknown; rows: readonly unknown[] }) => (typeof total === 'number' ? total : rows.length), rows: ({ rows }: Rowed) => rows, ...list }) as ExportedList

/** A list made of something else in the answer of a reading. */
export const linesOf = <P, R, N = unknown>(list: ExportedList<R, AnswerOf<P>, any, N>): ExportedList => list as ExportedList

/** `Thôn Khun Luông – xã Quang Minh`. */
export const placeText = (...names: readonly (string | null | undefined)[]): string => names.filter(Boolean).join(' – ')
export const yearOf = (date: string | null | undefined): string => date?.slice(0, 4) ?? ''
