/** Groups in which finds are shown, in their order. */
export const groups = ['people', 'organisations', 'files', 'decisions'] as const
export type Group = (typeof groups)[number]

/** Why something was found. */
export const reasons = ['name', 'otherName', 'card', 'identity', 'oldIdentity', 'identityLast4', 'formerName', 'code', 'number'] as const
export type Reason = (typeof reasons)[number]

/** How a person stands: a member in one of the states, somebody whose membership ended, one who is followed as a source, or none of these. */
export const standings = [
  'probationary', 'full', 'exempt', 'suspended', 'lostContact', 'death', 'strikeOff', 'expulsion', 'resignation', 'transferOut', 'followed', 'none',
] as const
export type Standing = (typeof standings)[number]

/** More finds than this are not counted: the total says one more. */
export const MOST_COUNTED = 1000

/** Numbers that may be those of an identity paper: nine digits of the old one, twelve of the new one, which a card has as well. */
export const isCoveredNumber = (digits: string | undefined): digits is string => digits !== undefined && (digits.length === 9 || digits.length === 12)
