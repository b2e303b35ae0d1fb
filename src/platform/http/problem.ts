import type { Refusal, RefusalKind } from '../../kernel/index.ts'
import { fillIn, type RefusalWordsByCode } from '../words.ts'

const statusOf: Readonly<Record<RefusalKind, number>> = { invalid: 422, notFound: 404, notAllowed: 403, conflict: 409, againstRule: 422, tooLarge: 413, tooMany: 429 }

/** A refusal as problem details (RFC 9457), with every reason, its facts, its clause and its words. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  code: string
  kind: RefusalKind
  reasons: { code: string; facts: unknown; citation?: unknown; message: string; why?: string; todo?: string }[]
}

/** Builds the problem document of a refusal. A code without words is a defect that a house test finds. */
export function problemOf(refusal: Refusal, words: RefusalWordsByCode): Problem {
  const reasons = refusal.reasons.map(({ code, facts, citation }) => {
    const text = words[code]
    return {
      code, facts,
      ...(citation ? { citation } : {}),
      message: fillIn(text?.what ?? code, facts),
      ...(text?.why ? { why: fillIn(text.why, facts) } : {}),
      ...(text?.todo ? { todo: fillIn(text.todo, facts) } : {}),
    }
  })
  const first = reasons[0]!
  return {
    type: `urn:dangvu:refusal:${refusal.code}`,
    title: first.message,
    status: refusal.code === 'platform.notSignedIn' ? 401 : statusOf[refusal.kind],
    detail: reasons.map((r) => [r.message, r.why, r.todo].filter(Boolean).join(' ')).join(' '),
    code: refusal.code,
    kind: refusal.kind,
    reasons,
  }
}
