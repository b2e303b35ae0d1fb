import type { Citation, Facts, RefusalKind } from '../../kernel/index.ts'

/** One reason of a refusal as the server words it: what is wrong, why (with the clause), what to do. */
export type WordedReason = {
  readonly code: string
  readonly facts: Facts
  readonly message: string
  readonly why?: string | undefined
  readonly todo?: string | undefined
  readonly citation?: Citation | undefined
  /** Name of the field of the form that the reason is about, when there is one. */
  readonly field?: string | undefined
}

/** The server said no, and says why. Everything the user typed stays where it is. */
export class RefusedError extends Error {
  readonly status: number
  readonly kind: RefusalKind | 'signedOut'
  readonly code: string
  readonly reasons: readonly WordedReason[]

  constructor(problem: { status: number; kind: RefusalKind | 'signedOut'; code: string; title: string; reasons: readonly WordedReason[] }) {
    super(problem.title)
    this.name = 'RefusedError'
    this.status = problem.status
    this.kind = problem.kind
    this.code = problem.code
    this.reasons = problem.reasons
  }
}

/** The server did not answer: no network, or it is being restarted. The same request may be sent again. */
export class NoAnswerError extends Error {
  override name = 'NoAnswerError'
}

/** The program failed; the server has logged it, and may have said under which mark. */
export class BrokenError extends Error {
  readonly status: number
  readonly reasons: readonly WordedReason[]
  constructor(status: number, message: string, reasons: readonly WordedReason[] = []) {
    super(message)
    this.name = 'BrokenError'
    this.status = status
    this.reasons = reasons
  }
}

export type Failure = RefusedError | NoAnswerError | BrokenError

/** Whatever was thrown, as one of the three failures a screen knows how to show. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof RefusedError || thrown instanceof NoAnswerError || thrown instanceof BrokenError) return thrown
  return new BrokenError(0, thrown instanceof Error ? thrown.message : String(thrown))
}

type ProblemJson = { title?: string; detail?: string; code?: string; kind?: RefusalKind; reasons?: WordedReason[] }

const GATEWAY_STATUSES = [502, 503, 504]
const kindOfStatus: Record<number, RefusalKind> = { 403: 'notAllowed', 404: 'notFound', 409: 'conflict', 413: 'tooLarge', 429: 'tooMany' }

/** A reason about one field of the input names it in its facts; the form finds its field by that name. */
function withField(reason: WordedReason): WordedReason {
  const field = reason.facts?.['field']
  return typeof field === 'string' && !reason.field ? { ...reason, field } : reason
}

/** Reads a problem document (RFC 9457) from an answer that is not a success. */
export async function failureOf(response: Response): Promise<Failure> {
  const isProblem = response.headers.get('content-type')?.includes('problem+json') ?? false
  const problem = isProblem ? ((await response.json().catch(() => ({}))) as ProblemJson) : {}
  const { status } = response
  const reasons = (problem.reasons ?? []).map(withField)
  const title = problem.title ?? `HTTP ${status}`
  if (!isProblem && GATEWAY_STATUSES.includes(status)) return new NoAnswerError(title)
  if (status >= 500) return new BrokenError(status, title, reasons)
  const kind = status === 401 ? 'signedOut' : (problem.kind ?? kindOfStatus[status] ?? 'invalid')
  return new RefusedError({ status, kind, code: problem.code ?? `ui.${kind}`, title, reasons })
}
