import type { ReadingLimits } from './limits.ts'

/** What is said beside one row of the uploaded workbook. */
export type ReportedRow = { readonly sheet: string; readonly row: number; readonly result: string; readonly remarks: string; readonly read: string }

/** A sheet of our own behind those of the sender: a line above, headings, rows. All of it is text. */
export type AddedSheet = { readonly name: string; /** The first words of the line above: by them and its name a sheet of ours is known again. */ readonly mark: string; readonly title: string; readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** The headings that get the result columns: the first row of each run of heading rows, and its last. */
export type HeadingRun = { readonly first: number; readonly last: number }

export type Report = {
  readonly rows: readonly ReportedRow[]
  readonly headingRows: Readonly<Record<string, readonly number[]>>
  readonly headings: readonly [result: string, remarks: string, read: string]
  readonly added: readonly AddedSheet[]
}

export type ReportTask = Report & { readonly bytes: Uint8Array; readonly fileName: string; readonly limits: ReadingLimits }
export type ReportAnswer = { readonly workbook: Uint8Array }
