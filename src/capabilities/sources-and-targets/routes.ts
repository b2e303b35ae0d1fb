import { act, read, type RoutesFor } from '../../platform/http/index.ts'
import { addProspectAsking } from './actions/add-prospect.ts'
import { assignMentor } from './actions/assign-mentor.ts'
import { assignTargets } from './actions/assign-targets.ts'
import { closeProspectOfCell, moveProspect } from './actions/close-prospect.ts'
import { listCellsBySourcesOf } from './actions/list-cells.ts'
import { describeProspect } from './actions/describe-prospect.ts'
import { findProspectOf, listMentorCandidates, listProspectsOf } from './actions/list-prospects.ts'
import { findReachOf } from './actions/find-reach.ts'
import { listMassReviews, recordMassReview } from './actions/mass-reviews.ts'
import { recordRemark } from './actions/record-remark.ts'
import { recordApplication, recordCertificate } from './actions/record-steps.ts'
import { findTargetProgress, listTargets } from './actions/target-progress.ts'
import type { sourcesAndTargetsContract } from './contract.ts'
import type { FindAlike, OpenCases } from './ports.ts'

/**
 * `openCases`: people with an open file of admission; `findAlike`: who may be somebody that is written down. Both handed in by the roof;
 * without them nobody has a file, and nobody looks alike.
 */
export const sourcesAndTargetsRoutes = ({ openCases = async () => [], findAlike = async () => [] }: { openCases?: OpenCases; findAlike?: FindAlike } = {}): RoutesFor<typeof sourcesAndTargetsContract> => ({
  addProspect: act(addProspectAsking(findAlike)),
  listProspects: read(listProspectsOf(openCases)),
  findProspect: read(findProspectOf(openCases)),
  listMentorCandidates: read(listMentorCandidates),
  recordRemark: act(recordRemark),
  assignMentor: act(assignMentor),
  recordCertificate: act(recordCertificate),
  recordApplication: act(recordApplication),
  describeProspect: act(describeProspect),
  closeProspect: act(closeProspectOfCell),
  moveProspect: act(moveProspect),
  listCellsBySources: read(listCellsBySourcesOf(openCases)),
  findReach: read(findReachOf(openCases)),
  assignTargets: act(assignTargets),
  findTargetProgress: read(findTargetProgress),
  listTargets: read(listTargets),
  recordMassReview: act(recordMassReview),
  listMassReviews: read(listMassReviews),
})
