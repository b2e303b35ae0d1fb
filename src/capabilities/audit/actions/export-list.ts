import { isId, type PlainDate } from '../../../kernel/index.ts'
import { tellAsKnown, type Ctx } from '../../../platform/action/index.ts'
import { FileAnswer, fittingInput, type InputOf } from '../../../platform/http/index.ts'
import { listWorkbook, XLSX, type ListWorkbook } from '../../../platform/workbook/index.ts'
import { fillIn } from '../../../platform/words.ts'
import type { auditContract } from '../contract.ts'
import { exportTooLarge, noSuchList } from '../errors.ts'
import type { ExportedForm, ExportedList, ExportedLists } from '../exported-list.ts'
import { takenBy } from '../exported-workbook.ts'
import { exportWords as words } from '../messages.vi.ts'
import { recordExport } from './record-export.ts'

type Input = InputOf<typeof auditContract.exportList>
type Asked = Readonly<Record<string, unknown>>
type Found = NonNullable<ReturnType<ExportedLists['find']>>
type Sheet = Pick<ListWorkbook, 'head' | 'columns' | 'rows'> & { readonly on: PlainDate; readonly count: number }

/** A workbook of more rows than this is of no use to anybody, and is asked for part by part. */
const MOST_ROWS = 20_000
const NUMBER_WIDTH = 6

const textIn = (asked: Asked, name: string): string | undefined => (typeof asked[name] === 'string' ? (asked[name] as string) : undefined)

const dayOf = (ctx: Ctx, asked: Asked) => (textIn(asked, 'asOf') ?? textIn(asked, 'on') ?? ctx.today) as PlainDate

/** The whole list instead of the page that the screen shows. */
const wholeOf = (asked: Asked): Asked => ('size' in asked ? { ...asked, page: 1, size: MOST_ROWS + 1 } : asked)

/** What was typed into a search may be the number of a person: the trail keeps its last digits only. */
const withoutNumber = (text: string): string => (isId(text) ? text : text.replace(/\d[\d .]{4,}(?=\d{4})/g, '••••'))
const withoutNumbers = (asked: Asked): Asked => Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, typeof value === 'string' ? withoutNumber(value) : value]))

const placeOf = (ctx: Ctx, asked: Asked): string | undefined => textIn(asked, 'organisationId') ?? textIn(asked, 'root') ?? ctx.actor.organisationId

/** What is asked of the reading, and what narrows its rows afterwards, each held against its own form. */
async function askedOf({ list, input: schema }: Found, given: Asked): Promise<{ asked: Asked; also: Asked }> {
  const told = { ...given, ...list.fixed }
  const also = 'also' in list && list.also ? ((await fittingInput(list.also, told)) as Asked) : {}
  return { asked: (schema ? await fittingInput(schema, told) : {}) as Asked, also }
}

async function formSheet(ctx: Ctx, form: ExportedForm, asked: Asked, run: Found['run']): Promise<Sheet> {
  const { on, head, columns, rows } = form.form(await run(ctx, asked))
  return { on, head, columns, rows, count: rows.length }
}

async function listSheet(ctx: Ctx, list: ExportedList, { asked, also, filter, run }: { asked: Asked; also: Asked; filter: string | undefined; run: Found['run'] }): Promise<Sheet> {
  const answer = list.read ? await list.read(ctx, wholeOf(asked), run) : await run(ctx, wholeOf(asked))
  const rows = list.rows(answer, also, ctx.today)
  const total = list.total?.(answer) ?? rows.length
  if (total > MOST_ROWS) throw exportTooLarge(total, MOST_ROWS)
  const on = dayOf(ctx, asked)
  return {
    on, head: [fillIn(words.asOf, { day: on }), ...(filter ? [fillIn(words.filter, { filter })] : []), fillIn(words.total, { total })],
    columns: [{ title: words.number, width: NUMBER_WIDTH }, ...list.columns], rows: cellsOf(list, rows, ctx.today), count: rows.length,
  }
}

/**
 * A list as a numbered workbook: the rows that its page shows, all of them, under a head that says which list, of which day, how many, who
 * took it, when and why; the same stands in the trail. An official table goes out the same way in the shape of its form. Refuses
 * `audit.noSuchList`, `audit.exportTooLarge`, and what the list itself refuses.
 */
export const exportListWith = (lists: ExportedLists) =>
  async function exportList(ctx: Ctx, input: Input): Promise<FileAnswer> {
    await ctx.authorise('audit.exportList', 'own part')
    const found = lists.find(input.list)
    if (!found) throw noSuchList()
    const { list, run } = found
    const { asked, also } = await askedOf(found, input.asked)
    if (list.permission) await ctx.authorise(list.permission, 'own part')
    await tellAsKnown(ctx.db, textIn(asked, 'knownAt'))
    const sheet = 'form' in list ? await formSheet(ctx, list, asked, run) : await listSheet(ctx, list, { asked, also, filter: input.filter, run })
    await tellAsKnown(ctx.db, undefined)
    const { page: _p, size: _s, ...filters } = { ...asked, ...also }
    const number = await recordExport(ctx, {
      event: list.event ?? 'audit.listExported', subject: { type: 'list', id: input.list }, organisationId: placeOf(ctx, asked),
      facts: { list: list.title, ...withoutNumbers(filters), ...(input.filter ? { filter: withoutNumber(input.filter) } : {}), reason: input.reason, rows: sheet.count },
    })
    const by = takenBy(ctx, number)
    const head = [await lists.placeName(ctx, placeOf(ctx, asked), sheet.on), list.title.toLocaleUpperCase('vi'), ...sheet.head, fillIn(words.reason, { by, reason: input.reason })]
    const file = await listWorkbook({ sheet: words.sheet, head, foot: by, columns: sheet.columns, rows: sheet.rows })
    return new FileAnswer(file, XLSX, fillIn(words.fileName, { name: list.fileName }).replace('{day}', sheet.on), 'attachment', { number, rows: sheet.count })
  }

function* cellsOf({ columns }: ExportedList, rows: readonly unknown[], today: PlainDate) {
  let number = 0
  for (const row of rows) yield [++number, ...columns.map(({ cell }) => cell(row, today))]
}
