import { useState } from 'react'
import { say } from '../say.ts'
import { useTextBehind } from './use-text-behind.ts'
import { Field, type FieldProps } from './field.tsx'

const readWhole = (text: string): number | undefined => {
  const digits = text.trim().replace(/\.(?=\d{3}(\D|$))/g, '')
  return /^\d+$/.test(digits) ? Number(digits) : undefined
}

/** A whole number, typed; `9.863` is read as nine thousand. `undefined` while nothing or no number is typed. */
export function NumberField(props: FieldProps & { value: number | undefined; onChange: (value: number | undefined) => void; large?: boolean }) {
  const [text, setText] = useTextBehind(props.value === undefined ? '' : String(props.value), (typed) => readWhole(typed) === props.value)
  const [left, setLeft] = useState(false)
  const unread = text.trim() !== '' && readWhole(text) === undefined ? say('ui.number.wrong', { text }) : undefined
  return (
    <Field {...props} unread={unread} error={(left && unread) || props.error}>
      {(control) => (
        <input {...control} className={props.large ? 'input input-number input-large' : 'input input-number'} type="text" inputMode="numeric" autoComplete="off" value={text}
          onChange={(event) => {
            setText(event.target.value)
            props.onChange(readWhole(event.target.value))
          }}
          onBlur={() => setLeft(true)} onFocus={() => setLeft(false)} />
      )}
    </Field>
  )
}
