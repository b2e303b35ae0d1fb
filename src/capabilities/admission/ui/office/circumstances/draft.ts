import { newId, type PlainDate } from '../../../../../kernel/index.ts'
import { dayText, type ComboItem } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { educationNames, evidenceNames, leavingReasonNames, relationNames, relativeNames, word } from '../../words.vi.ts'

type Circumstances = CaseFile['circumstances']

/** Known to be so, known not to be so, or not known. */
export type Known = '' | 'yes' | 'no'
export type PaperDraft = { readonly number: string; readonly issuedOn: PlainDate | undefined; readonly authority: string }
export type SponsorDraft = { readonly key: string; readonly person: ComboItem | undefined; readonly relation: '' | keyof typeof relationNames; readonly since: PlainDate | undefined }
type Branch = { readonly applies: Known; readonly approval: PaperDraft }
type Former = { readonly was: Known; readonly leftOn: PlainDate | undefined; readonly reason: string; readonly hardship: Known; readonly clearedOn: PlainDate | undefined; readonly times: number | undefined }

export const plainFacts = ['vietnameseCitizen', 'livesInSpecialArea', 'personOfStanding', 'youthUnionExists', 'youthUnionMember', 'tradeUnionMember', 'politicalMatter'] as const
export const branches = ['populationPolicy', 'religion', 'foreignMarriage'] as const
export const consentKinds = ['overMaxAge', 'education', 'readmission'] as const
export type PlainFact = (typeof plainFacts)[number]

export type CircumstancesDraft = {
  readonly facts: Readonly<Record<PlainFact, Known>>
  readonly level: '' | keyof typeof educationNames
  readonly evidence: '' | keyof typeof evidenceNames
  readonly sponsors: readonly SponsorDraft[]
  readonly excused: readonly string[]
  readonly politicalConclusion: PaperDraft
  readonly branches: Readonly<Record<(typeof branches)[number], Branch>>
  readonly consents: Readonly<Record<(typeof consentKinds)[number], PaperDraft>>
  readonly former: Former
}

const known = (value: boolean | undefined): Known => (value === undefined ? '' : value ? 'yes' : 'no')
type Paper = { issuedOn: string; number?: string | undefined; authority?: string | undefined }
const paperOf = (paper: Paper | null | undefined): PaperDraft => ({ number: paper?.number ?? '', issuedOn: paper?.issuedOn as PlainDate | undefined, authority: paper?.authority ?? '' })
const record = <K extends string, V>(keys: readonly K[], of: (key: K) => V) => Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>

export const emptySponsor = (): SponsorDraft => ({ key: newId(), person: undefined, relation: '', since: undefined })

/** What is known, as the form shows it; `names` of introducers by identifier. */
export function draftOf(told: Circumstances, names: Readonly<Record<string, string>>): CircumstancesDraft {
  const former = told.formerMember
  return {
    facts: record(plainFacts, (fact) => known(told[fact])),
    level: told.education?.level ?? '', evidence: told.education?.evidence ?? '',
    sponsors: (told.sponsors ?? []).map((one) => ({
      key: one.personId, person: { id: one.personId, label: names[one.personId] ?? word('nameUnknown') }, relation: one.relation ?? '', since: one.togetherSince as PlainDate | undefined,
    })),
    excused: told.backgroundExcused ?? [], politicalConclusion: paperOf(told.politicalConclusion),
    branches: record(branches, (name) => ({ applies: known(told[name]?.applies), approval: paperOf(told[name]?.approval) })),
    consents: record(consentKinds, (kind) => paperOf(told.consents?.[kind])),
    former: {
      was: former === undefined ? '' : former === null ? 'no' : 'yes', leftOn: former?.leftOn as PlainDate | undefined, reason: former?.reason ?? '',
      hardship: known(former?.specialHardship), clearedOn: former?.convictionClearedOn as PlainDate | undefined, times: former?.timesReadmitted,
    },
  }
}

const yesNo = (value: Known): boolean | undefined => (value === '' ? undefined : value === 'yes')
const paperInput = ({ number, issuedOn, authority }: PaperDraft) => (issuedOn ? { issuedOn, ...(number ? { number } : {}), ...(authority ? { authority } : {}) } : undefined)

function formerInput({ was, leftOn, reason, hardship, clearedOn, times }: Former): Circumstances['formerMember'] {
  if (was !== 'yes') return was === 'no' ? null : undefined
  return { leftOn, reason: (reason || undefined) as keyof typeof leavingReasonNames | undefined, specialHardship: yesNo(hardship), convictionClearedOn: clearedOn, timesReadmitted: times }
}

/** What is told, as the contract wants it; what is not known is left out and stays as it is. */
export function circumstancesOf(draft: CircumstancesDraft): Circumstances {
  const branch = ({ applies, approval }: Branch) => (applies === '' ? undefined : { applies: applies === 'yes', ...(applies === 'yes' ? { approval: paperInput(approval) ?? null } : {}) })
  return {
    ...record(plainFacts, (fact) => yesNo(draft.facts[fact])),
    education: draft.level ? { level: draft.level, ...(draft.evidence ? { evidence: draft.evidence } : {}) } : undefined,
    sponsors: draft.sponsors.flatMap(({ person, relation, since }) => (person ? [{ personId: person.id, relation: relation || undefined, togetherSince: since }] : [])),
    backgroundExcused: draft.excused as NonNullable<Circumstances['backgroundExcused']>,
    politicalConclusion: draft.facts.politicalMatter === 'yes' ? (paperInput(draft.politicalConclusion) ?? null) : undefined,
    populationPolicy: branch(draft.branches.populationPolicy), religion: branch(draft.branches.religion), foreignMarriage: branch(draft.branches.foreignMarriage),
    consents: record(consentKinds, (kind) => paperInput(draft.consents[kind])), formerMember: formerInput(draft.former),
  }
}

const knownWords: Record<Known, string> = { '': word('unknown'), yes: word('yes'), no: word('no') }
const paperWords = ({ number, issuedOn, authority }: PaperDraft): string => (issuedOn ? [number, dayText(issuedOn), authority].filter(Boolean).join(', ') : '')

export const factLabels: Readonly<Record<PlainFact, string>> = {
  vietnameseCitizen: word('cCitizen'), livesInSpecialArea: word('cSpecialArea'), personOfStanding: word('cStanding'), youthUnionExists: word('cYouthExists'), youthUnionMember: word('cYouthMember'),
  tradeUnionMember: word('cTradeMember'), politicalMatter: word('cPolitical'),
}
export const branchLabels: Readonly<Record<(typeof branches)[number], string>> = { populationPolicy: word('cPopulation'), religion: word('cReligion'), foreignMarriage: word('cForeign') }
export const consentLabels: Readonly<Record<(typeof consentKinds)[number], string>> = { overMaxAge: word('consentOverAge'), education: word('consentEducation'), readmission: word('consentReadmission') }

type Part = { readonly name: string; readonly label: string; readonly words: (draft: CircumstancesDraft) => string; readonly take: (mine: CircumstancesDraft, theirs: CircumstancesDraft) => CircumstancesDraft }

/** The parts in which two versions are compared and chosen from. */
export const draftParts: readonly Part[] = [
  ...plainFacts.map((fact): Part => ({
    name: fact, label: factLabels[fact], words: (draft) => knownWords[draft.facts[fact]], take: (mine, theirs) => ({ ...mine, facts: { ...mine.facts, [fact]: theirs.facts[fact] } }),
  })),
  {
    name: 'education', label: word('cEducation'), words: (draft) => [draft.level && educationNames[draft.level], draft.evidence && evidenceNames[draft.evidence]].filter(Boolean).join(', '),
    take: (mine, theirs) => ({ ...mine, level: theirs.level, evidence: theirs.evidence }),
  },
  {
    name: 'sponsors', label: word('groupSponsors'),
    words: (draft) => draft.sponsors.map((one) => [one.person?.label, one.relation && relationNames[one.relation], one.since && dayText(one.since)].filter(Boolean).join(', ')).join('; '),
    take: (mine, theirs) => ({ ...mine, sponsors: theirs.sponsors }),
  },
  { name: 'excused', label: word('groupBackground'), words: (draft) => draft.excused.map((one) => relativeNames[one]).join(', '), take: (mine, theirs) => ({ ...mine, excused: theirs.excused }) },
  {
    name: 'politicalConclusion', label: word('cPoliticalConclusion'), words: (draft) => paperWords(draft.politicalConclusion),
    take: (mine, theirs) => ({ ...mine, politicalConclusion: theirs.politicalConclusion }),
  },
  ...branches.map((name): Part => ({
    name, label: branchLabels[name], words: (draft) => [knownWords[draft.branches[name].applies], paperWords(draft.branches[name].approval)].filter(Boolean).join(', '),
    take: (mine, theirs) => ({ ...mine, branches: { ...mine.branches, [name]: theirs.branches[name] } }),
  })),
  ...consentKinds.map((kind): Part => ({
    name: `consent-${kind}`, label: word('consentHas', { what: consentLabels[kind] }), words: (draft) => paperWords(draft.consents[kind]),
    take: (mine, theirs) => ({ ...mine, consents: { ...mine.consents, [kind]: theirs.consents[kind] } }),
  })),
  {
    name: 'former', label: word('cFormer'),
    words: ({ former }) => [knownWords[former.was], former.leftOn && dayText(former.leftOn), former.reason && leavingReasonNames[former.reason as keyof typeof leavingReasonNames]].filter(Boolean).join(', '),
    take: (mine, theirs) => ({ ...mine, former: theirs.former }),
  },
]
