import { useEffect, useRef } from 'react'
import { usePlace } from './kit.tsx'

/** True while letters belong to a field and not to the page. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement
  const takesLetters = target.matches('input:not([type=checkbox], [type=radio]), textarea, select') || target.isContentEditable
  return takesLetters || event.ctrlKey || event.metaKey || event.altKey
}

/** The table that the keys belong to: the one with the focus, else the first whose rows open something. */
function listeningTable(): Element | null {
  const focused = document.activeElement?.closest('table.data-table')
  return focused ?? document.querySelector('tr[data-href]')?.closest('table') ?? document.querySelector('table.data-table')
}

/** `j` and `k` move from row to row, `Enter` opens the row one stands on. One table of a page listens. */
export function useRowKeys() {
  const table = useRef<HTMLTableElement>(null)
  const place = usePlace()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event) || listeningTable() !== table.current) return
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
