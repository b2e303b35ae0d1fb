import type { UncertainDate } from '../../kernel/index.ts'
import type { Ctx, Seen } from '../../platform/action/index.ts'

/**
 * People below an organisation (without one: in the actor's part) who had an open file of admission on a day, as known at a moment, with their
 * cell. The room that knows files stands above this one, so the roof hands it in.
 */
export type OpenCases = (ctx: Ctx, organisationId: string | undefined, seen: Seen) => Promise<readonly { readonly personId: string; readonly cellId: string }[]>

/** Somebody who is to be written down, as far as the form asks. */
export type Newcomer = { readonly fullName: string; readonly otherName?: string | null | undefined; readonly sex?: string | null | undefined; readonly bornOn?: UncertainDate | null | undefined; readonly nativePlace?: string | null | undefined; readonly phone?: string | null | undefined; /** The cell that writes it down. */ readonly cellId: string }

/**
 * Who within the actor's part may be the newcomer, the likeliest first, each in words with the reasons. The room that knows what looks alike
 * stands above this one, so the roof hands it in.
 */
export type FindAlike = (ctx: Ctx, newcomer: Newcomer) => Promise<readonly string[]>
