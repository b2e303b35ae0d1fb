import { role, roles, type Policy } from '../../platform/action/index.ts'

export const organisationsPolicy = {
  'organisations.read': [
    ...roles('superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector', 'administrator').in('ownSubtree'), role('cellSecretary').in('ownCell'),
  ],
  'organisations.found': [role('superiorOfficer').in('ownSubtree')],
  'organisations.register': [role('superiorOfficer').in('ownSubtree')],
  'organisations.recordCommittee': [role('superiorOfficer').in('ownSubtree'), role('grassrootsOfficer').in('ownSubtree')],
  'organisations.authoriseAdmission': [role('superiorOfficer').in('ownSubtree')],
} satisfies Policy
