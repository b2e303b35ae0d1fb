import { units, valueWords } from './messages.vi.ts'
import type { DatedRule } from './dated.ts'
import type { Threshold } from './shapes.ts'

function words(value: unknown, unit: string): string {
  if (typeof value === 'number') return `${value} ${unit}`.trim()
  if (Array.isArray(value)) return value.map((one) => words(one, unit)).join('; ')
  if (typeof value === 'object' && value !== null) return structureWords(value as Record<string, unknown>, unit)
  return valueWords[String(value)] ?? String(value)
}

function structureWords(value: Record<string, unknown>, unit: string): string {
  if ('reach' in value) {
    const { share, reach } = value as unknown as Threshold
    return `${valueWords[reach]} ${share.numerator}/${share.denominator}`
  }
  return Object.entries(value).map(([name, part]) => `${valueWords[name] ?? name}: ${words(part, unit)}`).join('; ')
}

/** A rule's value in plain Vietnamese, with its unit: `60 ngày làm việc`, `ít nhất 2/3`. */
export function describeValue(rule: Pick<DatedRule<unknown>, 'unit'>, value: unknown): string {
  return words(value, rule.unit ? units[rule.unit] : '')
}
