import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { actWords, admissionStageNames, confirmationStageNames, resultNames } from '../../src/capabilities/admission/messages.vi.ts'
import { admissionTransitions, confirmationTransitions, isFinal, type Result } from '../../src/capabilities/admission/transitions.ts'
import type { ActKind, Stage } from '../../src/capabilities/admission/codes.ts'

type Table = Readonly<Record<string, Readonly<Partial<Record<ActKind, Stage | Readonly<Partial<Record<Result, Stage>>>>>>>>

/** The ways out of a stage, each with the acts that lead there. Acts that stay are left out. */
function waysOf(stage: string, row: Table[string]): string[] {
  const ways = new Map<string, string[]>()
  for (const [act, target] of Object.entries(row) as [ActKind, Stage | Record<string, Stage>][])
    for (const [result, to] of typeof target === 'string' ? [[undefined, target] as const] : (Object.entries(target) as [Result, Stage][]))
      if (to !== stage) ways.set(to, [...(ways.get(to) ?? []), result ? `${actWords[act]} (${resultNames[result]})` : actWords[act]])
  return [...ways].map(([to, acts]) => `  ${stage} --> ${to}: ${acts.join(', ')}`)
}

/** A transition table as a Mermaid diagram. */
function diagramOf(table: Table, names: Readonly<Record<string, string>>, first: string): string {
  const stages = Object.keys(table)
  return [
    '```mermaid', 'stateDiagram-v2', ...stages.map((stage) => `  ${stage}: ${names[stage]}`), `  [*] --> ${first}`, ...stages.flatMap((stage) => waysOf(stage, table[stage]!)),
    ...stages.filter((stage) => isFinal(stage as Stage)).map((stage) => `  ${stage} --> [*]`), '```',
  ].join('\n')
}

const diagrams: Readonly<Record<string, () => string>> = {
  admission: () => diagramOf(admissionTransitions as Table, admissionStageNames, 'fileOpen'),
  confirmation: () => diagramOf(confirmationTransitions as Table, confirmationStageNames, 'running'),
}

const PLACE = /<!-- stages: (\w+) -->[\s\S]*?<!-- end of stages -->/g

/** The page of a room with its diagrams made anew. */
const withDiagrams = (page: string): string => page.replace(PLACE, (_whole, name: string) => `<!-- stages: ${name} -->\n${diagrams[name]!()}\n<!-- end of stages -->`)

/** Pages that hold a diagram made from a transition table, by their path from the root. */
export function readmesWithDiagrams(root: string): Record<string, () => string> {
  const pages = ['src/capabilities/admission/README.md']
  return Object.fromEntries(pages.map((path) => [path, () => withDiagrams(readFileSync(join(root, path), 'utf8'))]))
}
