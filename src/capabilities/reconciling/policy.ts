import { role, roles, type Policy } from '../../platform/action/index.ts'

const officers = roles('superiorOfficer', 'grassrootsOfficer').in('ownSubtree')
const secretary = role('cellSecretary').in('ownCell')

/** Asked of the organisation of a reconciliation, or of the cell of a line. */
export const reconcilingPolicy = {
  'reconciling.read': [...officers, secretary, ...roles('leader', 'inspector').in('ownSubtree')],
  'reconciling.open': roles('superiorOfficer').in('ownSubtree'),
  'reconciling.takeList': [...officers, secretary],
  'reconciling.mark': [...officers, secretary],
  'reconciling.decide': officers,
  'reconciling.signBelow': roles('grassrootsOfficer').in('ownSubtree'),
  'reconciling.signAbove': roles('superiorOfficer').in('ownSubtree'),
} satisfies Policy
