import { role, roles, type Policy } from '../../platform/action/index.ts'

const keepers = roles('superiorOfficer', 'grassrootsOfficer').in('ownSubtree')
const secretary = role('cellSecretary').in('ownCell')

/** The office of a committee keeps its conferences; whoever has a solution to do sees and answers for it. */
export const conferencesPolicy = {
  'conferences.read': [...keepers, ...roles('leader', 'inspector').in('ownSubtree'), secretary],
  'conferences.keep': keepers,
  'conferences.followUp': [...keepers, secretary],
} satisfies Policy
