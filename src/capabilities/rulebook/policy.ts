import { role, roles, type Policy } from '../../platform/action/index.ts'

export const rulebookPolicy = {
  'rulebook.readRules': roles('superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'member', 'inspector', 'administrator').in('everywhere'),
  'rulebook.overrideRule': [role('administrator').in('everywhere')],
} satisfies Policy
