import { fullMonthsBetween, latestDay, type PlainDate, type UncertainDate } from '../../kernel/index.ts'

export const statuses = ['probationary', 'full', 'exempt', 'suspended', 'lostContact'] as const
export type MemberStatus = (typeof statuses)[number]

export const overlayKinds = ['away', 'temporaryElsewhere', 'temporaryHere', 'prosecuted', 'disciplined'] as const
export type OverlayKind = (typeof overlayKinds)[number]

export const endKinds = ['death', 'strikeOff', 'expulsion', 'resignation', 'transferOut'] as const
export type EndKind = (typeof endKinds)[number]

/** What is kept about a person beside dated facts. Ethnic group and religion are the words of the official lists. */
export type PersonFields = {
  fullName: string
  otherName?: string | null | undefined
  sex?: 'male' | 'female' | null | undefined
  bornOn?: UncertainDate | null | undefined
  ethnicity?: string | null | undefined
  religion?: string | null | undefined
  identityNumber?: string | null | undefined
  oldIdentityNumber?: string | null | undefined
  phone?: string | null | undefined
  nativePlace?: string | null | undefined
  residence?: string | null | undefined
  generalEducation?: string | null | undefined
  profession?: string | null | undefined
  politicalTheory?: string | null | undefined
  occupation?: string | null | undefined
  note?: string | null | undefined
}

/** Years of age on a day; a birth known only to the month or year counts from its last day. */
export function ageOn(bornOn: UncertainDate, on: PlainDate): number {
  return Math.max(0, Math.floor(fullMonthsBetween(latestDay(bornOn), on) / 12))
}

/** `•••• •••• 0799`: the last four digits; nothing of a number of four digits or fewer. */
export function maskedNumber(number: string | null | undefined): string | null {
  return number ? `•••• •••• ${number.length > 4 ? number.slice(-4) : '••••'}` : null
}
