import { useEffect, useState } from 'react'
import { useDesk } from './kit.tsx'
import { dayText, momentText } from './format.ts'
import { say } from './say.ts'

/** Moment of printing, taken when the print begins. */
function usePrintedAt(): string {
  const [printedAt, setPrintedAt] = useState(() => new Date().toISOString())
  useEffect(() => {
    const take = () => setPrintedAt(new Date().toISOString())
    window.addEventListener('beforeprint', take)
    return () => window.removeEventListener('beforeprint', take)
  }, [])
  return printedAt
}

/** Head of every printed page: organisation, title, day, filter in words, who printed and when. Not seen on the screen. */
export function PrintHead({ title, filter }: { title: string; filter?: string | undefined }) {
  const desk = useDesk()
  const printedAt = usePrintedAt()
  const moment = momentText(desk.knownAt ?? printedAt)
  return (
    <div className="print-head" aria-hidden="true">
      <div className="print-organisation">{desk.organisation}</div>
      <div className="print-title">{title}</div>
      <div>{say('ui.print.asOf', { day: dayText(desk.asOf ?? desk.today), moment })}</div>
      {filter && <div>{say('ui.print.filter', { filter })}</div>}
      <div>
        {desk.person && `${say('ui.print.head', { person: desk.person, role: desk.role ?? '' })} · `}
        {momentText(printedAt)}
      </div>
    </div>
  )
}
