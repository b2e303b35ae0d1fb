import { plainDate } from '../../kernel/index.ts'
import type { AnswerOf } from '../../platform/http/index.ts'
import { fillIn } from '../../platform/words.ts'
import type { FormSheet } from '../audit/index.ts'
import { balanceItems, traitColumns } from './codes.ts'
import type { statisticsContract } from './contract.ts'
import { balanceNames, tableWords as words, traitColumnNames, traitNames, traitValueName } from './messages.vi.ts'
import { formRows } from './form-rows.ts'
import type { Balance } from './tables.ts'

const NAME_WIDTH = 40
const NUMBER_WIDTH = 14

const columnsOf = (titles: readonly string[]) => titles.map((title, i) => ({ title, width: i === 0 ? NAME_WIDTH : NUMBER_WIDTH }))
const balanceCells = (name: string, balance: Balance) => [name, ...balanceItems.map((item) => balance[item])]

/** Table 1 as its form: the whole on top, a line for each part. */
export const balanceForm = ({ from, until, source, whole, parts }: AnswerOf<typeof statisticsContract.findBalance>): FormSheet => ({
  on: plainDate(until),
  head: [fillIn(words.period, { from, until }), fillIn(words.source, source)],
  columns: columnsOf([words.organisation, ...balanceItems.map((item) => balanceNames[item])]),
  rows: [balanceCells(words.total, whole), ...parts.map(({ name, balance }) => balanceCells(name, balance))],
})

/** Table 3 as its form: everybody on top, then a part for each thing known of them. */
export const compositionForm = ({ until, source, total, sections }: AnswerOf<typeof statisticsContract.findComposition>): FormSheet => ({
  on: plainDate(until),
  head: [fillIn(words.source, source)],
  columns: columnsOf([words.trait, ...traitColumns.map((column) => traitColumnNames[column])]),
  rows: [
    [words.total, ...traitColumns.map((column) => total[column])],
    ...sections.flatMap(({ trait, rows }) => [[traitNames[trait], ...traitColumns.map(() => '')], ...rows.map((row) => [traitValueName(trait, row.value), ...traitColumns.map((column) => row[column])])]),
  ],
})

/** A filled table as its form. */
export const filledForm = ({ from, until, source, ...table }: AnswerOf<typeof statisticsContract.findTable>): FormSheet => {
  const { columns, rows } = formRows(table)
  return { on: plainDate(until), head: [fillIn(words.period, { from, until }), fillIn(words.source, source)], columns: columnsOf(columns), rows }
}
