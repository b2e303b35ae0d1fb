import { roomClient } from '../../../platform/ui-kit/index.ts'
import { rulebookContract } from '../contract.ts'

export const rulebook = roomClient(rulebookContract)

export type RuleList = Awaited<ReturnType<typeof rulebook.listRules>>
export type Rule = RuleList['rules'][number]
export type RuleOverride = Rule['overrides'][number]

/** Everything read in this room stands under this key. */
export const ROOM = 'rulebook'
