import type { Citation } from '../../../kernel/index.ts'
import { dayText } from '../../../platform/ui-kit/index.ts'
import type { CaseFile, ChecklistRow } from './client.ts'
import { stateOfLine, type PaperLine } from './paper-line.ts'
import { faultNames, word } from './words.vi.ts'

export type Told = { readonly what: string; readonly why?: string; readonly citation?: Citation; readonly todo: string }

/** The condition that speaks of the age of a paper: the awareness certificate has one of its own. */
const ageingCondition = (code: string): string => (code === 'KNĐ-CN' ? 'certificate' : 'fileFreshness')

function staleTold({ paper, row }: PaperLine, file: CaseFile): Told {
  const until = dayText(paper!.freshUntil)
  const rule = file.eligibility?.reasons.find((reason) => reason.condition === ageingCondition(row.code))?.rule
  return {
    what: paper!.datedOn ? word('staleWhat', { day: dayText(paper!.datedOn), until }) : word('staleWhatNoDay', { until }),
    why: word('staleWhy'), ...(rule ? { citation: rule.citation } : {}), todo: word('staleTodo'),
  }
}

function needsWorkTold({ paper }: PaperLine): Told {
  const fault = paper?.fault ? faultNames[paper.fault] : ''
  const what = [fault, paper?.remark].filter(Boolean).join(': ')
  return { what: `${what}.`, ...(paper?.checkedOn ? { why: word('needsWorkWhy', { day: dayText(paper.checkedOn) }) } : {}), todo: word('needsWorkTodo') }
}

/** Papers of a check of personal history: whether they are needed follows from how the places that are asked answer. */
const ofVerification: readonly string[] = ['KNĐ-2TT', 'TT-96']
export const waitsForVerification = (row: ChecklistRow): boolean => ofVerification.includes(row.code)

/** Why a paper is bad, in three parts: what is wrong, why and under which rule, what to do. */
export function toldOf(line: PaperLine, file: CaseFile): Told {
  const { row, paper } = line
  const state = stateOfLine(line)
  if (state === 'expired' && paper) return staleTold(line, file)
  if (paper && paper.state === 'needsWork') return needsWorkTold(line)
  if (state === 'cannotTell') return { what: word('cannotTellWhat'), why: word('conditionMissing', { list: row.missingFacts.join('; ') }), citation: row.rule.citation, todo: word(waitsForVerification(row) ? 'verificationTodo' : 'cannotTellTodo') }
  const have = row.documents.length
  return { what: have > 0 && !paper ? word('missingMore', { have, need: row.minCount }) : word('missingWhat'), why: word('missingWhy', { reason: row.reasonText }), citation: row.rule.citation, todo: word('missingTodo') }
}
