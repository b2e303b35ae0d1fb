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

type SpellOfMembership = { readonly decidedOn: PlainDate | null; readonly admittedOn: UncertainDate | null; readonly endedOn: PlainDate | null }

/**
 * Party age in full years on a day: counted from the decision of admission, else from the day on the papers (a day known only to the
 * month or year counts from its last day, so nobody is made older than proven). Time outside the Party between two spells is left out.
 */
export function membershipYears(spells: readonly SpellOfMembership[], on: PlainDate): number | undefined {
  let months = 0
  let counted = false
  for (const spell of spells) {
    const from = spell.decidedOn ?? (spell.admittedOn ? latestDay(spell.admittedOn) : undefined)
    if (!from || from > on) continue
    counted = true
    months += fullMonthsBetween(from, spell.endedOn && spell.endedOn < on ? spell.endedOn : on)
  }
  return counted ? Math.floor(months / 12) : undefined
}

/** Years of age on a day; a birth known only to the month or year counts from its last day. */
export function ageOn(bornOn: UncertainDate, on: PlainDate): number {
  return Math.max(0, Math.floor(fullMonthsBetween(latestDay(bornOn), on) / 12))
}

/** `•••• •••• 0799`: the last four digits; nothing of a number of four digits or fewer. */
export function maskedNumber(number: string | null | undefined): string | null {
  return number ? `•••• •••• ${number.length > 4 ? number.slice(-4) : '••••'}` : null
}
