import { newId, type PlainDate } from '../../../../../kernel/index.ts'
import { dayText, type Choice, type FieldError, say } from '../../../../../platform/ui-kit/index.ts'
import type { FaultKind } from '../../../codes.ts'
import type { CaseFile } from '../../client.ts'
import { linesOf, stateOfLine, type PaperLine } from '../../paper-line.ts'
import { word } from '../../words.vi.ts'

/** A reason as it is being written. `about` says what it names: `paper:<id>`, `type:<code>` or `condition:<code>`. */
export type DraftReason = { readonly key: string; readonly about: string; readonly kind: FaultKind | ''; readonly what: string; readonly todo: string }

export const emptyReason = (): DraftReason => ({ key: newId(), about: '', kind: '', what: '', todo: '' })

function proposedFrom(line: PaperLine): DraftReason | undefined {
  const { row, paper } = line
  const state = stateOfLine(line)
  const key = newId()
  if (state === 'missing' && row.neededByNow)
    return { key, about: paper ? `paper:${paper.id}` : `type:${row.code}`, kind: 'missing', what: paper?.remark ?? word('proposeMissing'), todo: word('proposeMissingTodo') }
  if (!paper) return undefined
  if (state === 'expired')
    return { key, about: `paper:${paper.id}`, kind: 'stale', what: word('proposeStale', { day: dayText(paper.datedOn), until: dayText(paper.freshUntil) }), todo: word('proposeStaleTodo') }
  return state === 'needsWork' ? { key, about: `paper:${paper.id}`, kind: paper.fault ?? 'other', what: paper.remark ?? '', todo: word('needsWorkTodo') } : undefined
}

/** Every paper found bad is proposed as a reason, and every condition that is not met. */
export function proposedReasons(file: CaseFile): DraftReason[] {
  const papers = linesOf(file.checklist).flatMap((line) => proposedFrom(line) ?? [])
  return papers.length > 0 ? papers : [emptyReason()]
}

/** What a reason may be about: papers kept, types that are missing, conditions. */
export function subjectsOf(file: CaseFile): Choice[] {
  const papers = linesOf(file.checklist.filter((row) => row.state !== 'notRequired')).map(({ row, paper }) => ({
    value: paper ? `paper:${paper.id}` : `type:${row.code}`,
    label: [row.formMark, row.title, paper?.subject && `– ${paper.subject.name}`].filter(Boolean).join(' '),
  }))
  const conditions = (file.eligibility?.reasons ?? []).map((reason) => ({ value: `condition:${reason.condition}`, label: `${word('aboutCondition')}: ${reason.title}` }))
  return [...papers, ...conditions.filter((one, i, all) => all.findIndex((other) => other.value === one.value) === i)]
}

export function reasonWrongs(reasons: readonly DraftReason[], dueOn: PlainDate | undefined): FieldError[] {
  const wrongs: FieldError[] = reasons.length === 0 ? [{ field: 'dueOn', text: word('returnNoReasons') }] : []
  for (const [i, reason] of reasons.entries()) {
    const at = (label: string) => `${word('returnReasonNo', { n: i + 1 })}: ${label}`
    if (!reason.about) wrongs.push({ field: `about-${reason.key}`, text: word('mustChoose', { field: at(word('returnAbout')) }) })
    if (!reason.kind) wrongs.push({ field: `kind-${reason.key}`, text: word('mustChoose', { field: at(word('returnKind')) }) })
    if (!reason.what.trim()) wrongs.push({ field: `what-${reason.key}`, text: say('ui.fieldMissing', { field: at(word('returnWhat')) }) })
    if (!reason.todo.trim()) wrongs.push({ field: `todo-${reason.key}`, text: say('ui.fieldMissing', { field: at(word('returnTodo')) }) })
  }
  if (!dueOn) wrongs.push({ field: 'dueOn', text: say('ui.fieldMissing', { field: word('returnDue') }) })
  return wrongs
}

/** The reason as the contract wants it. */
export function reasonInput({ about, kind, what, todo }: DraftReason) {
  const [sort, value] = [about.slice(0, about.indexOf(':')), about.slice(about.indexOf(':') + 1)]
  const named = sort === 'paper' ? { documentId: value } : sort === 'type' ? { documentType: value } : { condition: value }
  return { ...named, kind: kind as FaultKind, what, todo }
}
