import type { z } from 'zod'
import { formatUncertainDate, type PlainDate, type UncertainDate } from '../../kernel/index.ts'
import type { Action, Ctx } from '../../platform/action/index.ts'
import type { WorkbookCell, WorkbookColumn } from '../../platform/workbook/index.ts'

export type ExportColumn<R> = { readonly title: string; /** In characters. */ readonly width: number; readonly cell: (row: R, today: PlainDate) => WorkbookCell }

/** What is said of everything that goes out as a workbook, whatever stands in it. */
type Exported = {
  /** `<room>.<operation>` that reads it. */
  readonly of: string
  readonly title: string
  /** Without marks, the day is put behind it. */
  readonly fileName: string
  /** The part of the input that makes it this list and no other of the same reading. */
  readonly fixed?: Readonly<Record<string, unknown>>
  /** Asked beside the right to see it. */
  readonly permission?: string
  /** Event of the trail, where it has one of its own. */
  readonly event?: string
}

/**
 * A list of the product as a workbook. Its rows are read by the list's own reading, so that rights, filters, day and masks are those of the
 * page. `also`: what narrows the rows beside the input of the reading, on pages that read everything and show a part.
 */
export type ExportedList<R = any, A = any, I = any, N = any> = Exported & {
  readonly columns: readonly ExportColumn<R>[]
  readonly rows: (answer: A, also: N, today: PlainDate) => readonly R[]
  readonly also?: z.ZodType<N>
  /** The number of rows when the reading may give fewer than there are. */
  readonly total?: (answer: A) => number
  /** Reads what the one operation does not give at once. */
  readonly read?: (ctx: Ctx, input: I, run: Action<I, A>) => Promise<A>
}

/** A sheet in the shape of an official form; `head` stands between its title and the line of who took it. */
export type FormSheet = { readonly on: PlainDate; readonly head: readonly string[]; readonly columns: readonly WorkbookColumn[]; readonly rows: readonly (readonly WorkbookCell[])[] }

/** An official table: its reading is that of its page, its shape that of the form. */
export type ExportedForm<A = any> = Exported & { readonly form: (answer: A) => FormSheet }

/** What the roof hands in: the lists by name with the reading behind each, and what the letterhead calls an organisation. */
export type ExportedLists = {
  find(name: string): { readonly list: ExportedList | ExportedForm; readonly input: z.ZodType | undefined; readonly run: Action<any, any> } | undefined
  placeName(ctx: Ctx, organisationId: string | undefined, on: PlainDate): Promise<string>
}

/** `03/05/1962`, `05/1962`, `1962` or a blank. */
export const dayCell = (date: string | null | undefined): string => (date ? formatUncertainDate(date.slice(0, 10) as UncertainDate) : '')

const inVietnam = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric' })

/** `05/10/2018 08:05` in Việt Nam, or a blank. */
export const momentCell = (moment: string | null | undefined): string => (moment ? inVietnam.format(new Date(moment)).replace(', ', ' ') : '')
