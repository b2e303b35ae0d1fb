import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { say } from './say.ts'
import { StatusIcon } from './status-mark.tsx'

export type FieldError = { readonly field: string; readonly text: string }

/** The errors as their fields stand on the page; those without a field there come last, in the order in which they came. */
function asOnPage(errors: readonly FieldError[], idPrefix: string): readonly FieldError[] {
  const places = new Map(errors.map(({ field }) => [field, document.getElementById(`${idPrefix}${field}`)]))
  return errors.toSorted((a, b) => {
    const [first, second] = [places.get(a.field), places.get(b.field)]
    if (!first || !second || first === second) return Number(!first) - Number(!second)
    return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  })
}

/** What has to be mended, on top of the form, each line a link to its field, in the order of the fields. Takes the focus when it changes. */
export function ErrorSummary({ errors, idPrefix = '' }: { errors: readonly FieldError[]; idPrefix?: string }) {
  const box = useRef<HTMLDivElement>(null)
  const words = errors.map((error) => error.text).join('\n')
  const [ordered, setOrdered] = useState(errors)
  // Where the fields stand is known once they are drawn; this is before anything is seen.
  useLayoutEffect(() => setOrdered(asOnPage(errors, idPrefix)), [words, idPrefix])
  useEffect(() => box.current?.focus(), [words])
  return (
    <div className="refusal error-summary" role="alert" tabIndex={-1} ref={box}>
      <p className="refusal-what">
        <StatusIcon shape="late" />
        {say('ui.error.summary', { n: errors.length })}
      </p>
      <ul>
        {ordered.map((error, i) => (
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
