import { role, roles, type Policy } from '../../platform/action/index.ts'

const officers = roles('superiorOfficer', 'grassrootsOfficer').in('ownSubtree')
const readers = [...officers, ...roles('leader', 'inspector').in('ownSubtree'), role('cellSecretary').in('ownCell')]

/** The committee of the grassroots proposes its own members; badges are given, and party age is corrected, by decision of the committee above. */
export const lifecyclePolicy = {
  'lifecycle.readBadges': readers,
  'lifecycle.readPartyAge': [...readers, role('member').in('self')],
  'lifecycle.proposeBadge': officers,
  'lifecycle.decideBadges': [role('superiorOfficer').in('ownSubtree')],
  'lifecycle.recordBadge': officers,
  'lifecycle.exportBadges': officers,
  'lifecycle.rulePartyAge': [role('superiorOfficer').in('ownSubtree')],
  'lifecycle.listMeasures': readers,
  'lifecycle.readMeasures': [...readers, role('member').in('self')],
  'lifecycle.openMeasures': [...readers, role('member').in('self')],
  'lifecycle.exportMeasures': officers,
  'lifecycle.recordDiscipline': officers,
  'lifecycle.recordComplaint': officers,
  // A measure is upheld or annulled by the committee above.
  'lifecycle.reviewDiscipline': [role('superiorOfficer').in('ownSubtree')],
  'lifecycle.listEndings': readers,
  'lifecycle.readEndings': readers,
  'lifecycle.openEndings': readers,
  'lifecycle.openEnding': [...officers, role('cellSecretary').in('ownCell')],
  'lifecycle.recordCellVote': [...officers, role('cellSecretary').in('ownCell')],
  'lifecycle.recordCommitteeVote': officers,
  // A grassroots committee may decide where it is given the power to; which one has it is judged by the tree of the day.
  'lifecycle.decideEnding': officers,
  'lifecycle.recordDeath': [...officers, role('cellSecretary').in('ownCell')],
  'lifecycle.reviewEnding': [role('superiorOfficer').in('ownSubtree')],
  'lifecycle.suspend': officers,
  // The cell itself decides on exemption, and reports up.
  'lifecycle.exempt': [...officers, role('cellSecretary').in('ownCell')],
} satisfies Policy
