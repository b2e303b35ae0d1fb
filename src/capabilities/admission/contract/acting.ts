import { z } from 'zod'
import { id, uncertainDay, citation, count, day, line, version, filledLine, operation } from '../../../platform/contract/index.ts'
import { dueOwners } from '../../reminders/contract.ts'
import { actKinds, faultKinds, levels, stages, relatives } from '../codes.ts'

export const owner = z.enum(dueOwners)
export const level = z.enum(levels)
export const stage = z.enum(stages)
export const actKind = z.enum(actKinds)
export const faultKind = z.enum(faultKinds)
export const place = z.object({ id, name: z.string(), shortName: z.string() })
export const person = z.object({ id, name: z.string(), bornOn: uncertainDay.nullable() })

/** A rule as it judged: key and words, value and words, source, the day from which it says so, the set of rules. */
export const ruleUse = z.object({
  key: z.string(), title: z.string(), value: z.unknown(), valueText: z.string(), citation, from: day, pack: z.string(), packName: z.string(), overridden: z.boolean(),
})

/** The one act that comes next. `workingDaysLeft` is negative when late; `document` names the paper to bring or mend. */
export const nextAct = z.object({
  code: actKind, words: z.string(), step: z.string(), owner, dueOn: day.nullable(), isLate: z.boolean(),
  counting: z.enum(['workingDays', 'calendar']), workingDaysLeft: z.number().int().nullable(),
  document: z.object({ code: z.string(), title: z.string() }).nullable(), rule: ruleUse.nullable(),
})

/** Answer of every act on a file: where it stands now. */
export const acted = z.object({ id, version, stage, closedOn: day.nullable(), nextAct: nextAct.nullable() })
export const onCase = { id, version }
export const paper = { number: line(60).optional(), datedOn: day.optional(), receivedOn: day.optional(), pages: z.number().int().min(1).max(5000).optional() }
/** Ballots counted; nobody's vote. Together not more than `present`. */
export const tally = { present: count, inFavour: count, against: count, invalid: count.default(0) }
export const meeting = { heldOn: day, resolutionNumber: line(60).optional(), ...tally }

export const newPerson = z.object({
  fullName: filledLine(120), otherName: line(120).optional(), sex: z.enum(['male', 'female']), bornOn: uncertainDay,
  ethnicity: line(60).optional(), religion: line(60).optional(), identityNumber: line(20).optional(), nativePlace: line(200).optional(), residence: line(200).optional(),
  generalEducation: line(60).optional(), profession: line(120).optional(), occupation: line(120).optional(), phone: line(30).optional(),
})

const consent = z.object({ issuedOn: day, number: line(60).optional(), authority: line(200).optional() })
const branch = z.object({ applies: z.boolean(), approval: consent.nullish() })
/** What is known about the candidate beside the papers. An absent fact is not known; `null` says that there is none. */
export const circumstances = z.object({
  vietnameseCitizen: z.boolean().optional(),
  education: z.object({ level: z.enum(['G00', 'G01', 'G10', 'G20', 'G30']), evidence: z.enum(['E1', 'E2', 'E3']).optional() }).optional(),
  livesInSpecialArea: z.boolean().optional(),
  personOfStanding: z.boolean().optional(),
  youthUnionExists: z.boolean().optional(),
  youthUnionMember: z.boolean().optional(),
  tradeUnionMember: z.boolean().optional(),
  /** Full members who introduce; whether they are full members is looked up, never typed. */
  sponsors: z.array(z.object({ personId: id, relation: z.enum(['work', 'study', 'residence']).optional(), togetherSince: day.optional() })).max(5).optional(),
  /** Relatives whose check is excused because a party member with a complete dossier stands on that side. */
  backgroundExcused: z.array(z.enum(relatives)).optional(),
  politicalMatter: z.boolean().optional(),
  politicalConclusion: consent.nullish(),
  consents: z.object({ overMaxAge: consent.optional(), education: consent.optional(), readmission: consent.optional() }).optional(),
  formerMember: z.object({
    leftOn: day.optional(),
    reason: z.enum(['leftByOwnWill', 'askedToLeave', 'causedDisunity', 'convictedOfCorruption', 'convictedOfSeriousCrime', 'convictedOfLesserCrime', 'other']).optional(),
    specialHardship: z.boolean().optional(), convictionClearedOn: day.optional(), timesReadmitted: count.optional(),
  }).nullish(),
  populationPolicy: branch.optional(),
  religion: branch.optional(),
  foreignMarriage: branch.optional(),
})

/** Facts of the candidate that belong to a class of secrecy: religion, politics, relatives abroad, the policy on births, what ended an earlier membership. */
export const coveredFacts = ['religion', 'politicalMatter', 'politicalConclusion', 'foreignMarriage', 'populationPolicy', 'formerMember'] as const
export type CoveredFact = (typeof coveredFacts)[number]

/** Address of one file. */
export const oneCase = '/admission/cases/{id}'
/** An act on one file, at an address below its own. */
export const actOn = (path: string, summary: string) => operation({ method: 'POST', path: `${oneCase}${path}`, summary })
