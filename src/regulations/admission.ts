import { again, dated, from, carriedInto2026, quotedIn2026, readUntil2025A, readUntil2025B, since } from './dated.ts'
import { cite } from './instruments.ts'
import { aNumber, aStructure, oneOf, someOf, yesNo } from './shapes.ts'

/** Only citizens may be admitted. Picked by the cell meeting. */
export const citizensOnly = dated('admission.citizensOnly', { pickedBy: 'cellMeeting', shape: yesNo }, [since('P2011', true, 'memory', 'Điều 1', 'DL-2011')])

/** Youngest age in full years at, and picked by, the cell meeting. */
export const minAge = dated('admission.minAge', { unit: 'years', pickedBy: 'cellMeeting', shape: aNumber }, again(18, { ...readUntil2025B, ...quotedIn2026 }))

/** Oldest age in full years without consent at, and picked by, the cell meeting. Sixty years and no full month is still inside. */
export const maxAge = dated('admission.maxAge', { unit: 'years', pickedBy: 'cellMeeting', shape: aNumber }, again(60, { ...readUntil2025B, ...quotedIn2026 }))

/** Whether written consent, given before the cell meets, opens admission above `maxAge`. Picked by the cell meeting. */
export const overMaxAgeNeedsConsent = dated('admission.overMaxAgeNeedsConsent', { pickedBy: 'cellMeeting', shape: yesNo }, again(true, { ...readUntil2025B, ...quotedIn2026 }))

/** How the age is counted. Picked by the cell meeting. */
export const ageCounting = dated('admission.ageCounting', { pickedBy: 'cellMeeting', shape: oneOf('fullMonthsAtCellMeeting') },
  again('fullMonthsAtCellMeeting' as const, { ...readUntil2025A, P2025B: 'memory', ...carriedInto2026 }))

/** What to do when only the month or the year of birth is known. Picked by the cell meeting. */
export const uncertainBirth = dated<'lastPossibleMonth' | 'ask'>('admission.uncertainBirth',
  { pickedBy: 'cellMeeting', shape: oneOf('lastPossibleMonth', 'ask') }, [since('P2011', 'lastPossibleMonth', 'inferred', '', 'QUY-UOC')])

export type EducationRequirement = 'lowerSecondaryOrEquivalent' | 'lowerSecondaryDiploma' | 'lowerSecondaryProgramme'

/** The ordinary education condition; `unknown` while nobody has read the text of 20-QĐ/TW. Picked by the cell meeting. */
export const education = dated<EducationRequirement | 'unknown'>('admission.education',
  { pickedBy: 'cellMeeting', shape: oneOf('lowerSecondaryOrEquivalent', 'lowerSecondaryDiploma', 'lowerSecondaryProgramme') }, [
    since('P2011', 'lowerSecondaryOrEquivalent', 'memory'),
    since('P2016', 'lowerSecondaryOrEquivalent', 'verified'),
    since('P2021', 'lowerSecondaryDiploma', 'verified'),
    since('P2025A', 'lowerSecondaryDiploma', 'verified'),
    since('P2025B', 'lowerSecondaryDiploma', 'secondary'),
    since('P2026A', 'unknown', 'memory'),
    since('P2026B', 'lowerSecondaryProgramme', 'secondary'),
  ])

const memoryInEveryPack = { P2011: 'memory', P2016: 'memory', P2021: 'memory', P2025A: 'memory', P2025B: 'memory', P2026A: 'memory', P2026B: 'memory' } as const

/** Lowest education in mountain, border, island, ethnic-minority areas and fishing communities. Picked by the cell meeting. */
export const educationInSpecialAreas = dated('admission.educationInSpecialAreas',
  { pickedBy: 'cellMeeting', shape: oneOf('primary') }, again('primary' as const, memoryInEveryPack))

/** Lowest education of village elders, persons of standing and fishermen, with the province's written consent. Picked by the cell meeting. */
export const educationOfPersonsOfStanding = dated('admission.educationOfPersonsOfStanding',
  { pickedBy: 'cellMeeting', shape: oneOf('literateWithConsent') }, again('literateWithConsent' as const, memoryInEveryPack))

/** Calendar months from its issue for which the awareness certificate covers the cell meeting, the same day-number inside. Picked by the cell meeting. */
export const certificateValidityMonths = dated('admission.certificateValidityMonths', { unit: 'months', pickedBy: 'cellMeeting', shape: aNumber }, [
  since('P2011', 60, 'memory'),
  ...again(60, { P2016: 'secondary', P2021: 'secondary', P2025A: 'secondary' }),
  since('P2025B', 60, 'secondary', 'điểm 5.4', 'HD-06-2025'),
  ...again(60, { P2026A: 'secondary', P2026B: 'secondary' }),
])

/** Calendar months from the making of statements, union resolution and opinions within which the cell must have considered them. Picked by the cell meeting. */
export const fileFreshMonths = dated('admission.fileFreshMonths', { unit: 'months', pickedBy: 'cellMeeting', shape: aNumber }, again(12, { ...readUntil2025B, ...carriedInto2026 }))

/** Full members who must introduce the candidate when no union does. Picked by the cell meeting. */
export const sponsorsMin = dated('admission.sponsorsMin', { unit: 'members', pickedBy: 'cellMeeting', shape: aNumber },
  [since('P2011', 2, 'memory', 'Điều 4', 'DL-2011')])

/** Full members who must introduce the candidate beside a resolution of the youth or trade union. Picked by the cell meeting. */
export const sponsorsBesideUnion = dated('admission.sponsorsBesideUnion', { unit: 'members', pickedBy: 'cellMeeting', shape: aNumber },
  [since('P2011', 1, 'memory', 'Điều 4', 'DL-2011')])

/** Full months sponsor and candidate have been in the same unit before, and picked by, the cell meeting. */
export const sponsorTogetherMonths = dated('admission.sponsorTogetherMonths', { unit: 'months', pickedBy: 'cellMeeting', shape: aNumber },
  again(12, { ...readUntil2025A, P2016: 'secondary', P2025B: 'secondary', ...carriedInto2026 }, { P2025B: 'điểm 3.2.1' }))

export type SponsorRelation = 'work' | 'study' | 'residence'
const workOrStudy: readonly SponsorRelation[] = ['work', 'study']
const workStudyOrResidence: readonly SponsorRelation[] = ['work', 'study', 'residence']

/** What sponsor and candidate may have in common. Picked by the cell meeting. */
export const sponsorRelation = dated('admission.sponsorRelation', { pickedBy: 'cellMeeting', shape: someOf('work', 'study', 'residence') }, [
  ...again(workOrStudy, { P2011: 'memory', P2016: 'verified' }),
  ...again(workStudyOrResidence, { P2021: 'verified', P2025A: 'secondary', P2025B: 'secondary', ...carriedInto2026 }, { P2025B: 'điểm 3.2.1' }),
])

/** Whether a suspended or disciplined member may not introduce anyone. Picked by the cell meeting. */
export const sponsorFreeOfDiscipline = dated('admission.sponsorFreeOfDiscipline', { pickedBy: 'cellMeeting', shape: yesNo },
  again(true, memoryInEveryPack))

/** Whether a person of youth-union age must be its member and be introduced by it where it exists. Picked by the cell meeting. */
export const youthUnionIntroduces = dated('admission.youthUnionIntroduces', { pickedBy: 'cellMeeting', shape: yesNo },
  [since('P2011', true, 'memory', 'Điều 4', 'DL-2011')])

/** Last age, in full years, of an ordinary youth-union member. Picked by the cell meeting. */
export const youthUnionMaxAge = dated('admission.youthUnionMaxAge', { unit: 'years', pickedBy: 'cellMeeting', shape: aNumber },
  [since('P2011', 30, 'memory', '', 'DL-DOAN')])

/** Whether the trade union introduces its member where no youth union exists. Picked by the cell meeting. */
export const tradeUnionIntroduces = dated('admission.tradeUnionIntroduces', { pickedBy: 'cellMeeting', shape: yesNo },
  [since('P2011', true, 'memory', 'Điều 4', 'DL-2011')])

/** Whether a past or present political matter needs the written conclusion of the competent committee. Picked by the cell meeting. */
export const politicalCheckNeedsConclusion = dated('admission.politicalCheckNeedsConclusion', { pickedBy: 'cellMeeting', shape: yesNo }, [
  since('P2011', true, 'memory', '', 'QD-57-2007'),
  from('2018-02-28', true, cite('QD-126-2018', '', 'memory')),
  from('2022-02-08', true, cite('QD-58-2022', '', 'memory')),
])

export type PopulationPolicyWait = { readonly thirdChild: number; readonly fourthChild: number }

/**
 * Months to wait after a breach of population policy. `unknown` before 28/8/2018, whose paper we do not have,
 * and again since a third child is no longer disciplined. Picked by the cell meeting.
 */
export const populationPolicyWaitMonths = dated<PopulationPolicyWait | 'unknown'>('admission.populationPolicyWaitMonths',
  { unit: 'months', pickedBy: 'cellMeeting', shape: aStructure }, [
    since('P2011', 'unknown', 'memory', '', 'QUY-UOC'),
    from('2018-08-28', { thirdChild: 24, fourthChild: 36 }, cite('QD-05-2018', '', 'verified')),
    from('2025-03-20', 'unknown', cite('HD-15-2025', '', 'memory')),
  ])

/** Whether a religious believer's file needs an approval of its own. A check of a paper, not of a belief. Picked by the cell meeting. */
export const religionNeedsApproval = dated('admission.religionNeedsApproval', { pickedBy: 'cellMeeting', shape: yesNo },
  [since('P2011', true, 'memory', '', 'QD-123-2004')])

/** Whether marriage with a foreigner needs an approval of its own. Picked by the cell meeting. */
export const foreignMarriageNeedsApproval = dated('admission.foreignMarriageNeedsApproval', { pickedBy: 'cellMeeting', shape: yesNo },
  [since('P2011', true, 'memory', '', 'QD-127-2004')])

export type Relative = 'candidate' | 'father' | 'mother' | 'fosterer' | 'spouse' | 'spouseFather' | 'spouseMother' | 'child'
const allRelatives: readonly Relative[] = ['candidate', 'father', 'mother', 'fosterer', 'spouse', 'spouseFather', 'spouseMother', 'child']

/** Whose personal history is checked, as far as they exist; a side with a party member whose dossier is complete need not be. Picked by the cell meeting. */
export const backgroundScope = dated('admission.backgroundScope', { pickedBy: 'cellMeeting', shape: aStructure }, [
  ...again(allRelatives, { P2011: 'memory', P2016: 'verified', P2021: 'verified', P2025A: 'secondary' }),
  since('P2025B', allRelatives, 'secondary', 'điểm 3.4a, 3.4c', 'HD-06-2025'),
  ...again(allRelatives, { P2026A: 'memory', P2026B: 'memory' }),
])
