import type { PlainDate } from '../../../kernel/index.ts'
import { rangeText } from '../../../platform/ui-kit/index.ts'
import { roleNames } from '../messages.vi.ts'
import type { Holding } from './client.ts'
import { word } from './words.vi.ts'

/** `Chi bộ Thôn Khun Luông – xã Quang Minh`: never a cell without the body above it. */
export const placeOf = ({ organisationName, aboveName }: { organisationName: string; aboveName: string | null }): string => [organisationName, aboveName].filter(Boolean).join(' – ')

/** `Bí thư chi bộ: Chi bộ Thôn Khun Luông – xã Quang Minh`. */
export const roleAt = (holding: Pick<Holding, 'role' | 'organisationName' | 'aboveName'>): string => word('roleAt', { role: roleNames[holding.role], place: placeOf(holding) })

/** `từ 05/10/2018 (đến nay)`, or with its last day. */
export const heldText = ({ from, until }: Pick<Holding, 'from' | 'until'>): string => rangeText({ from: from as PlainDate, until: (until ?? undefined) as PlainDate | undefined })
