import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { namesOfOrganisations, type Organisation } from '../../organisations/index.ts'
import { coversStrictClass, placeOfTable } from '../../statistics/index.ts'
import { dimensionsOf, stocks, strictDimensions, type Dimension } from '../codes.ts'
import type { countingContract } from '../contract.ts'
import { notSortedBy, sortedTwice, strictAlone } from '../errors.ts'
import { valueName } from '../values.vi.ts'
import { balances, gridOf, withoutFew, type Grid } from '../model.ts'
import { countFacts, type Asked, type Counted } from '../queries/counting.ts'

type Contract = typeof countingContract
type Question = InputOf<Contract['countBy']>

function check({ measure, rows, columns }: Question): void {
  for (const dimension of [rows, columns]) if (!dimensionsOf[measure].includes(dimension)) throw notSortedBy(measure, dimension)
  if (measure === 'movement' && columns !== 'none') throw notSortedBy(measure, columns)
  if (rows === columns && rows !== 'none') throw sortedTwice(rows)
}

const strictOf = ({ rows, columns }: { rows: Dimension; columns: Dimension }): Dimension | undefined => [rows, columns].find((dimension) => strictDimensions.includes(dimension))

export type Prepared = { readonly asked: Asked; readonly place: Organisation; /** The strict dimension whose values must not point at a person for this reader. */ readonly covered: Dimension | undefined }

/**
 * Checks a question and the right to ask it, which is that of the official tables. Refuses `notSortedBy`, `sortedTwice`, what a table refuses of its period,
 * and `strictAlone` to who may not read ethnic group and religion of a person.
 */
export async function prepare(ctx: Ctx, input: Question): Promise<Prepared> {
  check(input)
  const until = input.until ?? ctx.today
  const from = stocks.includes(input.measure) ? until : (input.from ?? (`${until.slice(0, 4)}-01-01` as PlainDate))
  const place = await placeOfTable(ctx, { organisationId: input.organisationId, knownAt: input.knownAt, from, until })
  const strict = strictOf(input)
  const covered = strict && (await coversStrictClass(ctx, place.id)) ? strict : undefined
  if (covered && [input.rows, input.columns].some((dimension) => dimension !== covered && dimension !== 'none')) throw strictAlone(covered)
  const columns = input.measure === 'movement' ? 'detail' : input.columns
  const { measure, rows, owner, knownAt } = input
  return { place, covered, asked: { measure, rows, columns, organisationId: place.id, from, until, knownAt: knownAt ?? null, ownerOn: owner === 'now' ? ctx.today : null } }
}

const shown = (counted: readonly Counted[], { asked, covered }: Prepared): Counted[] => (covered ? withoutFew(counted, asked.rows === covered ? 'row' : 'column') : [...counted])

/** The numbers of a question, as a grid. */
export async function countGrid(ctx: Ctx, prepared: Prepared): Promise<Grid> {
  const { asked } = prepared
  return gridOf(shown(await countFacts(ctx.db, asked), prepared), asked.measure, asked)
}

async function namesOf(ctx: Ctx, { measure, until }: Asked, dimension: Dimension, values: readonly (string | null)[]): Promise<{ value: string | null; name: string }[]> {
  const isPlace = dimension === 'grassroots' || dimension === 'cell'
  const names = isPlace ? await namesOfOrganisations(ctx.db, values.flatMap((value) => value ?? []), until) : undefined
  return values.map((value) => ({ value, name: (value !== null && names?.get(value)) || valueName(measure, dimension, value) }))
}

/** A measure counted by two dimensions; its cells add up to the total, and the ways of a movement to its closing. */
export async function countBy(ctx: Ctx, input: InputOf<Contract['countBy']>): Promise<AnswerOf<Contract['countBy']>> {
  const prepared = await prepare(ctx, input)
  const { asked, place, covered } = prepared
  const grid = await countGrid(ctx, prepared)
  return {
    organisationId: place.id, organisation: place.name, from: stocks.includes(asked.measure) ? null : asked.from, until: asked.until,
    rows: await namesOf(ctx, asked, asked.rows, grid.rows), columns: await namesOf(ctx, asked, asked.columns, grid.columns),
    numbers: grid.numbers, rowTotals: grid.rowTotals, columnTotals: grid.columnTotals, total: grid.total,
    namesCovered: covered !== undefined || asked.measure === 'organisations', balances: asked.measure === 'movement' ? balances(grid) : null,
  }
}

/** The same table line by line, for taking it out. */
export async function listLines(ctx: Ctx, input: InputOf<Contract['listLines']>): Promise<AnswerOf<Contract['listLines']>> {
  const { rows, columns, numbers } = await countBy(ctx, input)
  const lines = rows.flatMap((row, i) => columns.map((column, j) => ({ row: row.name, column: column.name, counted: numbers[i]![j]! }))).filter(({ counted }) => counted > 0)
  return { rows: lines, total: lines.length }
}
