import { tableForms, type FormSection, type TableForm } from '../../regulations/index.ts'

type TableNumber = { readonly base: string; readonly by: string; readonly value: string | null; readonly column: string }

const holds = (section: FormSection, by: string, value: string | null) => section.by === by && (section.whole || section.rows.some((row) => row.values.includes(value)))
/** The form of the first table in which a number stands, and the part of it. */
function partOf({ base, by, value, column }: TableNumber): { form: TableForm; section: FormSection } | undefined {
  for (const form of tableForms) {
    const section = form.base === base && form.columns.includes(column) ? form.sections.find((each) => holds(each, by, value)) : undefined
    if (section) return { form, section }
  }
  return undefined
}

/** Whether a number stands in an official table: some of what lines are sorted by, or marked with, does not. */
export const standsInATable = (number: TableNumber): boolean => partOf(number) !== undefined

const last = Number.MAX_SAFE_INTEGER
const place = (at: number) => (at < 0 ? last : at)

function placeOf(number: TableNumber): number[] {
  const { form, section } = partOf(number)!
  const own = section.rows.findIndex(({ values }) => values.length === 1 && values.includes(number.value))
  const bandOrValue = number.value !== null && /^\d+$/.test(number.value) ? Number(number.value) : number.value === null ? last : last - 1
  return [tableForms.indexOf(form), form.sections.indexOf(section), place(own), bandOrValue, form.columns.indexOf(number.column)]
}

/** Orders numbers of the tables as they stand in them: table, part, row of the form or band, then by name; what is not known last. */
export function inFormOrder(a: TableNumber, b: TableNumber): number {
  const [of, to] = [placeOf(a), placeOf(b)]
  const apart = of.findIndex((at, i) => at !== to[i])
  if (apart === of.length - 1) return (a.value ?? '').localeCompare(b.value ?? '', 'vi') || of[apart]! - to[apart]!
  return apart < 0 ? (a.value ?? '').localeCompare(b.value ?? '', 'vi') : of[apart]! - to[apart]!
}
