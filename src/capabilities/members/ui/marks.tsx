import type { UncertainDate } from '../../../kernel/index.ts'
import { StatusMark, uncertainDayText, type StatusShape } from '../../../platform/ui-kit/index.ts'
import { overlayNames, statusNames } from '../messages.vi.ts'
import type { Member, Status } from './client.ts'
import { word } from './words.vi.ts'

const shapes: Record<Status, StatusShape> = { probationary: 'soon', full: 'done', exempt: 'notRequired', suspended: 'paused', lostContact: 'unclear' }

/** The status in words with its shape. */
export const MemberStatusMark = ({ status }: { status: Status }) => <StatusMark shape={shapes[status]} plain>{statusNames[status]}</StatusMark>

/** `Đi làm xa · Sinh hoạt tạm thời ở nơi khác`. */
export const overlayWords = (kinds: readonly (keyof typeof overlayNames)[]): string => kinds.map((kind) => overlayNames[kind]).join(' · ')

/** `03/05/1962`, `05/1962`, `1962` or “chưa rõ”. */
export const dateText = (date: string | null | undefined): string => uncertainDayText(date as UncertainDate | null | undefined)

/** What runs on the viewed day. */
export const running = <T extends { lastDay: string | null }>(facts: readonly T[]): T[] => facts.filter((fact) => fact.lastDay === null)

/** `từ 01/03/2018` or `01/03/2018 – 30/09/2018`. */
export const spanText = ({ from, lastDay }: { from: string; lastDay: string | null }): string =>
  lastDay ? word('fromUntil', { from: dateText(from), lastDay: dateText(lastDay) }) : word('from', { day: dateText(from) })

/** `Hoàng Thị Nhung (1994)`. */
export const nameWithYear = ({ fullName, bornOn }: { fullName: string; bornOn: string | null }): string => (bornOn ? `${fullName} (${bornOn.slice(0, 4)})` : fullName)

/** The away that runs on the viewed day. */
export const awayOf = (member: Member) => running(member.overlays).find((overlay) => overlay.kind === 'away')
