import { isPlainDate, type PlainDate } from '../../../../../kernel/index.ts'
import { say, type Choice, type ComboItem, type FieldError } from '../../../../../platform/ui-kit/index.ts'
import { word } from '../../words.vi.ts'

/** One question of a short form. Values stand in the form by `name`; the same names are those of the contract. */
export type FieldSpec = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
} & (
  | { readonly kind: 'day' | 'line' | 'text' | 'number' | 'yesNo' }
  | { readonly kind: 'choice' | 'select'; readonly choices: readonly Choice[] }
  | { readonly kind: 'search'; readonly search: (text: string, signal: AbortSignal) => Promise<readonly ComboItem[]> }
)

export type FieldValue = string | number | boolean | ComboItem | undefined
export type FieldValues = Readonly<Record<string, FieldValue>>

const isEmpty = (value: FieldValue): boolean => value === undefined || value === '' || (typeof value === 'string' && value.trim() === '')

/** What is not filled in and must be. */
export function missingFields(fields: readonly FieldSpec[], values: FieldValues): FieldError[] {
  return fields.filter((field) => !field.optional && field.kind !== 'yesNo' && isEmpty(values[field.name])).map((field) => {
    const chosen = field.kind === 'choice' || field.kind === 'select' || field.kind === 'search'
    return { field: field.name, text: chosen ? word('mustChoose', { field: field.label }) : say('ui.fieldMissing', { field: field.label }) }
  })
}

const readers = {
  day: (value: FieldValue) => (typeof value === 'string' && isPlainDate(value) ? (value as PlainDate) : undefined),
  text: (value: FieldValue) => (typeof value === 'string' && value.trim() ? value.trim() : undefined),
  number: (value: FieldValue) => (typeof value === 'number' ? value : undefined),
  chosen: (value: FieldValue) => (typeof value === 'object' ? value.id : undefined),
}

/** Reads values of a form by the sort that the contract wants; empty ones are `undefined`. */
export const valueReader = (values: FieldValues) => ({
  day: (name: string) => readers.day(values[name]),
  text: (name: string) => readers.text(values[name]),
  number: (name: string) => readers.number(values[name]),
  chosen: (name: string) => readers.chosen(values[name]),
  yes: (name: string) => values[name] === true,
})

export type ValueReader = ReturnType<typeof valueReader>
