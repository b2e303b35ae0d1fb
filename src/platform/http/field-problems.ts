import type { z } from 'zod'
import { fieldProblems as words } from '../messages.vi.ts'
import { fillIn } from '../words.ts'

type Issue = z.core.$ZodRawIssue

const bounded = (origin: string): 'text' | 'list' | 'number' => (origin === 'string' ? 'text' : ['array', 'set'].includes(origin) ? 'list' : 'number')

/** What is wrong with a field, in words; for everything that the contract does not say itself. */
export function problemOfField(issue: Issue): string {
  if (issue.input === undefined) return words.missing
  if (issue.code === 'invalid_type') return words.kinds[issue.expected] ?? words.kindOfOther
  if (issue.code === 'too_big') return fillIn(words.tooBig[bounded(issue.origin)], { limit: Number(issue.maximum) })
  if (issue.code === 'too_small') return fillIn(words.tooSmall[bounded(issue.origin)], { limit: Number(issue.minimum) })
  if (issue.code === 'invalid_format') return words.formats[issue.format] ?? words.formatOfOther
  if (issue.code === 'invalid_value') return fillIn(words.notAmong, { values: issue.values.map(String).join(', ') })
  return words.other
}
