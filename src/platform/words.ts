import { formatDay, isPlainDate, isUncertainDate, formatUncertainDate, type Facts } from '../kernel/index.ts'
import { unknownValue } from './unknown.vi.ts'

/** The three parts of a refusal: what is wrong, why (the clause is added by the program), what to do. */
export type RefusalWords = { readonly what: string; readonly why?: string; readonly todo?: string }
export type RefusalWordsByCode = Readonly<Record<string, RefusalWords>>

const spoken = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(spoken).join(', ')
  if (typeof value === 'number') return value.toLocaleString('vi-VN')
  if (typeof value === 'string' && isPlainDate(value)) return formatDay(value)
  if (typeof value === 'string' && value.length === 7 && isUncertainDate(value)) return formatUncertainDate(value)
  return String(value ?? unknownValue)
}

/** Fills `{name}` with the fact of that name, days and numbers written as people write them. */
export function fillIn(template: string, facts: Facts | Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in facts ? spoken((facts as Record<string, unknown>)[name]) : whole))
}
