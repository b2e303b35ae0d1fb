import { fold, tidy } from '../../kernel/index.ts'
import { comeKinds, goneKinds, type ActKind, type DifferenceKind } from './codes.ts'
import type { SettledBy } from './queries/differences.ts'
import type { ActSince, Listed } from './queries/lists.ts'

/** What the register says now of the day of the list. */
export type RegisterNow = { readonly byId: ReadonlyMap<string, Listed>; /** Who is on it and was not on the frozen list. */ readonly come: readonly Listed[]; /** Whose particulars were corrected since. */ readonly corrected: ReadonlySet<string> }

export function registerNow(register: readonly Listed[], frozen: ReadonlySet<string>, corrected: ReadonlySet<string>): RegisterNow {
  return { corrected, byId: new Map(register.map((each) => [each.personId, each])), come: register.filter(({ personId }) => !frozen.has(personId)) }
}

type Told = { readonly kind: DifferenceKind; readonly personId: string | null; readonly fullName: string; readonly bornOn: string | null; readonly placeId: string; readonly theirs: Readonly<Record<string, string>> }

const isOneOf = (kinds: readonly DifferenceKind[], kind: DifferenceKind): boolean => kinds.includes(kind)
const mayBeSameBirth = (a: string | null, b: string | null): boolean => !a || !b || a.startsWith(b) || b.startsWith(a)

/** The member of the register with whom it agrees by now with their list; none while the two still differ, or where it cannot be told. */
export function agreedPerson({ kind, personId, fullName, bornOn, placeId, theirs }: Told, now: RegisterNow): string | undefined {
  if (isOneOf(comeKinds, kind)) return now.come.find((each) => fold(each.fullName) === fold(fullName) && mayBeSameBirth(each.bornOn, bornOn))?.personId
  if (!personId || kind === 'unclear') return undefined
  const listed = now.byId.get(personId)
  if (isOneOf(goneKinds, kind)) return listed ? undefined : personId
  if (!listed) return undefined
  const fields = Object.entries(theirs)
  if (kind === 'otherCell' && fields.length === 0) return listed.placeId === placeId ? undefined : personId
  // Of what is told in words, or of a number told by its last digits, a correction since is all that can be seen.
  if (fields.length === 0 || 'identityNumber' in theirs) return now.corrected.has(personId) ? personId : undefined
  return fields.every(([field, value]) => tidy(String(listed[field as keyof Listed] ?? '')) === tidy(value)) ? personId : undefined
}

const telling: Readonly<Record<'gone' | 'come' | 'changed' | 'moved', readonly ActKind[]>> = {
  gone: ['departure', 'transfer', 'joining', 'placement', 'status'], come: ['admission', 'transfer', 'placement', 'status'], changed: ['correction', 'membership', 'joining', 'placement'], moved: ['transfer', 'placement'],
}

/** By which kinds of acts a difference of a kind may have been settled, the most telling first. */
export const tellingActs = (kind: DifferenceKind): readonly ActKind[] =>
  telling[isOneOf(goneKinds, kind) ? 'gone' : isOneOf(comeKinds, kind) ? 'come' : kind === 'otherCell' ? 'moved' : 'changed']

/** The act that brought a person on or off a list, or changed what it says, as far as one was recorded. */
export function causeOf(personId: string, kinds: readonly ActKind[], acts: readonly ActSince[]): SettledBy | null {
  const own = acts.filter((act) => act.personId === personId)
  const found = kinds.flatMap((kind) => own.find((act) => act.kind === kind) ?? [])[0]
  return found ? { kind: found.kind as ActKind, subjectId: found.subjectId, on: found.on, basis: found.basis } : null
}
export const causeOfChange = (personId: string, change: keyof typeof telling, acts: readonly ActSince[]): SettledBy | null => causeOf(personId, telling[change], acts)
