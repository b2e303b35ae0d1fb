import { role, roles, type Policy } from '../../platform/action/index.ts'

const keepers = roles('superiorOfficer', 'grassrootsOfficer').in('ownSubtree')
const secretary = role('cellSecretary').in('ownCell')

/** Who keeps the data of a part sees its faults and may call one right; the weights of the score are set by the officer of the level above the grassroots. */
export const dataQualityPolicy = {
  'dataQuality.read': [...keepers, ...roles('leader', 'inspector').in('ownSubtree'), secretary],
  'dataQuality.export': [...keepers, secretary],
  'dataQuality.setAside': [...keepers, secretary],
  'dataQuality.setWeights': roles('superiorOfficer').in('ownSubtree'),
} satisfies Policy
