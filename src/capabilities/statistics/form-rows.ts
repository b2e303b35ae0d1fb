import type { z } from 'zod'
import type { WorkbookCell } from '../../platform/workbook/index.ts'
import type { filledTable } from './contract.ts'
import { FEWEST_SHOWN } from './codes.ts'
import { columnName, missingWords, rowName, sectionName, tableWords } from './messages.vi.ts'

type Filled = Pick<z.output<typeof filledTable>, 'columns' | 'sections'>

/** A filled table in the shape of its form: a heading for each part that has one, every row of the form, numbers as numbers, never a formula. Hidden numbers are words: `dưới 5` only of what is. */
export function formRows({ columns, sections }: Filled, hidden: ReadonlySet<string> = new Set()): { columns: string[]; rows: WorkbookCell[][] } {
  const rows = sections.flatMap(({ code, by, rows: filled }) => [
    ...(sectionName(code) ? [[sectionName(code), ...columns.map(() => '')]] : []),
    ...filled.map((row, at): WorkbookCell[] => row.missing ? [rowName(by, row.code), missingWords[row.missing], ...columns.slice(1).map(() => '')]
      : [rowName(by, row.code), ...row.numbers.map((number, i) => (hidden.has(`${code} ${at} ${i}`) ? tableWords[number! < FEWEST_SHOWN ? 'fewerThanShown' : 'hidden'] : number))]),
  ])
  return { columns: [tableWords.trait, ...columns.map(columnName)], rows }
}
