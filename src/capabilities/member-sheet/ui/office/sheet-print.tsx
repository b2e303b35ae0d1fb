import type { Sheet, ShownField, ShownList } from '../client.ts'
import { itemName } from '../said.ts'
import { word } from '../words.vi.ts'

type Line = { readonly number: string; readonly text: string }

const fieldText = (field: ShownField): string =>
  `${itemName(field.key)}: ${field.covered ? word('notPrinted') : (field.text ?? word('notTold'))}${field.difference ? ` (${field.difference})` : ''}`

const listText = (list: ShownList): string =>
  `${itemName(list.key)}: ${list.covered ? word('notPrinted') : list.entries.length ? list.entries.map((entry) => entry.text).join('; ') : word('notTold')}`

/** The items of the form in its order, each with all that stands under its number. */
function linesOf(sheet: Sheet): Line[] {
  const all = [...sheet.fields.map((each) => ({ number: each.form.memberSheet, text: fieldText(each) })), ...sheet.lists.map((each) => ({ number: each.form.memberSheet, text: listText(each) }))]
  const numbers = [...new Set(all.flatMap((each) => each.number ?? []))].toSorted()
  return numbers.map((number) => ({ number, text: all.filter((each) => each.number === number).map((each) => each.text).join('. ') }))
}

/** The form 2-HSĐV as running text, for paper only. Covered parts print as “(không in)”. */
export function SheetPrint({ sheet }: { sheet: Sheet }) {
  const numbers = sheet.fields.filter((each) => each.group === 'numbers' && each.text)
  return (
    <div className="sheet-print" aria-hidden="true">
      <p>{[...sheet.line].reverse().map((place) => place.name).join(' – ')}</p>
      <p>{numbers.map((each) => `${itemName(each.key)}: ${each.text}`).join(' · ')}</p>
      <p className="sheet-print-title">{word('printTitle')}</p>
      {linesOf(sheet).map((line) => <p key={line.number}>{line.number}) {line.text}.</p>)}
    </div>
  )
}
