import { isId, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { FileAnswer, fittingInput, type InputOf } from '../../../platform/http/index.ts'
import { listWorkbook, XLSX } from '../../../platform/workbook/index.ts'
import { fillIn } from '../../../platform/words.ts'
import type { auditContract } from '../contract.ts'
import { exportTooLarge, noSuchList } from '../errors.ts'
import type { ExportedList, ExportedLists } from '../exported-list.ts'
import { takenBy } from '../exported-workbook.ts'
import { exportWords as words } from '../messages.vi.ts'
import { recordExport } from './record-export.ts'

type Input = InputOf<typeof auditContract.exportList>
type Asked = Readonly<Record<string, unknown>>

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

async function headOf(ctx: Ctx, lists: ExportedLists, { list, asked, total, input, by }: { list: ExportedList; asked: Asked; total: number; input: Input; by: string }): Promise<string[]> {
  const on = dayOf(ctx, asked)
  const place = textIn(asked, 'organisationId') ?? textIn(asked, 'root') ?? ctx.actor.organisationId
  return [
    await lists.placeName(ctx, place, on), list.title.toLocaleUpperCase('vi'), fillIn(words.asOf, { day: on }), ...(input.filter ? [fillIn(words.filter, { filter: input.filter })] : []),
    fillIn(words.total, { total }), fillIn(words.reason, { by, reason: input.reason }),
  ]
}

/**
 * A list as a numbered workbook: the rows that its page shows, all of them, under a head that says which list, of which day, how many, who
 * took it, when and why; the same stands in the trail. Refuses `audit.noSuchList`, `audit.exportTooLarge`, and what the list itself refuses.
 */
export const exportListWith = (lists: ExportedLists) =>
  async function exportList(ctx: Ctx, input: Input): Promise<FileAnswer> {
    await ctx.authorise('audit.exportList', 'own part')
    const found = lists.find(input.list)
    if (!found) throw noSuchList()
    const { list, run } = found
    const asked = (found.input ? await fittingInput(found.input, input.asked) : {}) as Asked
    if (list.permission) await ctx.authorise(list.permission, 'own part')
    const answer = list.read ? await list.read(ctx, wholeOf(asked), run) : await run(ctx, wholeOf(asked))
    const also = list.also ? ((await fittingInput(list.also, input.asked)) as Asked) : {}
    const rows = list.rows(answer, also, ctx.today)
    const total = list.total?.(answer) ?? rows.length
    if (total > MOST_ROWS) throw exportTooLarge(total, MOST_ROWS)
    const organisationId = textIn(asked, 'organisationId') ?? textIn(asked, 'root') ?? ctx.actor.organisationId
    const { page: _p, size: _s, ...filters } = { ...asked, ...also }
    const number = await recordExport(ctx, {
      event: list.event ?? 'audit.listExported', subject: { type: 'list', id: input.list }, organisationId,
      facts: { list: list.title, ...withoutNumbers(filters), ...(input.filter ? { filter: withoutNumber(input.filter) } : {}), reason: input.reason, rows: rows.length },
    })
    const by = takenBy(ctx, number)
    const file = await listWorkbook({
      sheet: words.sheet, head: await headOf(ctx, lists, { list, asked, total, input, by }), foot: by,
      columns: [{ title: words.number, width: NUMBER_WIDTH }, ...list.columns], rows: cellsOf(list, rows, ctx.today),
    })
    return new FileAnswer(file, XLSX, fillIn(words.fileName, { name: list.fileName }).replace('{day}', dayOf(ctx, asked)), 'attachment', { number, rows: rows.length })
  }

function* cellsOf({ columns }: ExportedList, rows: readonly unknown[], today: PlainDate) {
  let number = 0
  for (const row of rows) yield [++number, ...columns.map(({ cell }) => cell(row, today))]
}
