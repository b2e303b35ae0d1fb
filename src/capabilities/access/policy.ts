import { role, roles, type Policy } from '../../platform/action/index.ts'

export const accessPolicy = {
  'access.useOwnAccount': roles('superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'member', 'inspector', 'administrator').in('everywhere'),
  'access.readAccounts': [role('administrator').in('ownSubtree'), role('grassrootsOfficer').in('ownSubtree'), role('inspector').in('ownSubtree')],
  'access.manageAccounts': [role('administrator').in('ownSubtree')],
} satisfies Policy
