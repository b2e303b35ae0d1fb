import { role, roles, type Policy } from '../../platform/action/index.ts'

const readers = roles('superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector').in('ownSubtree')

export const statisticsPolicy = {
  'statistics.readFigures': [...readers, role('cellSecretary').in('ownCell')],
  'statistics.readDashboard': readers,
  'statistics.exportTables': readers,
} satisfies Policy
