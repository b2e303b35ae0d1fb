import type { PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import type { EndKind } from '../../members/index.ts'
import type { TieFate, TieKind } from './codes.ts'

/** Something that a membership has tied to it, and what becomes of it when membership ends. */
export type Tie = { readonly kind: TieKind; readonly name: string; readonly fate: TieFate }

/** Membership of a person ends: `on` is the first day without it, `basis` the paper in words. */
export type EndOfMembership = { readonly personId: string; readonly on: PlainDate; readonly kind: EndKind; readonly basis: string }

/** What rooms above this one keep of a member, handed in by the roof: named before the end, and seen to in the same act. */
export type Ties = {
  readonly list: (ctx: Ctx, personId: string, kind: EndKind) => Promise<Tie[]>
  readonly settle: (ctx: Ctx, end: EndOfMembership) => Promise<void>
}

export const noTies: Ties = { list: async () => [], settle: async () => undefined }
