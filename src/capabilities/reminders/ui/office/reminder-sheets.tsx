import { useEffect, useRef } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { Button, dayText, dueText, say, useDesk, useTitle } from '../../../../platform/ui-kit/index.ts'
import { kindNames } from '../../messages.vi.ts'
import type { Sheets } from '../client.ts'
import { dueOf, subjectName } from '../work-row.ts'
import { word } from '../words.vi.ts'

type SheetOfCell = Sheets['sheets'][number]
const LINES_FOR_REPLY = [1, 2, 3, 4]

function Sheet({ sheet, printedOn }: { sheet: SheetOfCell; printedOn: PlainDate }) {
  const { organisation, person, role } = useDesk()
  const place = sheet.organisationName
  return (
    <section className="sheet" aria-label={word('sheetTitle', { place })}>
      <p className="sheet-from"><strong>{organisation}</strong><span>{word('sheetDay', { day: dayText(printedOn) })}</span></p>
      <h2>{word('sheetTitle', { place })}</h2>
      <p>{sheet.aboveName ? word('sheetAbove', { place, above: sheet.aboveName }) : word('sheetTo', { place })}</p>
      <table>
        <caption className="visually-hidden">{word('sheetCaption', { place })}</caption>
        <thead>
          <tr><th scope="col">{word('columnDue')}</th><th scope="col">{word('columnPerson')}</th><th scope="col">{word('columnNext')}</th></tr>
        </thead>
        <tbody>
          {sheet.rows.map((row) => (
            <tr key={`${row.kind} ${row.subjectId}`}>
              <td><strong>{dueText(dueOf(row, printedOn))}</strong><br />{say('due.on', { day: dayText(row.dueOn as PlainDate) })}</td>
              <td>{subjectName(row)}<br />{kindNames[row.kind]}</td>
              <td>{row.nextAct}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sheet-reply">{word('sheetReply')}</p>
      {LINES_FOR_REPLY.map((line) => <div key={line} className="sheet-line" />)}
      <div className="sheet-foot">
        <p>{[role, person].filter(Boolean).join(' – ')}</p>
        <p>{word('sheetSign')}<br />{word('sheetSigner')}</p>
      </div>
    </section>
  )
}

/** Reminder sheets to print: one A5 page for each cell, the most urgent row first, with room for the reply. */
export function ReminderSheets({ sheets, onBack }: { sheets: Sheets; onBack: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(word('sheetsTitle'))
  useEffect(() => heading.current?.focus(), [])
  const printedOn = sheets.printedOn as PlainDate
  const things = sheets.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  return (
    <article className="page sheets">
      <div className="page-head">
        <div className="page-title">
          <h1 tabIndex={-1} ref={heading}>{word('sheetsTitle')}</h1>
          <div className="page-summary">{word('sheetsLead', { sheets: sheets.sheets.length, things, day: dayText(printedOn) })} {word('sheetsHint')}</div>
        </div>
        <div className="page-acts">
          <Button onClick={onBack}>{say('ui.backToList')}</Button>
          <Button look="main" onClick={() => window.print()}>{word('sheetsPrint', { n: sheets.sheets.length })}</Button>
        </div>
      </div>
      {sheets.sheets.map((sheet) => <Sheet key={sheet.organisationId} sheet={sheet} printedOn={printedOn} />)}
    </article>
  )
}
