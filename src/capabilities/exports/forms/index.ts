import { balanceForm, compositionForm, filledForm, tableTitles } from '../../statistics/index.ts'
import type { ExportedForm } from '../../audit/index.ts'
import { formWords } from './words.vi.ts'

const taken = { permission: 'statistics.exportTables', event: 'statistics.tableExported' } as const

/** Every official table that can be taken out in the shape of its form, by name. */
export const exportedForms: Readonly<Record<string, ExportedForm>> = {
  table1: { of: 'statistics.findBalance', ...formWords.table1, ...taken, form: balanceForm },
  table3: { of: 'statistics.findComposition', ...formWords.table3, ...taken, form: compositionForm },
  ...Object.fromEntries((['2', '2B', '4', '5', '7', '9'] as const).map((table) => [`table${table}`, { of: 'statistics.findTable', fixed: { table }, ...formWords.other(table, tableTitles[table]), ...taken, form: filledForm }])),
}
