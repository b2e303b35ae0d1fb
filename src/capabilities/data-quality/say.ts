import { formatUncertainDate, isUncertainDate } from '../../kernel/index.ts'
import positions from '../../regulations/codes/committee-positions.json' with { type: 'json' }
import { findDossierType } from '../../regulations/index.ts'
import { fillIn } from '../../platform/words.ts'
import { ruleWords, saidWords } from './messages.vi.ts'
import type { RuleWords } from './rules.vi.ts'
import type { Fault } from './queries/faults.ts'

const positionNames = new Map(positions.items.map(({ code, vi }) => [code, vi]))

const isDay = (text: string) => text.length >= 7 && isUncertainDate(text)

/** A part of a fact in words: days as they are written, codes of posts and papers by their names. */
function partInWords(part: string): string {
  if (isDay(part)) return formatUncertainDate(part as Parameters<typeof formatUncertainDate>[0])
  return positionNames.get(part) ?? part.split(', ').map((each) => findDossierType(each)?.title ?? each).join('; ')
}

/** A fault in plain words: the name of the rule, what stands there, and what to do. */
export function saidOf({ rule, fact }: Pick<Fault, 'rule' | 'fact'>): RuleWords {
  const { name, what, todo } = ruleWords[rule]
  const [a, b, c] = (fact ?? '').split(' / ').map(partInWords)
  const or = (part: string | undefined) => part || saidWords.nothing
  return { name, what: fillIn(what, { a: or(a), b: or(b), c: or(c) }), todo }
}
