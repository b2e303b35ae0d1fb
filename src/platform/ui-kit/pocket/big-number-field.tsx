import { useField } from '../form.tsx'
import { FieldErrorText } from '../fields/field.tsx'
import { say } from '../say.ts'

/** A number with − and +, 36 px: votes, people. Never below `min`. */
export function BigNumberField(props: { name: string; label: string; value: number; onChange: (value: number) => void; min?: number; max?: number; error?: string }) {
  const { id, error } = useField(props.name, props.error)
  const { min = 0, max = 9999 } = props
  const set = (value: number) => props.onChange(Math.min(max, Math.max(min, value)))
  return (
    <div className={error ? 'big-number field-wrong' : 'big-number'}>
      {error && <FieldErrorText id={`${id}-error`} text={error} />}
      <label htmlFor={id}>{props.label}</label>
      <span className="big-number-control">
        <button type="button" className="big-step" aria-label={say('m.fewer', { label: props.label })} onClick={() => set(props.value - 1)}>
          −
        </button>
        <input id={id} name={props.name} className="big-input" type="text" inputMode="numeric" autoComplete="off" value={props.value} aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined} onFocus={(event) => event.target.select()}
          onChange={(event) => set(Number(event.target.value.replace(/\D/g, '') || min))} />
        <button type="button" className="big-step" aria-label={say('m.more', { label: props.label })} onClick={() => set(props.value + 1)}>
          +
        </button>
      </span>
    </div>
  )
}
