import { lazy, Suspense, useState, type FormEvent } from 'react'
import type { SearchBoxProps } from './search-box-types.ts'

const AriaSearchBox = lazy(() => import('../aria/search-box.tsx'))

/** The field alone, until the list of finds has been fetched. */
function PlainSearchBox({ label, inputRef, onSubmit }: SearchBoxProps) {
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) onSubmit(text.trim())
  }
  return (
    <form onSubmit={submit}>
      <input ref={inputRef} type="text" autoComplete="off" className="input" aria-label={label} placeholder={label} value={text} onChange={(event) => setText(event.target.value)} />
    </form>
  )
}

/** Type to find anything: finds in groups under the field; arrows, Enter, Escape. The heavy part is fetched after the page is shown. */
export function SearchBox(props: SearchBoxProps) {
  return (
    <Suspense fallback={<PlainSearchBox {...props} />}>
      <AriaSearchBox {...props} />
    </Suspense>
  )
}
