import { act, read, uncover, type RoutesFor } from '../../platform/http/index.ts'
import { decideBadges, listBadges, recordEarlierBadge, revokeBadge } from './actions/decide-badges.ts'
import { recordComplaint, recordDisciplineWith, reviewDiscipline } from './actions/discipline.ts'
import { endExemption, exemptMember } from './actions/exemption.ts'
import { listAwardDays, listBadgeCandidates } from './actions/list-candidates.ts'
import { findMeasures, listMeasures, openMeasures } from './actions/list-measures.ts'
import { findPartyAge, rulePartyAge, withdrawRuling } from './actions/party-age.ts'
import { proposeBadges, withdrawBadge } from './actions/propose-badges.ts'
import { extendSuspension, liftSuspension, suspendMember } from './actions/suspension.ts'
import { decideEndingWith, dropEnding, recordDeathWith } from './endings/actions/decide-ending.ts'
import { findEndingsWith, listEndings, openEndings } from './endings/actions/list-endings.ts'
import { openResignation, openStrikeOff } from './endings/actions/open-ending.ts'
import { complainOfEnding, reviewEnding } from './endings/actions/review-ending.ts'
import { recordEndingVote, rollForEnding } from './endings/actions/vote.ts'
import { noTies, type Ties } from './endings/ports.ts'
import type { lifecycleContract } from './contract.ts'

/** `ties`: what the rooms above keep of a member whose membership ends; handed in by the roof, nothing without it. */
export const lifecycleRoutes = ({ ties = noTies }: { ties?: Ties } = {}): RoutesFor<typeof lifecycleContract> => ({
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
  openMeasures: uncover(openMeasures),
  recordDiscipline: act(recordDisciplineWith(ties)),
  recordComplaint: act(recordComplaint),
  reviewDiscipline: act(reviewDiscipline),
  suspendMember: act(suspendMember),
  extendSuspension: act(extendSuspension),
  liftSuspension: act(liftSuspension),
  exemptMember: act(exemptMember),
  endExemption: act(endExemption),
  listEndings: read(listEndings),
  findEndings: read(findEndingsWith(ties)),
  openEndings: uncover(openEndings),
  rollForEnding: read(rollForEnding),
  openStrikeOff: act(openStrikeOff),
  openResignation: act(openResignation),
  recordEndingVote: act(recordEndingVote),
  decideEnding: act(decideEndingWith(ties)),
  dropEnding: act(dropEnding),
  recordDeath: act(recordDeathWith(ties)),
  complainOfEnding: act(complainOfEnding),
  reviewEnding: act(reviewEnding),
})
