import { act, read, type RoutesFor } from '../../platform/http/index.ts'
import { listRules } from './actions/list-rules.ts'
import { overrideRule, withdrawOverride } from './actions/override-rule.ts'
import type { rulebookContract } from './contract.ts'

export const rulebookRoutes: RoutesFor<typeof rulebookContract> = {
  listRules: read(listRules),
  overrideRule: act(overrideRule),
  withdrawOverride: act(withdrawOverride),
}
