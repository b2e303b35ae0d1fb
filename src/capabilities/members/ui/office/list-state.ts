import { formatDay, isPlainDate, type PlainDate } from '../../../../kernel/index.ts'
import type { Filter, FilterChoice, Sort } from '../../../../platform/ui-kit/index.ts'
import { overlayNames, sexNames, statusNames } from '../../messages.vi.ts'
import type { ListInput } from '../client.ts'
import { commonEthnicities, word } from '../words.vi.ts'

/** What the list shows, as it stands in the address. Ranges are written `30-39`, `60-`, `-29`; days `2018-01-01..2018-06-30`. */
export const emptyState = {
  tim: '', 'to-chuc': '', 'trang-thai': '', 'gioi-tinh': '', 'dan-toc': '', tuoi: '', 'tuoi-dang': '', 'ket-nap': '', 'di-xa': '', xep: '', trang: '1',
}
export type ListState = typeof emptyState

const BANDS = { tuoi: ['-29', '30-39', '40-49', '50-59', '60-'], 'tuoi-dang': ['-9', '10-19', '20-29', '30-39', '40-49', '50-'] } as const

type Range = { from?: number; to?: number }

function rangeOf(text: string): Range {
  const match = /^(\d{0,3})-(\d{0,3})$/.exec(text)
  return { ...(match?.[1] && { from: Number(match[1]) }), ...(match?.[2] && { to: Number(match[2]) }) }
}

function rangeWords(text: string): string {
  const { from, to } = rangeOf(text)
  if (from === undefined) return to === undefined ? text : word('upTo', { to })
  return to === undefined ? word('andMore', { from }) : word('fromTo', { from, to })
}

function daysOf(text: string): { from?: PlainDate; to?: PlainDate } {
  const [from, to] = text.split('..')
  return { ...(from && isPlainDate(from) && { from }), ...(to && isPlainDate(to) && { to }) }
}

function daysWords(text: string): string {
  const { from, to } = daysOf(text)
  if (!from) return to ? word('upTo', { to: formatDay(to) }) : text
  return to ? word('between', { from: formatDay(from), to: formatDay(to) }) : word('andMore', { from: formatDay(from) })
}

const sorts = { 'nam-sinh': 'birth', 'vao-dang': 'admission' } as const

/** The heading that sorts the list: `nam-sinh`, or `nam-sinh-giam` the other way round. */
export function sortOf(state: ListState): Sort {
  const descending = state.xep.endsWith('-giam')
  const slug = known(sorts, state.xep.replace('-giam', ''))
  return { by: slug ? sorts[slug] : 'name', descending }
}

export function slugOfSort({ by, descending }: Sort): string {
  const slug = Object.entries(sorts).find(([, name]) => name === by)?.[0] ?? 'ten'
  return slug === 'ten' && !descending ? '' : `${slug}${descending ? '-giam' : ''}`
}

const known = <T extends string>(names: Readonly<Record<T, string>>, text: string): T | undefined => (Object.hasOwn(names, text) ? (text as T) : undefined)
const statusChoices = { ...statusNames, confirmed: word('allConfirmed') }

/** The question that the address asks. What it does not understand is left out. */
export function inputOf(state: ListState): Omit<ListInput, 'page' | 'size'> {
  const [age, years, days, sort] = [rangeOf(state.tuoi), rangeOf(state['tuoi-dang']), daysOf(state['ket-nap']), sortOf(state)]
  const status = known(statusChoices, state['trang-thai'])
  const sex = known(sexNames, state['gioi-tinh'])
  const overlay = known(overlayNames, state['di-xa'])
  return {
    ...(state['to-chuc'] && { organisationId: state['to-chuc'] }), ...(status && { status }), ...(sex && { sex }), ...(overlay && { overlay }),
    ...(state['dan-toc'] && { ethnicity: state['dan-toc'] }), ...(state.tim && { search: state.tim }),
    ...(age.from !== undefined && { ageFrom: age.from }), ...(age.to !== undefined && { ageTo: age.to }),
    ...(years.from !== undefined && { membershipYearsFrom: years.from }), ...(years.to !== undefined && { membershipYearsTo: years.to }),
    ...(days.from && { decidedFrom: days.from }), ...(days.to && { decidedTo: days.to }),
    sort: sort.by as 'name' | 'birth' | 'admission', descending: sort.descending,
  }
}

const choicesOf = (names: Readonly<Record<string, string>>): FilterChoice[] => Object.entries(names).map(([value, label]) => ({ value, label }))

/** A list of choices that also names a value it does not offer, when another page asked for it. */
const withAsked = (choices: readonly FilterChoice[], asked: string, label: (value: string) => string): FilterChoice[] =>
  !asked || choices.some((choice) => choice.value === asked) ? [...choices] : [...choices, { value: asked, label: label(asked) }]

function yearChoices(today: PlainDate): FilterChoice[] {
  const year = Number(today.slice(0, 4))
  return [year, year - 1, year - 2].map((each) => ({ value: `${each}-01-01..${each}-12-31`, label: word('thisYear', { year: String(each) }) }))
}

/** The filters in words. Whoever may not read the strictest class of data has no filter by it. */
export function filtersOf(state: ListState, places: readonly FilterChoice[], { today, seesEthnicity }: { today: PlainDate; seesEthnicity: boolean }): Filter[] {
  const list = (name: keyof ListState, label: string, choices: readonly FilterChoice[], asked: (value: string) => string = (value) => value): Filter =>
    ({ kind: 'list', name, label, value: state[name], choices: withAsked(choices, state[name], asked) })
  const bands = (name: keyof typeof BANDS) => BANDS[name].map((value) => ({ value, label: rangeWords(value) }))
  const ethnicities = [{ value: 'minority', label: word('minority') }, ...commonEthnicities.map((value) => ({ value, label: value }))]
  return [
    { kind: 'text', name: 'tim', label: word('filterSearch'), value: state.tim, hint: word('filterSearchHint') },
    list('to-chuc', word('filterPlace'), places),
    list('trang-thai', word('filterStatus'), choicesOf(statusChoices)),
    list('gioi-tinh', word('filterSex'), choicesOf(sexNames)),
    ...(seesEthnicity ? [list('dan-toc', word('filterEthnicity'), ethnicities)] : []),
    list('tuoi', word('filterAge'), bands('tuoi'), rangeWords),
    list('tuoi-dang', word('filterYears'), bands('tuoi-dang'), rangeWords),
    list('ket-nap', word('filterDecided'), yearChoices(today), daysWords),
    list('di-xa', word('filterOverlay'), choicesOf({ away: overlayNames.away, temporaryElsewhere: overlayNames.temporaryElsewhere, temporaryHere: overlayNames.temporaryHere })),
  ]
}
