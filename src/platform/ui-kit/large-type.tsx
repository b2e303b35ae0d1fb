import { useEffect, useState } from 'react'
import { say } from './say.ts'

const KEPT_AS = 'dangvu.large-type'

/** Whether large type is on, kept in this browser. The switch is a word, and sizes grow by a quarter. */
export function useLargeType(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => {
    try {
      return localStorage.getItem(KEPT_AS) === '1'
    } catch {
      return false
    }
  })
  useEffect(() => {
    if (on) document.documentElement.dataset['type'] = 'large'
    else delete document.documentElement.dataset['type']
    try {
      localStorage.setItem(KEPT_AS, on ? '1' : '0')
    } catch {
      // A browser that keeps nothing still shows large type until the page is closed.
    }
  }, [on])
  return [on, setOn]
}

export function LargeTypeToggle() {
  const [on, setOn] = useLargeType()
  return (
    <button type="button" className="button button-quiet" onClick={() => setOn(!on)}>
      {on ? say('ui.normalType') : say('ui.largeType')}
    </button>
  )
}
