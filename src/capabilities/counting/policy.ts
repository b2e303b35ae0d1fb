import { role, roles, type Policy } from '../../platform/action/index.ts'

export const countingPolicy = {
  'counting.read': [...roles('superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector').in('ownSubtree'), role('cellSecretary').in('ownCell')],
} satisfies Policy
