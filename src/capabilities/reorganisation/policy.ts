import { roles, type Policy } from '../../platform/action/index.ts'

export const reorganisationPolicy = {
  'reorganisation.read': roles('superiorOfficer', 'leader', 'inspector', 'grassrootsOfficer').in('ownSubtree'),
  'reorganisation.readPlan': roles('superiorOfficer', 'leader', 'inspector').in('ownSubtree'),
  'reorganisation.plan': roles('superiorOfficer').in('ownSubtree'),
} satisfies Policy
