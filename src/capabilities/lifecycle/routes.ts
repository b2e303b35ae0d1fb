import { act, read, type RoutesFor } from '../../platform/http/index.ts'
import { decideBadges, listBadges, recordEarlierBadge, revokeBadge } from './actions/decide-badges.ts'
import { exportBadges } from './actions/export-badges.ts'
import { listAwardDays, listBadgeCandidates } from './actions/list-candidates.ts'
import { findPartyAge, rulePartyAge, withdrawRuling } from './actions/party-age.ts'
import { proposeBadges, withdrawBadge } from './actions/propose-badges.ts'
import type { lifecycleContract } from './contract.ts'

export const lifecycleRoutes: RoutesFor<typeof lifecycleContract> = {
  listAwardDays: read(listAwardDays),
  listBadgeCandidates: read(listBadgeCandidates),
  listBadges: read(listBadges),
  exportBadges: read(exportBadges),
  proposeBadges: act(proposeBadges),
  withdrawBadge: act(withdrawBadge),
  decideBadges: act(decideBadges),
  recordEarlierBadge: act(recordEarlierBadge),
  revokeBadge: act(revokeBadge),
  findPartyAge: read(findPartyAge),
  rulePartyAge: act(rulePartyAge),
  withdrawRuling: act(withdrawRuling),
}
