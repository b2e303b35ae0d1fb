import type { Citation } from './citation.ts'

/** What sort of "no" it is. HTTP knows kinds, never codes. */
export type RefusalKind = 'invalid' | 'notFound' | 'notAllowed' | 'conflict' | 'againstRule' | 'tooLarge' | 'tooMany'

export type Fact = string | number | boolean | null | readonly string[]
export type Facts = Readonly<Record<string, Fact>>

/** One reason of a refusal: `<room>.<whatIsWrong>`, the facts that fill its text, and the clause when a rule says no. */
export type Reason = { readonly code: string; readonly facts: Facts; readonly citation?: Citation | undefined }

/**
 * A "no" that the user should understand. Built by a function in a room's `errors.ts` and thrown by an action.
 * When several reasons apply, all of them are named. Everything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly reasons: readonly [Reason, ...Reason[]]

  constructor(kind: RefusalKind, code: string, facts: Facts = {}, citation?: Citation) {
    super(code)
    this.name = 'Refusal'
    this.kind = kind
    this.reasons = [{ code, facts, citation }]
  }

  get code(): string {
    return this.reasons[0].code
  }

  get facts(): Facts {
    return this.reasons[0].facts
  }

  get citation(): Citation | undefined {
    return this.reasons[0].citation
  }

  /** One refusal that names every reason; the first decides the kind. `undefined` when there is none. */
  static all(refusals: readonly Refusal[]): Refusal | undefined {
    const [first, ...rest] = refusals
    if (!first) return undefined
    if (rest.length === 0) return first
    const joined = new Refusal(first.kind, first.code, first.facts, first.citation)
    ;(joined as { reasons: Refusal['reasons'] }).reasons = [first.reasons[0], ...first.reasons.slice(1), ...rest.flatMap((r) => r.reasons)]
    return joined
  }
}
