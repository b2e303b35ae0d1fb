import type { PlainDate } from '../../kernel/index.ts'
import { openableClasses, sheetFields, type Keeping, type SheetField } from './catalogue.ts'
import { sayValue } from './say.ts'
import { fieldNames } from './words.vi.ts'

/** An item of the sheet for rooms that show records side by side. `covered`: opened for a reason only. */
export type SheetItem = { readonly key: string; readonly label: string; readonly kept: Keeping; readonly covered: boolean; readonly say: (content: unknown, on: PlainDate) => string | null }

// Religious belief and ethnic origin are open to whoever may read the strictest class; the rooms above ask for that right.
const isCovered = ({ secrecy }: SheetField) => secrecy !== 'religion' && (openableClasses as readonly string[]).includes(secrecy)

/** Every single-valued item, in the order of the form. */
export const sheetItems: readonly SheetItem[] = sheetFields.map((field: SheetField) => ({
  key: field.key, label: fieldNames[field.key as keyof typeof fieldNames], kept: field.kept, covered: isCovered(field), say: (content, on) => sayValue(field, content, on),
}))
