import { useEffect } from 'react'
import { dayText } from './format.ts'
import { useDesk } from './kit.tsx'
import { say } from './say.ts'

let pageTitle = ''
let formsWithErrors = 0

function write() {
  document.title = formsWithErrors > 0 ? say('ui.error.title', { title: pageTitle }) : pageTitle
}

/** Sets the title of the browser tab: *page – organisation – Đảng vụ*, with the day when a past day is viewed. */
export function useTitle(title: string) {
  const { organisation, asOf } = useDesk()
  useEffect(() => {
    const page = asOf ? `${title} (${say('ui.asOf.title', { day: dayText(asOf) })})` : title
    pageTitle = [page, organisation, say('ui.product')].filter(Boolean).join(' – ')
    write()
  }, [title, organisation, asOf])
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
