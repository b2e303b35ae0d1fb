import { roles, type Policy } from '../../platform/action/index.ts'

/** The committees that keep dossiers, each in its part: a pair across two of them is seen and decided only by the level above both. */
const keepers = roles('superiorOfficer', 'grassrootsOfficer').in('ownSubtree')

export const duplicatesPolicy = {
  'duplicates.list': keepers,
  'duplicates.look': keepers,
  // Whoever may write a person down is asked whether the person is known already, within the own part.
  'duplicates.ask': [...keepers, ...roles('cellSecretary').in('ownCell')],
  'duplicates.decide': keepers,
  'duplicates.export': keepers,
} satisfies Policy
