import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { actWords, admissionStageNames, confirmationStageNames, resultNames } from '../../src/capabilities/admission/messages.vi.ts'
import { admissionTransitions, confirmationTransitions, isFinal } from '../../src/capabilities/admission/transitions.ts'
import { actNames as transferActs, resultNames as transferResults, stageNames as transferStages } from '../../src/capabilities/transfers/messages.vi.ts'
import { isFinal as isFinalTransfer, transferTransitions } from '../../src/capabilities/transfers/transitions.ts'

type Table = Readonly<Record<string, Readonly<Record<string, string | Readonly<Record<string, string>>>>>>
type Words = { readonly stages: Readonly<Record<string, string>>; readonly acts: Readonly<Record<string, string>>; readonly results: Readonly<Record<string, string>>; readonly isFinal: (stage: never) => boolean }

/** The ways out of a stage, each with the acts that lead there. Acts that stay are left out. */
function waysOf(stage: string, row: Table[string], { acts: actWords, results }: Words): string[] {
  const ways = new Map<string, string[]>()
  for (const [act, target] of Object.entries(row))
    for (const [result, to] of typeof target === 'string' ? [[undefined, target] as const] : Object.entries(target))
      if (to !== stage) ways.set(to, [...(ways.get(to) ?? []), result ? `${actWords[act]} (${results[result]})` : actWords[act]])
  return [...ways].map(([to, acts]) => `  ${stage} --> ${to}: ${acts.join(', ')}`)
}

/** A transition table as a Mermaid diagram. */
function diagramOf(table: Table, words: Words, first: string): string {
  const stages = Object.keys(table)
  return [
    '```mermaid', 'stateDiagram-v2', ...stages.map((stage) => `  ${stage}: ${words.stages[stage]}`), `  [*] --> ${first}`, ...stages.flatMap((stage) => waysOf(stage, table[stage]!, words)),
    ...stages.filter((stage) => words.isFinal(stage as never)).map((stage) => `  ${stage} --> [*]`), '```',
  ].join('\n')
}

const caseWords = (stages: Words['stages']): Words => ({ stages, acts: actWords, results: resultNames, isFinal })

const diagrams: Readonly<Record<string, () => string>> = {
  admission: () => diagramOf(admissionTransitions as Table, caseWords(admissionStageNames), 'fileOpen'),
  confirmation: () => diagramOf(confirmationTransitions as Table, caseWords(confirmationStageNames), 'running'),
  transfers: () => diagramOf(transferTransitions as Table, { stages: transferStages, acts: transferActs, results: transferResults, isFinal: isFinalTransfer }, 'requested'),
}

const PLACE = /<!-- stages: (\w+) -->[\s\S]*?<!-- end of stages -->/g

/** The page of a room with its diagrams made anew. */
const withDiagrams = (page: string): string => page.replace(PLACE, (_whole, name: string) => `<!-- stages: ${name} -->\n${diagrams[name]!()}\n<!-- end of stages -->`)

/** Pages that hold a diagram made from a transition table, by their path from the root. */
export function readmesWithDiagrams(root: string): Record<string, () => string> {
  const pages = ['src/capabilities/admission/README.md', 'src/capabilities/transfers/README.md']
  return Object.fromEntries(pages.map((path) => [path, () => withDiagrams(readFileSync(join(root, path), 'utf8'))]))
}
