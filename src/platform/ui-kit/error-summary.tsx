import { useEffect, useRef } from 'react'
import { say } from './say.ts'
import { StatusIcon } from './status-mark.tsx'

export type FieldError = { readonly field: string; readonly text: string }

/** What has to be mended, on top of the form, each line a link to its field. Takes the focus when it changes. */
export function ErrorSummary({ errors, idPrefix = '' }: { errors: readonly FieldError[]; idPrefix?: string }) {
  const box = useRef<HTMLDivElement>(null)
  const words = errors.map((error) => error.text).join('\n')
  useEffect(() => box.current?.focus(), [words])
  return (
    <div className="refusal error-summary" role="alert" tabIndex={-1} ref={box}>
      <p className="refusal-what">
        <StatusIcon shape="late" />
        {say('ui.error.summary', { n: errors.length })}
      </p>
      <ul>
        {errors.map((error, i) => (
          <li key={i}>
            <a
              href={`#${idPrefix}${error.field}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(`${idPrefix}${error.field}`)?.focus()
              }}
            >
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
