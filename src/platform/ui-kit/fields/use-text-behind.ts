import { useState } from 'react'

/**
 * The typed text behind a value that is read from it. The text stays as typed while it means the value, and follows the
 * value when that is changed from outside.
 */
export function useTextBehind(written: string, means: (text: string) => boolean): [string, (text: string) => void] {
  const [text, setText] = useState(written)
  const [seen, setSeen] = useState(written)
  if (seen !== written) {
    setSeen(written)
    if (!means(text)) setText(written)
  }
  return [text, setText]
}
