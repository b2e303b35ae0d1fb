import { tableForms, type OfficialTable } from '../../regulations/index.ts'
import { balanceItems, decreases, increases, type BalanceItem, type CheckCode, type Trait } from './codes.ts'
import type { Figures } from './filled.ts'

export type Balance = Readonly<Record<BalanceItem, number>>

/** A line of table 1 from the counted ways; sums of the ways in and out are made here, never counted apart. */
export function balanceOf(counted: ReadonlyMap<string, number>): Balance {
  const of = (item: string) => counted.get(item) ?? 0
  const sum = (items: readonly string[]) => items.reduce((total, item) => total + of(item), 0)
  return { ...Object.fromEntries(balanceItems.map((item) => [item, of(item)])), increase: sum(increases), decrease: sum(decreases) } as Balance
}

export type Check = { readonly code: CheckCode; readonly holds: boolean; /** Where it does not hold: the organisation or trait, what was expected, what is there. */ readonly wrong: readonly { readonly where: string; readonly expected: number; readonly found: number }[] }

const check = (code: Check['code'], wrong: Check['wrong']): Check => ({ code, holds: wrong.length === 0, wrong })

/** Opening + increase − decrease = closing, line by line; and the closings of the parts make that of the whole. */
export function balanceChecks(whole: Balance, parts: readonly { readonly name: string; readonly balance: Balance }[], wholeName: string): Check[] {
  const wrongLine = (where: string, b: Balance) => { const expected = b.opening + b.increase - b.decrease; return expected === b.closing ? [] : [{ where, expected, found: b.closing }] }
  const sum = parts.reduce((total, { balance }) => total + balance.closing, 0)
  return [
    check('balances', [...wrongLine(wholeName, whole), ...parts.flatMap(({ name, balance }) => wrongLine(name, balance))]),
    check('partsAddUp', parts.length === 0 || sum === whole.closing ? [] : [{ where: wholeName, expected: whole.closing, found: sum }]),
  ]
}

/** The rows of each trait make the whole: nobody is in two rows, and who has nothing known has a row too. */
export function traitChecks(total: number, byTrait: ReadonlyMap<Trait, readonly { readonly members: number }[]>): Check[] {
  const wrong = [...byTrait].flatMap(([trait, rows]) => { const found = rows.reduce((sum, row) => sum + row.members, 0); return found === total ? [] : [{ where: trait, expected: total, found }] })
  return [check('traitsAddUp', wrong)]
}

/** Sections of a table that must make every line of it, and those that do not. */
function sectionsThatFail({ base, sections, columns }: (typeof tableForms)[number], figures: Figures): Check['wrong'] {
  return sections.filter(({ whole }) => whole).flatMap(({ by }) => columns.flatMap((column) => {
    const [expected, found] = [figures.of(base, 'all', ['all'], column), figures.of(base, by, figures.values(base, by), column)]
    return expected === found ? [] : [{ where: by, expected, found }]
  }))
}

/** Opening + ways in − ways out = closing, for everybody and for women. */
function columnsOffBalance(figures: Figures): Check['wrong'] {
  return ['total', 'women'].flatMap((column) => {
    const of = (...items: string[]) => figures.of('changes', 'item', items, column)
    const [expected, found] = [of('opening') + of(...increases) - of(...decreases), of('closing')]
    return expected === found ? [] : [{ where: column, expected, found }]
  })
}

const same = (code: CheckCode, where: string, expected: number, found: number) => check(code, expected === found ? [] : [{ where, expected, found }])

/** Whether a table adds up, and agrees with the other tables of its set. */
export function tableChecks(number: OfficialTable, figures: Figures): Check[] {
  const form = tableForms.find((each) => each.number === number)!
  const inSections = form.sections.some(({ whole }) => whole) ? [check('traitsAddUp', sectionsThatFail(form, figures))] : []
  const all = figures.of(form.base, 'all', ['all'], 'total')
  if (form.base === 'changes') return [check('balances', columnsOffBalance(figures))]
  if (form.base === 'admitted') return [...inSections, same('admittedMatch', number, figures.of('changes', 'item', ['admitted'], 'total'), all)]
  if (form.base === 'stand') return [...inSections, same('closingMatch', number, figures.of('changes', 'item', ['closing'], 'total'), all)]
  return inSections
}
