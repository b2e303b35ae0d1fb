import { role, roles, type Policy } from '../../platform/action/index.ts'

const officers = roles('superiorOfficer', 'grassrootsOfficer').in('ownSubtree')
const secretary = role('cellSecretary').in('ownCell')
const readers = [...officers, secretary, ...roles('leader', 'inspector').in('ownSubtree')]

export const membersPolicy = {
  'members.list': readers,
  'members.read': [...readers, role('member').in('self'), role('cellSecretary').in('self')],
  'members.readOwn': roles('superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'member', 'inspector', 'administrator').in('everywhere'),
  // Ethnic group and religion: the strictest class of personal data. Leaders see counts.
  'members.readStrictClass': [...officers, secretary, role('inspector').in('ownSubtree'), role('member').in('self')],
  'members.reveal': [...readers, role('member').in('self')],
  'members.export': [...officers, secretary],
  'members.readAwayFigures': [...officers, ...roles('leader', 'inspector').in('ownSubtree')],
  'members.recordAway': [...officers, secretary],
  'members.recordPost': officers,
  'members.move': officers,
} satisfies Policy
