import { act, read, type RoutesFor } from '../../platform/http/index.ts'
import { decideBadges, listBadges, recordEarlierBadge, revokeBadge } from './actions/decide-badges.ts'
import { recordComplaint, recordDiscipline, reviewDiscipline } from './actions/discipline.ts'
import { endExemption, exemptMember } from './actions/exemption.ts'
import { listAwardDays, listBadgeCandidates } from './actions/list-candidates.ts'
import { findMeasures, listMeasures } from './actions/list-measures.ts'
import { findPartyAge, rulePartyAge, withdrawRuling } from './actions/party-age.ts'
import { proposeBadges, withdrawBadge } from './actions/propose-badges.ts'
import { extendSuspension, liftSuspension, suspendMember } from './actions/suspension.ts'
import type { lifecycleContract } from './contract.ts'

export const lifecycleRoutes: RoutesFor<typeof lifecycleContract> = {
  listAwardDays: read(listAwardDays),
  listBadgeCandidates: read(listBadgeCandidates),
  listBadges: read(listBadges),
  proposeBadges: act(proposeBadges),
  withdrawBadge: act(withdrawBadge),
  decideBadges: act(decideBadges),
  recordEarlierBadge: act(recordEarlierBadge),
  revokeBadge: act(revokeBadge),
  findPartyAge: read(findPartyAge),
  rulePartyAge: act(rulePartyAge),
  withdrawRuling: act(withdrawRuling),
  listMeasures: read(listMeasures),
  findMeasures: read(findMeasures),
  recordDiscipline: act(recordDiscipline),
  recordComplaint: act(recordComplaint),
  reviewDiscipline: act(reviewDiscipline),
  suspendMember: act(suspendMember),
  extendSuspension: act(extendSuspension),
  liftSuspension: act(liftSuspension),
  exemptMember: act(exemptMember),
  endExemption: act(endExemption),
}
