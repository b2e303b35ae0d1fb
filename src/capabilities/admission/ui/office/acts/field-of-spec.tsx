import type { PlainDate } from '../../../../../kernel/index.ts'
import { Checkbox, ComboBox, DayField, NumberField, RadioRow, Select, TextArea, TextField, type ComboItem } from '../../../../../platform/ui-kit/index.ts'
import type { FieldSpec, FieldValue } from './field-specs.ts'

/** The control of one question. */
export function FieldOfSpec({ spec, value, onChange }: { spec: FieldSpec; value: FieldValue; onChange: (value: FieldValue) => void }) {
  const shared = { name: spec.name, label: spec.label, ...(spec.hint ? { hint: spec.hint } : {}), ...(spec.optional ? { optional: true } : {}) }
  const text = typeof value === 'string' ? value : ''
  switch (spec.kind) {
    case 'day': return <DayField {...shared} value={(text || undefined) as PlainDate | undefined} onChange={(day) => onChange(day)} />
    case 'line': return <TextField {...shared} value={text} onChange={onChange} maxLength={200} />
    case 'text': return <TextArea {...shared} value={text} onChange={onChange} maxLength={2000} />
    case 'number': return <NumberField {...shared} value={typeof value === 'number' ? value : undefined} onChange={onChange} />
    case 'yesNo': return <Checkbox {...shared} checked={value === true} onChange={onChange} />
    case 'choice': return <RadioRow {...shared} stacked value={text} choices={spec.choices} onChange={onChange} />
    case 'select': return <Select {...shared} value={text} choices={spec.choices} onChange={onChange} />
    case 'search': return <ComboBox {...shared} value={typeof value === 'object' ? (value as ComboItem) : undefined} onChange={onChange} search={spec.search} />
  }
}
