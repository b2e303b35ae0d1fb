import { roles, type Policy } from '../../platform/action/index.ts'

const readers = roles('superiorOfficer', 'leader', 'inspector', 'grassrootsOfficer').in('ownSubtree')

export const reportsPolicy = {
  'reports.read': readers,
  'reports.openPeriod': roles('superiorOfficer').in('ownSubtree'),
  'reports.submit': roles('grassrootsOfficer').in('ownSubtree'),
  'reports.submitFurther': roles('superiorOfficer').in('ownSubtree'),
  'reports.decide': roles('superiorOfficer').in('ownSubtree'),
  'reports.export': readers,
} satisfies Policy
