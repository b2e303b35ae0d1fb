import type { Ctx } from '../../platform/action/index.ts'

/**
 * People below an organisation (without one: in the actor's part) who have an open file of admission, with their cell. The room that
 * knows files stands above this one, so the roof hands it in.
 */
export type OpenCases = (ctx: Ctx, organisationId: string | undefined) => Promise<readonly { readonly personId: string; readonly cellId: string }[]>
