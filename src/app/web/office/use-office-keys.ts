import { useEffect, type RefObject } from 'react'
import { isTyping, useAddress, usePlace } from '../../../platform/ui-kit/index.ts'

const SECOND_KEY_WITHIN_MS = 1500

/** `/` and Ctrl+K go to the search box, the latter also from another field; `g` then `v` to Việc cần làm. */
export function useOfficeKeys(search: RefObject<HTMLInputElement | null>) {
  const place = usePlace()
  const address = useAddress()
  useEffect(() => {
    let pressedG = 0
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault()
        search.current?.focus()
        search.current?.select()
      }
      if (isTyping(event)) return
      if (event.key === '/') {
        event.preventDefault()
        search.current?.focus()
      }
      if (event.key === 'v' && event.timeStamp - pressedG < SECOND_KEY_WITHIN_MS) place.go(address('work'))
      pressedG = event.key === 'g' ? event.timeStamp : 0
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [place, address, search])
}
