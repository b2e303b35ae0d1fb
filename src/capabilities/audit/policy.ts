import { role, roles, type Policy } from '../../platform/action/index.ts'

export const auditPolicy = {
  'audit.readEntries': [...roles('superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector').in('ownSubtree'), role('administrator').in('everywhere')],
  // Which rows is the matter of each list's own reading; some lists ask for a permission of their own beside this one.
  'audit.exportList': [...roles('superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector').in('ownSubtree'), role('cellSecretary').in('ownCell'), role('administrator').in('everywhere')],
} satisfies Policy
