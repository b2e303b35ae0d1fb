import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { tableForm, tableSource, type OfficialTable, type TableBase } from '../../../regulations/index.ts'
import type { statisticsContract } from '../contract.ts'
import { figuresOf, fillTable, withoutFew, type Figures, type FilledSection } from '../filled.ts'
import { countLines, listBehind } from '../queries/lines.ts'
import { tableChecks, type Check } from '../tables.ts'
import { placeOfTable } from './place.ts'

type Contract = typeof statisticsContract

/** Ethnic group, religion and discipline are covered of a person: whoever may not read them sees numbers that point at nobody. */
const coveredTraits: readonly string[] = ['ethnicity', 'religion']
const coveredSections: readonly string[] = [...coveredTraits, 'discipline']

const shown = (check: Check) => ({ ...check, wrong: check.wrong.map((each) => ({ ...each })) })

const shownSection = (covers: boolean) => (section: FilledSection) => {
  const { code, by, whole, rows } = covers && coveredTraits.includes(section.by) ? withoutFew(section) : section
  return {
    code, by, whole, namesCovered: covers && coveredSections.includes(code),
    rows: rows.map((row) => ({ ...row, values: row.values.map((value) => value ?? ''), numbers: [...row.numbers] })),
  }
}

/** A table as a reader may see it, filled with these numbers. `covers`: the reader may not read the strictest class of personal data. */
export function shownTable(table: OfficialTable, figures: Figures, until: Parameters<typeof tableSource>[1], covers: boolean) {
  const form = tableForm(table)
  return { table, base: form.base, source: tableSource(table, until), columns: [...form.columns], sections: fillTable(form, figures).map(shownSection(covers)), checks: tableChecks(table, figures).map(shown) }
}

/** Whether the reader sees only numbers of the strictest class that point at nobody. */
export const coversStrictClass = async (ctx: Ctx, organisationId: string): Promise<boolean> => !(await ctx.may('members.readStrictClass', { organisationId }))

/** Whether a number tells of the strictest class: by ethnic group or religion, or of discipline. */
export const isStrict = (by: string, values: readonly (string | null)[]): boolean => coveredTraits.includes(by) || values.some((value) => value?.startsWith('discipline:') || value === 'suspended')

/** Names of a number of the strictest class are for who may read it of a person. */
export async function authoriseNames(ctx: Ctx, organisationId: string, { by, values }: { by: string; values: readonly string[] }): Promise<void> {
  if (isStrict(by, values)) await ctx.authorise('members.readStrictClass', { organisationId })
}

/** What a table counts, and what it is checked against. */
function basesOf(table: OfficialTable): TableBase[] {
  const { base } = tableForm(table)
  return base === 'admitted' || base === 'stand' ? [base, 'changes'] : [base]
}

/** An official table of an organisation for a period, as known at a moment, with its checks. Refuses `statistics.periodBackwards`, `statistics.dayNotYet`. */
export async function findTable(ctx: Ctx, input: InputOf<Contract['findTable']>): Promise<AnswerOf<Contract['findTable']>> {
  const place = await placeOfTable(ctx, input)
  const figures = figuresOf(await countLines(ctx.db, place.id, input, basesOf(input.table)))
  return { from: input.from, until: input.until, organisationId: place.id, name: place.name, ...shownTable(input.table, figures, input.until, await coversStrictClass(ctx, place.id)) }
}

/** The people or organisations behind a number of a table. `total` is the number itself; who has left the reader's part since is in `outsideReach`. */
export async function listTablePeople(ctx: Ctx, input: InputOf<Contract['listTablePeople']>): Promise<AnswerOf<Contract['listTablePeople']>> {
  const place = await placeOfTable(ctx, input)
  await authoriseNames(ctx, place.id, input)
  const values = input.values.map((value) => value || null)
  const { rows, seen, total } = await listBehind(ctx.db, place.id, input, { base: input.base, trait: input.by, values, mark: input.column }, input)
  const number = total ?? figuresOf(await countLines(ctx.db, place.id, input, [input.base])).of(input.base, input.by, values, input.column)
  return { rows: rows as never, total: number, outsideReach: rows.length > 0 || input.page === 1 ? number - seen : 0 }
}
