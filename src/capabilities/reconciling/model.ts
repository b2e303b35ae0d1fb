import { fold, tidy } from '../../kernel/index.ts'
import type { DifferenceKind, Mark, Phase, Reason, Said, SaidField, TaskOwner } from './codes.ts'

/** A member on a list, by a key that is the same on both lists. */
export type ListLine = { readonly key: string; readonly values: Readonly<Partial<Record<SaidField, string | null>>> }
export type Comparison<L extends ListLine> = {
  readonly same: readonly L[]
  readonly differing: readonly { readonly ours: L; readonly theirs: L; readonly fields: readonly SaidField[] }[]
  readonly onlyOurs: readonly L[]
  readonly onlyTheirs: readonly L[]
}

const isAlike = (a: string | null | undefined, b: string | null | undefined): boolean => tidy(a ?? '') === tidy(b ?? '')

/** Fields that both lines speak of and say otherwise. */
function fieldsApart(ours: ListLine, theirs: ListLine): SaidField[] {
  return (Object.keys(ours.values) as SaidField[]).filter((field) => field in theirs.values && !isAlike(ours.values[field], theirs.values[field]))
}

/**
 * Two lists side by side. Every line of either list stands in exactly one place; `theirs` read as `ours` gives the same picture turned
 * round; and ours + only theirs − only ours is their number. Keys are unique within a list.
 */
export function compareLists<L extends ListLine>(ours: readonly L[], theirs: readonly L[]): Comparison<L> {
  const byKey = new Map(theirs.map((line) => [line.key, line]))
  const own = new Set(ours.map(({ key }) => key))
  const both = ours.flatMap((line) => { const other = byKey.get(line.key); return other ? [{ ours: line, theirs: other, fields: fieldsApart(line, other) }] : [] })
  return {
    same: both.filter(({ fields }) => fields.length === 0).map((pair) => pair.ours), differing: both.filter(({ fields }) => fields.length > 0),
    onlyOurs: ours.filter(({ key }) => !byKey.has(key)), onlyTheirs: theirs.filter(({ key }) => !own.has(key)),
  }
}

/** What the other level says of one line; without a person it is somebody whom only their list has. */
export type Statement = {
  readonly personId: string | null
  readonly mark: Mark
  readonly reason: Reason | null
  readonly reasonOn: string | null
  readonly note: string | null
  readonly said: Said
  readonly questions: readonly string[]
}

const isGone = ({ mark, reason }: Statement): boolean => mark === 'surplus' || mark === 'absent' || (mark === 'wrong' && (reason === 'died' || reason === 'movedOut'))

/** Whether the other level counts the line as a member of its own. A line that is only asked about stays. */
export const countsAsTheirs = (statement: Statement): boolean => (statement.personId ? !isGone(statement) : statement.mark !== 'right')

function goneKind({ mark, reason }: Statement): DifferenceKind {
  if (reason === 'died' || reason === 'movedOut') return reason
  return mark === 'absent' ? 'absent' : 'surplus'
}

function kindsOfKnown(statement: Statement): DifferenceKind[] {
  const { mark, reason, said, note } = statement
  const kinds: DifferenceKind[] = []
  if (isGone(statement)) kinds.push(goneKind(statement))
  if (said.fullName !== undefined) kinds.push('name')
  if (said.cellCode !== undefined || (mark === 'wrong' && reason === 'otherCell')) kinds.push('otherCell')
  if (Object.keys(said).some((field) => field !== 'fullName' && field !== 'cellCode')) kinds.push('particulars')
  if (mark === 'wrong' && kinds.length === 0) kinds.push(note ? 'particulars' : 'unclear')
  if (mark === 'unclear') kinds.push('unclear')
  return kinds
}

/** The differences that a statement makes with our list; what cannot be understood is one too. */
export function kindsOf(statement: Statement): DifferenceKind[] {
  const { personId, mark, reason, questions } = statement
  const kinds = personId ? kindsOfKnown(statement)
    : mark === 'right' ? [] : mark === 'unclear' ? (['unclear'] as const) : reason === 'admitted' || reason === 'movedIn' ? [reason] : (['missing'] as const)
  return questions.length > 0 && !kinds.includes('unclear' as never) ? [...kinds, 'unclear'] : [...kinds]
}

const asksTheCell: ReadonlySet<DifferenceKind> = new Set(['absent', 'surplus', 'missing', 'unclear'])

/** Who acts first: the cell where something is to be asked (why, since when), the committee where something is to be recorded. */
export function ownerOf(kind: DifferenceKind, { reasonOn, atCell }: { reasonOn: string | null; atCell: boolean }): TaskOwner {
  const asks = asksTheCell.has(kind) || ((kind === 'died' || kind === 'movedOut') && !reasonOn)
  return asks && atCell ? 'cell' : 'grassrootsCommittee'
}

/** The fields of a statement that one of its differences is about. */
export function saidFor(kind: DifferenceKind, { said }: Statement): Said {
  const of = (...fields: SaidField[]): Said => Object.fromEntries(fields.flatMap((field) => (said[field] === undefined ? [] : [[field, said[field]]])))
  if (kind === 'name') return of('fullName')
  if (kind === 'otherCell') return of('cellCode')
  const { fullName: _name, cellCode: _cell, ...others } = said
  return kind === 'particulars' ? others : ['missing', 'admitted', 'movedIn'].includes(kind) ? said : {}
}

/** A mark as it is written; nothing written says nothing. */
export function readMark(text: string | null): Mark | undefined | null {
  const word = fold(text ?? '').replace(/[^a-z0-9✓]/g, '')
  if ((text ?? '').trim() === '') return null
  if (/^(dung|d|x|v|ok|co|1|✓)$/.test(word) || /^[✓✔]$/.test((text ?? '').trim())) return 'right'
  if (/^(sai|s)$/.test(word)) return 'wrong'
  if (/^thua$/.test(word)) return 'surplus'
  return /^thieu$/.test(word) ? 'missing' : undefined
}

/** Key of somebody whom only their list has, the same for the same words. */
export const lineKeyOf = (line: { fullName: string; bornOn: string | null }): string => `${fold(line.fullName)}|${line.bornOn ?? ''}`

type Counts = { readonly unmarked: number; readonly open: number; readonly below: boolean; readonly above: boolean }

export const phaseOf = ({ unmarked, open, below, above }: Counts): Phase =>
  above ? 'agreed' : below ? 'signedBelow' : unmarked > 0 ? 'marking' : open > 0 ? 'settling' : 'toSign'
