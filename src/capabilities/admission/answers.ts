import { describeValue, conditionTitles, findRule, packNames, ruleTitles, workingDaysBetween, type PackId, type RuleUse } from '../../regulations/index.ts'
import type { Ctx } from '../../platform/action/index.ts'
import type { AnswerOf } from '../../platform/http/index.ts'
import { fillIn } from '../../platform/words.ts'
import { isPaperMended, openRows } from './checklist.ts'
import { isCovered } from './conditions.ts'
import { coveredFacts, type CoveredFact } from './contract/acting.ts'
import type { admissionContract } from './contract.ts'
import { actWords, nextActSentences } from './messages.vi.ts'
import { openReturn, type CaseFile, type Circumstances } from './model.ts'
import { nextActOf, type Judged, type NextAct } from './next-act.ts'

/** A rule as people read it. */
export function showRule(rule: RuleUse) {
  const { key, value, citation, from, pack, overridden } = rule
  return { key, title: ruleTitles[key], value, valueText: describeValue(findRule(key)!, value), citation, from, pack, packName: packNames[pack as PackId], overridden }
}

/** How many things a return still asks for. */
const openReasons = (judged: Judged): number => openReturn(judged.file)?.reasons.filter((reason) => !isPaperMended(judged, reason)).length ?? 0

/** The next act in one sentence. */
export function sentenceOf(judged: Judged, { code, document, condition }: NextAct): string {
  const { file, checklist } = judged
  const key = code === 'closeCase' ? (file.stage === 'cellRejected' ? 'notifyCandidate' : 'notifyCell') : condition && isCovered(condition, file.circumstances) ? 'lookAtCovered' : code
  const count = code === 'resend' ? openReasons(judged) : openRows(checklist).length
  const sentence = code === 'resend' && count === 0 ? actWords.resend : nextActSentences[key]
  return fillIn(sentence ?? actWords[code], { document: document?.title ?? '', condition: condition ? conditionTitles[condition] : '', count })
}

/** The next act with its words and how far its limit is. */
export function showNextAct(judged: Judged) {
  const next = nextActOf(judged)
  if (!next) return null
  const { today, settings } = judged
  return {
    code: next.code, words: sentenceOf(judged, next), step: next.step, owner: next.owner, dueOn: next.dueOn, isLate: next.dueOn !== null && next.dueOn < today,
    counting: next.counting, workingDaysLeft: next.dueOn && workingDaysBetween(today, next.dueOn, settings.swaps), document: next.document, rule: next.rule && showRule(next.rule),
  }
}

/** Where a file stands after an act. */
export function showActed(judged: Judged) {
  const { id, version, stage, closedOn } = judged.file
  return { id, version, stage, closedOn, nextAct: showNextAct(judged) }
}

export type Acted = ReturnType<typeof showActed>

/** Facts that are covered to the actor: religion only to who may not read that class of the people of the place. */
export async function coveredFor(ctx: Ctx, { cellId }: Pick<CaseFile, 'cellId'>): Promise<readonly CoveredFact[]> {
  const readsReligion = await ctx.may('members.readStrictClass', { organisationId: cellId })
  return coveredFacts.filter((fact) => fact !== 'religion' || !readsReligion)
}

type Shown = Pick<AnswerOf<typeof admissionContract.findCase>, 'circumstances' | 'circumstancesCovered'>

/** What is known of the candidate without what is covered, and which of that is known. */
export function splitCircumstances(told: Circumstances, covered: readonly CoveredFact[]): Shown {
  const isCovered = (fact: string): boolean => (covered as readonly string[]).includes(fact)
  return {
    circumstances: Object.fromEntries(Object.entries(told).filter(([fact]) => !isCovered(fact))) as Shown['circumstances'],
    circumstancesCovered: covered.filter((fact) => told[fact] !== undefined),
  }
}
