import { balanceForm, compositionForm } from '../../statistics/index.ts'
import type { ExportedForm } from '../../audit/index.ts'
import { formWords } from './words.vi.ts'

const taken = { permission: 'statistics.exportTables', event: 'statistics.tableExported' } as const

/** Every official table that can be taken out in the shape of its form, by name. */
export const exportedForms: Readonly<Record<string, ExportedForm>> = {
  table1: { of: 'statistics.findBalance', ...formWords.table1, ...taken, form: balanceForm },
  table3: { of: 'statistics.findComposition', ...formWords.table3, ...taken, form: compositionForm },
}
