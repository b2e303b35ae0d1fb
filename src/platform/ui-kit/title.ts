import { useEffect } from 'react'
import { dayText, momentText } from './format.ts'
import { useDesk } from './kit.tsx'
import { say } from './say.ts'

let pageTitle = ''
let formsWithErrors = 0

function write() {
  document.title = formsWithErrors > 0 ? say('ui.error.title', { title: pageTitle }) : pageTitle
}

/** Sets the title of the browser tab: *page – organisation – Đảng vụ*, with the day and the moment when the past is viewed. */
export function useTitle(title: string) {
  const { organisation, asOf, knownAt } = useDesk()
  useEffect(() => {
    const seen = [asOf && say('ui.asOf.title', { day: dayText(asOf) }), knownAt && say('ui.asOf.known', { moment: momentText(knownAt) })].filter(Boolean).join(', ')
    const page = seen ? `${title} (${seen})` : title
    pageTitle = [page, organisation, say('ui.product')].filter(Boolean).join(' – ')
    write()
  }, [title, organisation, asOf, knownAt])
}

/** “Lỗi: ” before the title of the tab while a form has errors. */
export function useErrorTitle(hasErrors: boolean) {
  useEffect(() => {
    if (!hasErrors) return
    formsWithErrors++
    write()
    return () => {
      formsWithErrors--
      write()
    }
  }, [hasErrors])
}
