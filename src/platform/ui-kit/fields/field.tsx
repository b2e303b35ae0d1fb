import type { ReactNode } from 'react'
import { useField } from '../form.tsx'
import { say } from '../say.ts'
import { StatusIcon } from '../status-mark.tsx'

export type FieldProps = {
  /** Name of the field in the contract; errors find it by this name. */
  name: string
  label: string
  hint?: ReactNode
  error?: string | undefined
  /** Why what was typed stands for no value: the form is not sent, also when the field was not left. */
  unread?: string | undefined
  /** Says “(không bắt buộc)” after the label. */
  optional?: boolean
  /** The label is read, not seen: only where the words beside it say the same. */
  hideLabel?: boolean
  /** Words after the control: a unit. */
  unit?: string
}

export type ControlProps = { id: string; name: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined; 'aria-required': true | undefined }

/** Label above, hint under the label, error above the control with the same words as in the summary. */
export function Field(props: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { id, error } = useField(props.name, props.error, props.unread)
  const described = [props.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id} className={props.hideLabel ? 'visually-hidden' : undefined}>
        {props.label}
        {props.optional && <span className="optional"> {say('ui.optional')}</span>}
      </label>
      {props.hint && (
        <span className="hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      )}
      {error && <FieldErrorText id={`${id}-error`} text={error} />}
      <span className="control">
        {props.children({
          id,
          name: props.name,
          'aria-describedby': described || undefined,
          'aria-invalid': error ? true : undefined,
          'aria-required': props.optional ? undefined : true,
        })}
        {props.unit && <span className="unit">{props.unit}</span>}
      </span>
    </div>
  )
}

export function FieldErrorText({ id, text }: { id: string; text: string }) {
  return (
    <span className="field-error" id={id}>
      <StatusIcon shape="late" />
      {text}
    </span>
  )
}
