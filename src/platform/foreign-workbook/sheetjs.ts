import { createRequire } from 'node:module'

export type SheetJsCell = { t: string; v?: unknown; w?: string; z?: string; f?: string }
export type SheetJsSheet = {
  '!data'?: (SheetJsCell | undefined)[][]
  '!merges'?: { s: { r: number; c: number }; e: { r: number; c: number } }[]
  '!rows'?: ({ hidden?: boolean } | undefined)[]
  '!cols'?: ({ hidden?: boolean } | undefined)[]
}
export type SheetJsBook = { SheetNames: string[]; Sheets: Record<string, SheetJsSheet>; Workbook?: { Sheets?: { Hidden?: number }[]; WBProps?: { date1904?: boolean } } }
export type CompoundFile = { FullPaths: string[]; FileIndex: { name: string; size: number; content?: Uint8Array }[] }

type SheetJs = {
  read(content: Uint8Array | string, options: object): SheetJsBook
  SSF: { is_date(format: string): boolean; parse_date_code(serial: number, options?: object): { y: number; m: number; d: number } | null }
  CFB: { read(bytes: Uint8Array, options: object): CompoundFile }
}

let loaded: SheetJs | undefined

/** The tolerant reader, loaded with the first file that needs it: an `.xlsx` is read without it, a third of a second sooner. */
export const sheetjs = (): SheetJs => (loaded ??= createRequire(import.meta.url)('@e965/xlsx') as SheetJs)
