import { useEffect, useRef } from 'react'
import { usePlace } from './kit.tsx'

/** True while letters belong to a field and not to the page. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement
  const takesLetters = target.matches('input:not([type=checkbox], [type=radio]), textarea, select') || target.isContentEditable
  return takesLetters || event.ctrlKey || event.metaKey || event.altKey
}

/** `j` and `k` move from row to row, `Enter` opens the row one stands on. Only the first table of a page listens. */
export function useRowKeys() {
  const table = useRef<HTMLTableElement>(null)
  const place = usePlace()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || document.querySelector('table.data-table') !== table.current) return
      const rows = [...(table.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])]
      const at = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement))
      if (event.key === 'j' || event.key === 'k') {
        const row = rows[Math.min(rows.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)))]
        if (!row) return
        row.tabIndex = -1
        row.focus()
        row.scrollIntoView({ block: 'nearest' })
        event.preventDefault()
      }
      const href = rows[at]?.dataset['href']
      if (event.key === 'Enter' && href && document.activeElement === rows[at]) place.go(href)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [place])
  return table
}
