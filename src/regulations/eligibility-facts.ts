import type { PlainDate, UncertainDate } from '../kernel/index.ts'
import type { Relative, SponsorRelation } from './admission.ts'
import type { BarredReason } from './readmission.ts'

/** A written consent or approval; it counts from the day it was issued. */
export type Consent = { readonly issuedOn: PlainDate; readonly number?: string; readonly authority?: string }

/** Codes of the list `education`: level `G00`–`G30`, evidence `E1` diploma, `E2` programme completed, `E3` literacy. */
export type EducationFacts = { readonly level: 'G00' | 'G01' | 'G10' | 'G20' | 'G30'; readonly evidence?: 'E1' | 'E2' | 'E3' }

export type SponsorFacts = {
  /** How the sponsor is named in the reasons: an identifier or a name. */
  readonly label: string
  /** A full member on the day of the cell meeting; how long does not matter. */
  readonly fullMember?: boolean
  readonly relation?: SponsorRelation
  /** Since when in the same unit as the candidate. */
  readonly togetherSince?: PlainDate
  /** Disciplined or suspended on the day of the cell meeting. */
  readonly underDiscipline?: boolean
}

/** `excused` where a party member with a complete dossier stands on that side. */
export type BackgroundFacts = { readonly of: Relative; readonly reply: 'received' | 'awaited' | 'excused' }

export type FormerMemberFacts = {
  readonly leftOn?: PlainDate
  readonly reason?: BarredReason | 'other' | 'convictedOfLesserCrime'
  /** Asked to leave because of special hardship of the family. */
  readonly specialHardship?: boolean
  readonly convictionClearedOn?: PlainDate
  /** How often the person was readmitted before. */
  readonly timesReadmitted?: number
}

/** A branch of the file that needs an approval of its own. Only the paper is asked for. */
export type SpecialBranch = { readonly applies: boolean; readonly approval?: Consent | null }

/**
 * What is known about a candidate. An absent fact is not known; `null` (or an empty list) says that there is none.
 */
export type EligibilityFacts = {
  readonly vietnameseCitizen?: boolean
  readonly birth?: UncertainDate
  readonly education?: EducationFacts
  /** Mountain, border, island or ethnic-minority area, or a fishing community. */
  readonly livesInSpecialArea?: boolean
  /** Village elder, head of a hamlet, person of standing, fisherman. */
  readonly personOfStanding?: boolean
  readonly certificate?: { readonly issuedOn: PlainDate } | null
  /** Day of the oldest statement, union resolution or opinion in the file. */
  readonly fileMadeOn?: PlainDate
  readonly youthUnionExists?: boolean
  readonly youthUnionMember?: boolean
  readonly unionResolution?: { readonly of: 'youthUnion' | 'tradeUnion' } | null
  readonly sponsors?: readonly SponsorFacts[]
  readonly background?: readonly BackgroundFacts[]
  readonly politicalMatter?: boolean
  readonly politicalConclusion?: Consent | null
  /** Consents of the provincial standing board, by what they permit. */
  readonly consents?: { readonly overMaxAge?: Consent; readonly education?: Consent; readonly readmission?: Consent }
  readonly formerMember?: FormerMemberFacts | null
  readonly populationPolicy?: SpecialBranch
  readonly religion?: SpecialBranch
  readonly foreignMarriage?: SpecialBranch
}
