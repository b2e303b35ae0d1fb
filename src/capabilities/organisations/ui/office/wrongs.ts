import { say, type FieldError } from '../../../../platform/ui-kit/index.ts'

/** The fields that are still empty, each named as on the form. */
export const missing = (fields: readonly (readonly [field: string, label: string, value: unknown])[]): FieldError[] =>
  fields.filter(([, , value]) => value === undefined || value === '' || (typeof value === 'string' && value.trim() === '')).map(([field, label]) => ({ field, text: say('ui.fieldMissing', { field: label }) }))
