import { useId, type ReactNode } from 'react'

export type BigChoiceOption = { readonly value: string; readonly label: string; readonly tone?: 'calm' | 'strong' }

/** Two or three large words, one chosen. The chosen one carries ✓; `calm` (the usual answer) is green, the others dark. */
export function BigChoice(props: { label: string; showLabel?: boolean; note?: ReactNode; value: string | undefined; options: readonly BigChoiceOption[]; onChange: (value: string) => void; stacked?: boolean }) {
  const name = useId()
  return (
    <fieldset className={props.stacked ? 'big-choice big-choice-stacked' : 'big-choice'}>
      <legend className={props.showLabel === false ? 'visually-hidden' : undefined}>{props.label}</legend>
      {props.note && <p className="pocket-note">{props.note}</p>}
      <div className="big-choice-options">
        {props.options.map((option) => (
          <label key={option.value} className={`big-option big-option-${option.tone ?? 'strong'}`}>
            <input type="radio" name={name} value={option.value} checked={props.value === option.value} onChange={() => props.onChange(option.value)} />
            <span>
              {props.value === option.value && <span aria-hidden="true">✓ </span>}
              {option.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
