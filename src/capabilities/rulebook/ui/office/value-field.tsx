import { Checkbox, FieldGroup, NumberField, RadioRow, Select } from '../../../../platform/ui-kit/index.ts'
import { units, valueWords, type Shape } from '../../../../regulations/index.ts'
import { word } from '../words.vi.ts'

/** What is typed of a value, whatever its shape. */
export type ValueDraft = { number?: number | undefined; denominator?: number | undefined; reach: string; choice: string; choices: readonly string[] }
export const emptyValue: ValueDraft = { reach: 'atLeast', choice: '', choices: [] }

/** The value as the rule holds it; `undefined` while it is not complete. */
export function valueOf(shape: Shape, draft: ValueDraft): unknown {
  switch (shape.kind) {
    case 'number': return draft.number
    case 'yesNo': return draft.choice ? draft.choice === 'yes' : undefined
    case 'share': return draft.number && draft.denominator ? { share: { numerator: draft.number, denominator: draft.denominator }, reach: draft.reach } : undefined
    case 'choice': return draft.choice || undefined
    case 'choices': return draft.choices.length ? draft.choices : undefined
    case 'structure': return undefined
  }
}

const named = (value: string) => ({ value, label: valueWords[value] ?? value })

type Props = { shape: Shape; draft: ValueDraft; onChange: (draft: ValueDraft) => void; unit: string | null }

/** Asks for a value in the shape of its rule. */
export function ValueField({ shape, draft, onChange, unit }: Props) {
  const label = word('overrideValue')
  const set = (change: Partial<ValueDraft>) => onChange({ ...draft, ...change })
  switch (shape.kind) {
    case 'number':
      return <NumberField name="value" label={label} value={draft.number} onChange={(number) => set({ number })} {...(unit ? { unit: (units as Readonly<Record<string, string>>)[unit] ?? unit } : {})} />
    case 'yesNo':
      return <RadioRow name="value" label={label} value={draft.choice} onChange={(choice) => set({ choice })} choices={[{ value: 'yes', label: word('yes') }, { value: 'no', label: word('no') }]} />
    case 'share':
      return (
        <FieldGroup legend={label} inline>
          <Select name="reach" label={word('shareReach')} value={draft.reach} onChange={(reach) => set({ reach })} choices={[{ value: 'atLeast', label: word('shareAtLeast') }, { value: 'moreThan', label: word('shareMoreThan') }]} />
          <NumberField name="value" label={word('shareNumerator')} value={draft.number} onChange={(number) => set({ number })} />
          <NumberField name="denominator" label={word('shareDenominator')} value={draft.denominator} onChange={(denominator) => set({ denominator })} />
        </FieldGroup>
      )
    case 'choice':
      return <RadioRow name="value" label={label} stacked value={draft.choice} onChange={(choice) => set({ choice })} choices={shape.choices.map(named)} />
    case 'choices':
      return (
        <FieldGroup legend={label}>
          {shape.choices.map((choice, i) => (
            <Checkbox key={choice} name={i === 0 ? 'value' : choice} label={named(choice).label} checked={draft.choices.includes(choice)}
              onChange={(checked) => set({ choices: checked ? [...draft.choices, choice] : draft.choices.filter((one) => one !== choice) })} />
          ))}
        </FieldGroup>
      )
    case 'structure':
      return null
  }
}
