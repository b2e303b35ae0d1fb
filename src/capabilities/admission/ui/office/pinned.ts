import type { PlainDate } from '../../../../kernel/index.ts'
import { dayText } from '../../../../platform/ui-kit/index.ts'
import { firstRuledDay, packInForceOn } from '../../../../regulations/packs.ts'
import { word } from '../words.vi.ts'

/** “Việc này xét theo …”: the set of rules in force on the day that picks them; nothing for days before the first known rules, which the server refuses. */
export const pinnedOn = (day: PlainDate): string | undefined => (day < firstRuledDay ? undefined : word('pinned', { pack: packInForceOn(day).name, day: dayText(day) }))
