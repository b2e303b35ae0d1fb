import { role, roles, type Policy } from '../../platform/action/index.ts'

const readers = roles('superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector').in('ownSubtree')
const keepers = [...roles('superiorOfficer', 'grassrootsOfficer').in('ownSubtree'), role('cellSecretary').in('ownCell')]

export const sourcesAndTargetsPolicy = {
  'sourcesAndTargets.readSources': [...readers, role('cellSecretary').in('ownCell')],
  'sourcesAndTargets.readRemarks': keepers,
  'sourcesAndTargets.keepSources': keepers,
  'sourcesAndTargets.readTargets': [...readers, role('cellSecretary').in('ownCell')],
  'sourcesAndTargets.assignTargets': roles('superiorOfficer', 'leader', 'grassrootsOfficer').in('ownSubtree'),
  'sourcesAndTargets.setOwnTarget': roles('superiorOfficer', 'leader').in('ownSubtree'),
  'sourcesAndTargets.readMassReviews': [...readers, role('cellSecretary').in('ownCell')],
  'sourcesAndTargets.recordMassReview': keepers,
} satisfies Policy
