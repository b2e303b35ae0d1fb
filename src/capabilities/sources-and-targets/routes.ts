import { act, read, type RoutesFor } from '../../platform/http/index.ts'
import { addProspect } from './actions/add-prospect.ts'
import { assignMentor } from './actions/assign-mentor.ts'
import { assignTargets } from './actions/assign-targets.ts'
import { closeProspectOfCell, moveProspect } from './actions/close-prospect.ts'
import { listCellsBySourcesOf } from './actions/list-cells.ts'
import { findProspectOf, listMentorCandidates, listProspectsOf } from './actions/list-prospects.ts'
import { listMassReviews, recordMassReview } from './actions/mass-reviews.ts'
import { recordRemark } from './actions/record-remark.ts'
import { recordApplication, recordCertificate } from './actions/record-steps.ts'
import { findTargetProgress, listTargets } from './actions/target-progress.ts'
import type { sourcesAndTargetsContract } from './contract.ts'
import type { OpenCases } from './ports.ts'

/** `openCases`: people with an open file of admission, handed in by the roof; without it nobody has one. */
export const sourcesAndTargetsRoutes = ({ openCases = async () => [] }: { openCases?: OpenCases } = {}): RoutesFor<typeof sourcesAndTargetsContract> => ({
  addProspect: act(addProspect),
  listProspects: read(listProspectsOf(openCases)),
  findProspect: read(findProspectOf(openCases)),
  listMentorCandidates: read(listMentorCandidates),
  recordRemark: act(recordRemark),
  assignMentor: act(assignMentor),
  recordCertificate: act(recordCertificate),
  recordApplication: act(recordApplication),
  closeProspect: act(closeProspectOfCell),
  moveProspect: act(moveProspect),
  listCellsBySources: read(listCellsBySourcesOf(openCases)),
  assignTargets: act(assignTargets),
  findTargetProgress: read(findTargetProgress),
  listTargets: read(listTargets),
  recordMassReview: act(recordMassReview),
  listMassReviews: read(listMassReviews),
})
