import type { Finding } from '../client.ts'
import { groupTitle } from './finding-words.ts'

export type Kind = Finding['kind']
export const kinds = ['error', 'question', 'warning', 'proposal'] as const

/** Findings that are looked at, and accepted, together: those of one code. */
export type FindingGroup = { readonly code: string; readonly kind: Kind; readonly title: string; readonly findings: readonly Finding[]; readonly open: number }

const needsSettling = (kind: Kind) => kind !== 'warning'

/** Groups by code, in the order of the kinds, the open ones first, the large ones before the small. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const byCode = new Map<string, Finding[]>()
  for (const finding of findings) {
    // Remarks that say the same stand together; what is accepted is accepted by its code.
    const key = finding.kind === 'warning' ? groupTitle(finding.code) : `${finding.kind} ${finding.code}`
    const same = byCode.get(key)
    if (same) same.push(finding)
    else byCode.set(key, [finding])
  }
  const groups = [...byCode.values()].map((same): FindingGroup => {
    const { code, kind } = same[0]!
    const open = same.filter((each) => needsSettling(kind) && !each.settled)
    return { code, kind, title: groupTitle(code), findings: [...open, ...same.filter((each) => !open.includes(each))], open: open.length }
  })
  return groups.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || Number(b.open > 0) - Number(a.open > 0) || b.findings.length - a.findings.length)
}

/** What still stands in the way of a row: open findings by kind, without the groups left for later. */
export function openCounts(groups: readonly FindingGroup[], left: ReadonlySet<string>): { error: number; question: number; proposal: number } {
  const of = (kind: Kind) => groups.filter((group) => group.kind === kind && !left.has(group.code)).reduce((sum, group) => sum + group.open, 0)
  return { error: of('error'), question: of('question'), proposal: of('proposal') }
}
