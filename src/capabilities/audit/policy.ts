import { role, roles, type Policy } from '../../platform/action/index.ts'

export const auditPolicy = {
  'audit.readEntries': [...roles('superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector').in('ownSubtree'), role('administrator').in('everywhere')],
} satisfies Policy
