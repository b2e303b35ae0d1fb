import { z } from 'zod'
import { day, filledLine, line, paragraph, uncertainDay } from '../../platform/contract/index.ts'
import { fieldOf, listOf, sheetLists, type FieldKind, type ListColumn, type SheetField } from './catalogue.ts'
import { codeLists } from './code-lists.ts'
import { shapeWords } from './messages.vi.ts'
import { isUnitOn } from './places.ts'

const place = z.object({ text: filledLine(300), unitCode: line(10).optional(), unitOn: day.optional() })
  .refine(({ unitCode, unitOn }) => unitCode === undefined || (unitOn !== undefined && isUnitOn(unitCode, unitOn)), { error: shapeWords.unitCode })

const byKind: Readonly<Record<Exclude<FieldKind, 'choice'>, z.ZodType>> = {
  text: filledLine(300), longText: paragraph(4000).refine((text) => text.length > 0, { error: shapeWords.empty }), numberText: filledLine(60),
  uncertainDay, place, otherDay: z.object({ date: uncertainDay, paper: filledLine(200) }),
}

const particular: Readonly<Record<string, z.ZodType>> = {
  fullName: filledLine(120),
  identityNumber: z.string().regex(/^\d{12}$/, { error: shapeWords.identityNumber }),
  oldIdentityNumber: z.string().regex(/^\d{9}(\d{3})?$/, { error: shapeWords.oldIdentityNumber }),
  generalEducation: filledLine(60), profession: filledLine(200), occupation: filledLine(200), phone: filledLine(40), otherName: filledLine(120), note: paragraph(2000),
}

const chosen = (choices: readonly string[]) => z.string().refine((text) => choices.includes(text), { error: shapeWords.notInList })

/** The shape of the value of an item. */
export const shapeOfField = (field: SheetField): z.ZodType => particular[field.key] ?? (field.kind === 'choice' ? chosen(codeLists[field.choices!]) : byKind[field.kind])

function columnShape({ kind, choices, required }: ListColumn): z.ZodType {
  const shape = kind === 'day' ? uncertainDay : kind === 'choice' ? chosen(codeLists[choices!]) : required ? filledLine(500) : line(500)
  return required ? shape : shape.optional()
}

/** The shape of a line of each list. */
export const entryShapes: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  sheetLists.map((list) => [list.key, z.strictObject(Object.fromEntries(list.columns.map((column) => [column.name, columnShape(column)])))]))

/** What is wrong with a value of an item or a line of a list; nothing for `null`, which takes it away. */
export function wrongWith(change: { field?: string | undefined; list?: string | undefined; after?: unknown }): string | undefined {
  const field = change.field === undefined ? undefined : fieldOf(change.field)
  const list = change.list === undefined ? undefined : listOf(change.list)
  const shape = field ? shapeOfField(field) : list ? entryShapes[list.key]! : undefined
  if (!shape || (field && list)) return shapeWords.unknownItem
  if (change.after === null || change.after === undefined) return undefined
  const read = shape.safeParse(change.after)
  return read.success ? undefined : read.error.issues[0]!.message
}

/** The value as its shape reads it: blanks tidied, empty columns left out. */
export function readContent(key: { field: string } | { list: string }, content: unknown): unknown {
  if (content === null || content === undefined) return null
  const read = 'field' in key ? shapeOfField(fieldOf(key.field)!).parse(content) : entryShapes[key.list]!.parse(content)
  if (typeof read !== 'object' || read === null) return read
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined && value !== ''))
}
