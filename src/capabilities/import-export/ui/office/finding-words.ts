import { formatUncertainDate, isUncertainDate } from '../../../../kernel/index.ts'
import { findingMessage } from '../../reading/messages.vi.ts'
import type { Finding, Preview } from '../client.ts'
import { readPartNames, valueNames, withoutProposal, word } from '../words.vi.ts'

type Named = Preview['cellNames']
type Value = string | number | boolean | null

const PLACE = '…'
const isWrittenDay = (text: string) => /^\d{4}-\d{2}(-\d{2})?$/.test(text) && isUncertainDate(text)

/** What a kind of finding is called without the values of a row: the first words of its message. */
export function groupTitle(code: string): string {
  const anyFact: Record<string, string> = new Proxy({}, { get: (_, name) => (name === 'also' || name === 'hint' ? undefined : PLACE) })
  return findingMessage(code, anyFact).split(';')[0]!.split(': ')[0]!.trim()
}

/** What follows from the finding: the rest of its message. */
export function groupReason(message: string): string {
  const rest = withoutProposal(message.split(';').slice(1).join(';').trim())
  return rest ? rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1) : ''
}

/** A cell as it stands in the file; a date cell as a day. */
export function rawText(raw: Value): string {
  if (raw === null || raw === '') return word('blank')
  return typeof raw === 'string' && isWrittenDay(raw) ? formatUncertainDate(raw as never) : String(raw)
}

/** A value offered or answered: a cell by its name, a day as people write it. */
export function valueText(value: unknown, names: Named): string {
  if (value === null || value === undefined || value === '') return word('leaveBlank')
  if (Array.isArray(value)) return value.join(', ')
  const text = String(value)
  if (names?.[text]) return names[text]
  return isWrittenDay(text) ? formatUncertainDate(text as never) : (valueNames[text] ?? text)
}

/** What the cell would be read as, in words. */
export function readText(finding: Finding, names: Named): string {
  const { read } = finding
  if (read === undefined || read === null) return finding.kind === 'warning' ? word('asWritten') : word('noReading')
  if (typeof read !== 'object') return word('asWritten')
  const parts = read as Record<string, unknown>
  if (parts['cell'] !== undefined) return valueText(parts['cell'], names)
  if (parts['field'] === 'oldIdNumber') return `${readPartNames['oldIdNumber']}: ${String(parts['value'])}`
  const others = Object.entries(parts).filter(([name, value]) => name in readPartNames && value !== null)
  const rest = others.map(([name, value]) => `${readPartNames[name]} ${valueText(value, names)}`)
  return [...('value' in parts ? [valueText(parts['value'], names)] : []), ...rest].join('; ')
}
