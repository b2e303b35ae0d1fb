import { decreases, FEWEST_SHOWN, increases } from './codes.ts'
import type { FormSection, MissingReason, TableBase, TableForm } from '../../regulations/index.ts'

/** How many lines of a base have a value (null: nothing is known) of what they are sorted by, in a column. */
export type Figure = { readonly base: TableBase; readonly trait: string; readonly value: string | null; readonly mark: string; readonly people: number }

/** The numbers of every table of an organisation, to be looked up. */
export type Figures = {
  of(base: TableBase, trait: string, values: readonly (string | null)[], mark: string): number
  /** Values that occur of what a base is sorted by. */
  values(base: TableBase, trait: string): readonly (string | null)[]
}

const key = (base: string, trait: string, value: string | null, mark: string) => JSON.stringify([base, trait, value, mark])

/** Figures of one organisation, or of several added up. */
export function figuresOf(rows: readonly Figure[]): Figures {
  const byKey = new Map<string, number>()
  const valuesOf = new Map<string, Set<string | null>>()
  for (const { base, trait, value, mark, people } of rows) {
    const at = key(base, trait, value, mark)
    byKey.set(at, (byKey.get(at) ?? 0) + people)
    const of = `${base} ${trait}`
    valuesOf.set(of, (valuesOf.get(of) ?? new Set()).add(value))
  }
  return {
    of: (base, trait, values, mark) => values.reduce((total, value) => total + (byKey.get(key(base, trait, value, mark)) ?? 0), 0),
    values: (base, trait) => [...(valuesOf.get(`${base} ${trait}`) ?? [])],
  }
}

/** A row as filled: `values` are what its numbers add up, so they open its names; `numbers` are absent where nothing is kept that could be counted. */
export type FilledRow = { readonly code: string; readonly values: readonly (string | null)[]; readonly missing: MissingReason | null; readonly numbers: readonly (number | null)[] }
export type FilledSection = { readonly code: string; readonly by: string; readonly whole: boolean; readonly rows: readonly FilledRow[] }

const bands: readonly string[] = ['ageBand', 'partyAgeBand', 'size']

/** Bands by their place; other values the most frequent first; what is not known last. */
const inOrder = (by: string, count: (value: string | null) => number) => (a: string | null, b: string | null) =>
  Number(a === null) - Number(b === null) || (bands.includes(by) ? Number(a) - Number(b) : count(b) - count(a) || ((a ?? '') < (b ?? '') ? -1 : 1))

function fillSection({ base, columns }: TableForm, section: FormSection, figures: Figures): FilledSection {
  const { by, rows, whole } = section
  const count = (value: string | null) => figures.of(base, by, [value], 'total')
  const known = new Set(rows.flatMap(({ values }) => values))
  const found = whole ? figures.values(base, by).filter((value) => !known.has(value)).sort(inOrder(by, count)) : []
  const filled = [...rows, ...found.map((value) => ({ code: value ?? '', values: [value], missing: undefined }))]
  return {
    code: section.code, by, whole,
    rows: filled.map(({ code, values, missing }) => ({ code, values, missing: missing ?? null, numbers: columns.map((column) => (missing ? null : figures.of(base, by, values, column))) })),
  }
}

/** A table filled with the numbers of an organisation; rows of the form that count nobody stay. */
export const fillTable = (form: TableForm, figures: Figures): FilledSection[] => form.sections.map((section) => fillSection(form, section, figures))


const isFew = (number: number | null) => number !== null && number > 0 && number < FEWEST_SHOWN

/** Values of a section that fewer have than may be shown, in one row: for whoever may not read them of a person. */
export function withoutFew(section: FilledSection): FilledSection {
  const few = section.rows.filter(({ values, numbers }) => values[0] !== null && isFew(numbers[0]!))
  if (few.length === 0) return section
  const joined: FilledRow = { code: 'few', values: few.flatMap(({ values }) => values), missing: null, numbers: few[0]!.numbers.map((_, i) => few.reduce((sum, { numbers }) => sum + (numbers[i] ?? 0), 0)) }
  return { ...section, rows: [...section.rows.filter((row) => !few.includes(row)), joined] }
}

type Numbered = { readonly code: string; readonly whole: boolean; readonly rows: readonly { readonly code?: string; readonly numbers: readonly (number | null)[] }[] }

/** Columns of which the first is the sum of the others: the kinds of an organisation, the levels of a committee. */
const columnSums: readonly (readonly string[])[] = [['total', 'grassrootsCommittee', 'grassrootsCell', 'section', 'cell'], ['total', 'atSuperior', 'atGrassroots', 'atSection', 'atCell']]
/** Rows of table 1 of which each is told by the others. */
const rowSums: readonly (readonly string[])[] = [['increase', ...increases], ['decrease', ...decreases], ['opening', 'increase', 'decrease', 'closing']]

type Cell = { readonly key: string; readonly number: number }

/** Cells of which each can be told from all the others: a sum of the table and what makes it. */
function sumsOf(sections: readonly Numbered[], columns: readonly string[]): Cell[][] {
  const across = columnSums.filter(([, ...parts]) => parts.some((name) => columns.includes(name))).map((names) => names.map((name) => columns.indexOf(name)).filter((at) => at >= 0))
  const every = sections.find(({ code }) => code === 'all')
  const cellOf = ({ code, rows }: Numbered, row: number, column: number): Cell => ({ key: `${code} ${row} ${column}`, number: rows[row]!.numbers[column] ?? 0 })
  return sections.flatMap((section) => {
    const rows = section.rows.map((_row, row) => row)
    const down = section.whole ? [rows] : rowSums.map((codes) => rows.filter((row) => codes.includes(section.rows[row]!.code ?? ''))).filter(({ length }) => length > 1)
    const whole = section.whole && every ? every : undefined
    return [
      ...(section.rows[0]?.numbers ?? []).flatMap((_, column) => down.map((of) => [...of.map((row) => cellOf(section, row, column)), ...(whole ? [cellOf(whole, 0, column)] : [])])),
      ...rows.flatMap((row) => across.map((of) => of.map((column) => cellOf(section, row, column)))),
    ]
  })
}

/**
 * Numbers of a table that do not go outside, as `<part> <row> <column>`: fewer than may be shown, and where one alone could be told from the others that make a sum with it, the next
 * smallest of them.
 */
export function hiddenCells(sections: readonly Numbered[], columns: readonly string[] = []): ReadonlySet<string> {
  const hidden = new Set(sections.flatMap(({ code, rows }) => rows.flatMap(({ numbers }, row) => numbers.flatMap((number, column) => (isFew(number) ? [`${code} ${row} ${column}`] : [])))))
  const sums = sumsOf(sections, columns)
  // What is hidden for one sum may stand alone in another.
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size
    for (const cells of sums) {
      const next = cells.filter(({ key, number }) => number >= FEWEST_SHOWN && !hidden.has(key)).sort((a, b) => a.number - b.number)[0]
      if (next && cells.filter(({ key }) => hidden.has(key)).length === 1) hidden.add(next.key)
    }
  }
  return hidden
}
