import { findingMessage } from './messages.vi.ts'
import type { RowDraft } from './row-draft.ts'
import { error } from './values/reading.ts'

/** The same number at two members is an error at both: neither is merged nor dropped. */
export function remarkDuplicates(rows: readonly RowDraft[]): void {
  remarkEqual(rows, 'identityNumber', 'cccd.duplicate', ['identityNumber'])
  remarkEqual(rows, 'cardNumber', 'card.duplicate', ['cardAndHistory', 'cardNumber', 'oldCardNumber'])
}

function remarkEqual(rows: readonly RowDraft[], field: 'identityNumber' | 'cardNumber', code: string, columns: readonly ('identityNumber' | 'cardAndHistory' | 'cardNumber' | 'oldCardNumber')[]): void {
  const byNumber = new Map<string, RowDraft[]>()
  for (const row of rows) {
    const number = row.fields[field]
    if (!number) continue
    const same = byNumber.get(number)
    if (same) same.push(row)
    else byNumber.set(number, [row])
  }
  for (const same of byNumber.values()) {
    if (same.length < 2) continue
    const names = same.map((row) => row.fields.fullName ?? findingMessage('row.number', { row: String(row.number) })).join(', ')
    for (const row of same) row.note(columns.map((each) => row.column(each)).find(Boolean), error(code, { names, count: String(same.length) }), field)
  }
}
