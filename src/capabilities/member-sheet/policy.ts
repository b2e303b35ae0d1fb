import { role, roles, type Policy } from '../../platform/action/index.ts'

const everybody = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'member', 'inspector', 'administrator'] as const
const own = roles(...everybody).in('self')
const officers = roles('superiorOfficer', 'grassrootsOfficer').in('ownSubtree')
const secretary = role('cellSecretary').in('ownCell')
const readers = [...officers, secretary, ...roles('leader', 'inspector').in('ownSubtree')]

export const memberSheetPolicy = {
  'memberSheet.read': [...readers, ...own],
  'memberSheet.readOwn': roles(...everybody).in('everywhere'),
  'memberSheet.open': [...readers, ...own],
  // The member, and the levels that keep dossiers or inspect how they are kept.
  'memberSheet.listOpenings': [...officers, role('inspector').in('ownSubtree'), ...own],
  'memberSheet.propose': [...officers, secretary, ...own],
  'memberSheet.readPhoto': [...officers, role('inspector').in('ownSubtree'), ...own],
  'memberSheet.listProposals': [...readers, role('member').in('everywhere'), ...own],
  // Where the role must be held is asked by the act: at the level that keeps the dossier.
  'memberSheet.decide': officers,
  'memberSheet.openCampaign': officers,
  'memberSheet.readCampaigns': readers,
  'memberSheet.answer': [...officers, secretary, ...own],
  'memberSheet.check': [...officers, secretary],
  'memberSheet.takeIn': officers,
} satisfies Policy
