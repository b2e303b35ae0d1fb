import { useState } from 'react'
import { addDays, type PlainDate } from '../../../../../kernel/index.ts'
import { countText, type FieldError, say } from '../../../../../platform/ui-kit/index.ts'
import type { Progress, sourcesAndTargets } from './client.ts'
import { word } from './words.vi.ts'

type Input = Parameters<typeof sourcesAndTargets.assignTargets>[0]
type Values = Readonly<Record<string, number | undefined>>

/** What stands in the table now: the organisation itself, when its own target may be set there, and those below it. */
const givenOf = (progress: Progress, withOwn: boolean): Values =>
  Object.fromEntries([...(withOwn ? [progress.head] : []), ...progress.rows].map((row) => [row.organisationId, row.given ?? undefined]))

/** The targets of one level while they are being typed. */
export function useDraft(progress: Progress, withOwn: boolean) {
  const [former] = useState(() => givenOf(progress, withOwn))
  const [values, setValues] = useState(former)
  const [basis, setBasis] = useState('')
  const [from, setFrom] = useState<PlainDate>()
  const [lastDay, setLastDay] = useState<PlainDate>()
  const { head, rows, kind, measure, period } = progress
  const needsDays = kind === 'term' && period === null
  const changed = Object.entries(values).flatMap(([organisationId, value]) => (value !== undefined && value !== former[organisationId] ? [{ organisationId, value }] : []))
  const wrongs = (): FieldError[] => [
    ...[head, ...rows].flatMap((row) => (former[row.organisationId] !== undefined && values[row.organisationId] === undefined
      ? [{ field: row.organisationId, text: word('cleared', { name: row.shortName, n: countText(former[row.organisationId]) }) }] : [])),
    ...(changed.length === 0 ? [{ field: rows[0]?.organisationId ?? head.organisationId, text: word('nothingChanged') }] : []),
    ...(basis.trim() ? [] : [{ field: 'basis', text: say('ui.fieldMissing', { field: word('fieldBasis') }) }]),
    ...(needsDays && !from ? [{ field: 'from', text: say('ui.fieldMissing', { field: word('fieldFrom') }) }] : []),
    ...(needsDays && !lastDay ? [{ field: 'until', text: say('ui.fieldMissing', { field: word('fieldUntil') }) }] : []),
  ]
  const periodOf = (): Input['period'] => {
    if (kind === 'year') return { kind, year: Number(period!.from.slice(0, 4)) }
    return needsDays ? { kind, from: from!, until: addDays(lastDay!, 1) } : { kind, from: period!.from, until: period!.until }
  }
  return {
    values, set: (organisationId: string, value: number | undefined) => setValues((all) => ({ ...all, [organisationId]: value })),
    basis, setBasis, from, setFrom, lastDay, setLastDay, needsDays, wrongs, withOwn,
    sum: rows.reduce((sum, row) => sum + (values[row.organisationId] ?? 0), 0),
    own: withOwn ? (values[head.organisationId] ?? null) : head.given,
    input: (): Input => ({ organisationId: head.organisationId, period: periodOf(), measure, basis: basis.trim(), rows: changed }),
  }
}

export type Draft = ReturnType<typeof useDraft>
