import type { Ctx } from '../../platform/action/index.ts'

export type Names = { readonly people: ReadonlyMap<string, string>; readonly organisations: ReadonlyMap<string, string> }

/** What the rooms above hand in: what their entries are called, and the names of people and organisations that the actor may see. */
export type TrailWords = {
  /** Event, `<room>.<whatHappened>`, to its words. */
  readonly events: Readonly<Record<string, string>>
  /** Events with which somebody looked at covered things or took them out of the house; they change nothing. */
  readonly looks: readonly string[]
  readonly roleNames: Readonly<Record<string, string>>
  readonly namesOf: (ctx: Ctx, ids: { readonly people: readonly string[]; readonly organisations: readonly string[] }) => Promise<Names>
}
