import { useId, type ReactNode } from 'react'
import { useField } from '../form.tsx'
import { say } from '../say.ts'
import { Field, FieldErrorText, type FieldProps } from './field.tsx'

export type Choice = { readonly value: string; readonly label: string; readonly hint?: ReactNode }

type ChoiceProps = FieldProps & { value: string; choices: readonly Choice[]; onChange: (value: string) => void }

/** One of a list, native. Nothing is chosen beforehand unless `value` says so. */
export function Select(props: ChoiceProps & { emptyLabel?: string }) {
  return (
    <Field {...props}>
      {(control) => (
        <select {...control} className="input" value={props.value} onChange={(event) => props.onChange(event.target.value)}>
          <option value="">{props.emptyLabel ?? say('ui.select.choose')}</option>
          {props.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** A few words to choose one from, all in sight. */
export function RadioRow(props: ChoiceProps & { stacked?: boolean }) {
  const { id, error } = useField(props.name, props.error)
  const group = useId()
  const described = [props.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset className={error ? 'field field-wrong radio-row' : 'field radio-row'} aria-describedby={described || undefined}>
      <legend>
        {props.label}
        {props.optional && <span className="optional"> {say('ui.optional')}</span>}
      </legend>
      {props.hint && <span className="hint" id={`${id}-hint`}>{props.hint}</span>}
      {error && <FieldErrorText id={`${id}-error`} text={error} />}
      <span className={props.stacked ? 'choices choices-stacked' : 'choices'}>
        {props.choices.map((choice, i) => (
          <label key={choice.value} className="choice">
            <input type="radio" id={i === 0 ? id : undefined} name={group} value={choice.value} checked={props.value === choice.value} onChange={() => props.onChange(choice.value)} />
            <span>
              {choice.label}
              {choice.hint && <span className="hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </span>
    </fieldset>
  )
}

/** One thing that is so or is not. */
export function Checkbox(props: { name: string; label: ReactNode; hint?: ReactNode; checked: boolean; onChange: (checked: boolean) => void; error?: string }) {
  const { id, error } = useField(props.name, props.error)
  return (
    <span className={error ? 'field field-wrong' : 'field'}>
      {error && <FieldErrorText id={`${id}-error`} text={error} />}
      <label className="choice" htmlFor={id}>
        <input type="checkbox" className="checkbox" id={id} name={props.name} checked={props.checked} aria-invalid={error ? true : undefined} aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => props.onChange(event.target.checked)} />
        <span>
          {props.label}
          {props.hint && <span className="hint">{props.hint}</span>}
        </span>
      </label>
    </span>
  )
}
