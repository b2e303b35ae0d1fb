import { plainDate, type Citation, type PlainDate } from '../kernel/index.ts'
import { cite } from './instruments.ts'
import { decreases, increases, type MissingReason, type OfficialTable, type TableBase } from './table-codes.ts'
import ethnicGroups from './codes/ethnic-groups.json' with { type: 'json' }

/** Papers that prescribe the statistical tables, by the first day on which each is used. */
const papers = [['CV-3296-2017', plainDate('2017-07-26')], ['HD-11-2021', plainDate('2021-12-13')]] as const

/** The paper on which a table of this number rests. The last day of the period picks it; before the first that is known, the first. */
export function tableSource(number: string, lastDay: PlainDate): Citation {
  const [paper] = papers.findLast(([, from]) => from <= lastDay) ?? papers[0]
  return cite(paper, `Biểu ${number}`, 'secondary')
}

/** A row of a form: the values of what the section sorts by that it adds up (null: nothing is known), or why it has no number. */
export type FormRow = { readonly code: string; readonly values: readonly (string | null)[]; readonly missing?: MissingReason }
/**
 * A part of a table. `by`: what its rows are sorted by; `all` stands for every line. `rows`: those of the form, in its order; other values that are found follow them.
 * Of a part that is not a `whole`, the rows need not add up to every line.
 */
export type FormSection = { readonly code: string; readonly by: string; readonly rows: readonly FormRow[]; readonly whole: boolean }
export type TableForm = { readonly number: OfficialTable; readonly base: TableBase; readonly columns: readonly string[]; readonly sections: readonly FormSection[] }

const row = (code: string): FormRow => ({ code, values: [code] })
const sum = (code: string, values: readonly string[]): FormRow => ({ code, values })
const missing = (code: string, why: MissingReason): FormRow => ({ code, values: [], missing: why })
/** Rows of the form, then whatever else is found. */
const sorted = (by: string, rows: readonly FormRow[] = []): FormSection => ({ code: by, by, rows, whole: true })
const part = (code: string, by: string, rows: readonly FormRow[]): FormSection => ({ code, by, rows, whole: false })
const all = part('all', 'all', [row('all')])

const sexes = sorted('sex', [row('male'), row('female')])
/** The 54 groups in the order of their codes; other and foreign origin follow as they are found. */
const groups = sorted('ethnicity', ethnicGroups.items.map(({ vi }) => row(vi)))

/** The forms as far as they are known: numbers and titles from secondary copies, the contents of the columns partly from memory. */
const forms: readonly TableForm[] = [
  {
    number: '1', base: 'changes', columns: ['total', 'women', 'ethnicMinority', 'probationary'],
    sections: [part('item', 'item', [row('opening'), sum('increase', increases), ...increases.map(row), sum('decrease', decreases), ...decreases.map(row), row('closing')])],
  },
  {
    number: '2', base: 'admitted', columns: ['total', 'women', 'ethnicMinority'],
    sections: [all, part('youthUnion', 'youthUnion', [missing('youthUnionMember', 'notRecorded')]), sexes, ...['ageBand', 'generalEducation', 'profession', 'politicalTheory', 'occupation'].map((by) => sorted(by))],
  },
  { number: '2B', base: 'admitted', columns: ['total', 'women'], sections: [all, groups, sorted('religion')] },
  {
    number: '3', base: 'stand', columns: ['total', 'women', 'ethnicMinority', 'probationary'],
    sections: [all, sorted('status', [row('full'), row('probationary'), row('exempt')]), sexes, ...['ethnicity', 'religion', 'ageBand', 'partyAgeBand', 'generalEducation', 'politicalTheory'].map((by) => sorted(by))],
  },
  { number: '4', base: 'stand', columns: ['total', 'women', 'probationary'], sections: [all, groups, sorted('religion')] },
  {
    number: '5', base: 'organisations', columns: ['total', 'grassrootsCommittee', 'grassrootsCell', 'section', 'cell'],
    sections: [all, sorted('area'), sorted('size')],
  },
  {
    number: '7', base: 'acts', columns: ['total', 'women', 'ethnicMinority'],
    sections: [
      part('transfers', 'act', ['introduced', 'introducedForATime', 'received', 'receivedForATime'].map(row)),
      part('cards', 'act', ['cardsIssued', 'cardsReissued'].map(row)),
      part('badges', 'act', [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90].map((years) => row(`badge${years}`))),
      part('exemptions', 'act', ['exempted', 'returned', 'exempt'].map(row)),
      part('removals', 'act', ['struckOff', 'left'].map(row)),
      part('discipline', 'act', [...['reprimand', 'warning', 'removalFromOffice', 'expulsion'].map((measure) => row(`discipline:${measure}`)), row('suspended')]),
    ],
  },
  {
    number: '9', base: 'committee', columns: ['total', 'women', 'ethnicMinority', 'atSuperior', 'atGrassroots', 'atSection', 'atCell'],
    sections: [all, sorted('position', ['BT', 'PBT_TT', 'PBT', 'UV_BTV', 'UV_BCH', 'CHI_UV'].map(row)), sexes, ...['ageBand', 'ethnicity', 'generalEducation', 'profession', 'politicalTheory'].map((by) => sorted(by))],
  },
]

/** The form of a table. One form of each is known, whatever the day. */
export const tableForm = (number: OfficialTable): TableForm => forms.find((form) => form.number === number)!

/** Every form, in the order of the numbers. */
export const tableForms = forms

/** Positions that make a member of a committee, the highest first. */
export const committeePositions = ['BT', 'PBT_TT', 'PBT', 'UV_BTV', 'UV_BCH', 'CHI_UV'] as const
