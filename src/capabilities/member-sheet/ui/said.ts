import { dayText, uncertainDayText } from '../../../platform/ui-kit/index.ts'
import type { PlainDate, UncertainDate } from '../../../kernel/index.ts'
import { fieldNames, listNames } from '../messages.vi.ts'
import type { ShownField } from './client.ts'
import { word } from './words.vi.ts'

export const itemName = (key: string): string => ({ ...fieldNames, ...listNames })[key as keyof typeof fieldNames] ?? key

export const dateText = (date: string | null | undefined): string => uncertainDayText(date as UncertainDate | null | undefined)

/** The day of a moment in Việt Nam. */
export const dayOfMoment = (moment: string): string => dayText(new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().slice(0, 10) as PlainDate)

/** `07 · 08`: the number on the member sheet, with the number on the personal history when it is another. */
export const formNumber = ({ memberSheet, personalHistory }: { memberSheet?: string | undefined; personalHistory?: string | undefined }): string => memberSheet ?? (personalHistory ? `LL ${personalHistory}` : '')

type Numbered = { readonly form: { readonly memberSheet?: string | undefined } }

/** Items in the order of the member sheet; one that stands on the personal history only goes with the one before it. */
export function inFormOrder<T extends Numbered>(fields: readonly T[], lists: readonly T[]): T[] {
  let last = 0
  const placed = fields.map((each) => ({ each, at: (last = Number(each.form.memberSheet ?? last)) }))
  const rest = lists.map((each) => ({ each, at: Number(each.form.memberSheet ?? Infinity) }))
  return [...placed, ...rest].sort((a, b) => a.at - b.at).map(({ each }) => each)
}

/** Since when, from which paper, recorded when and by whom. */
export function sourceOf({ since, basis, recordedAt, by }: Pick<ShownField, 'since' | 'basis' | 'recordedAt' | 'by'>): string {
  return [
    since && word('since', { day: dateText(since) }), basis && word('fromPaper', { paper: basis }),
    recordedAt && basis && (by ? word('recordedBy', { day: dayOfMoment(recordedAt), by }) : word('recorded', { day: dayOfMoment(recordedAt) })),
  ].filter(Boolean).join(' · ')
}
