import { useState } from 'react'
import { say } from '../say.ts'
import { Field, type FieldProps } from './field.tsx'

type TextProps = FieldProps & { value: string; onChange: (value: string) => void; maxLength?: number; onBlur?: () => void }

/** One line of text. `width` in letters when the length is known (a number of a paper). */
export function TextField(props: TextProps & { width?: number; autoComplete?: string; inputMode?: 'text' | 'numeric' | 'tel' }) {
  return (
    <Field {...props}>
      {(control) => (
        <input {...control} className="input" type="text" value={props.value} maxLength={props.maxLength} autoComplete={props.autoComplete ?? 'off'} inputMode={props.inputMode}
          style={props.width ? { maxWidth: `calc(${props.width}ch + 24px)` } : undefined} onChange={(event) => props.onChange(event.target.value)} onBlur={props.onBlur} />
      )}
    </Field>
  )
}

/** Several lines of text. */
export function TextArea(props: TextProps & { rows?: number }) {
  return (
    <Field {...props}>
      {(control) => <textarea {...control} className="input" rows={props.rows ?? 4} value={props.value} maxLength={props.maxLength} onChange={(event) => props.onChange(event.target.value)} onBlur={props.onBlur} />}
    </Field>
  )
}

/** A password with the worded switch “Hiện mật khẩu”. */
export function PasswordField(props: TextProps & { autoComplete: 'current-password' | 'new-password' }) {
  const [seen, setSeen] = useState(false)
  return (
    <Field {...props}>
      {(control) => (
        <>
          <input {...control} className="input" type={seen ? 'text' : 'password'} value={props.value} autoComplete={props.autoComplete} spellCheck={false} autoCapitalize="none" onChange={(event) => props.onChange(event.target.value)} />
          <button type="button" className="button button-quiet" aria-pressed={seen} onClick={() => setSeen(!seen)}>
            {seen ? say('ui.password.hide') : say('ui.password.show')}
          </button>
        </>
      )}
    </Field>
  )
}
