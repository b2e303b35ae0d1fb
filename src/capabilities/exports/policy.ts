import { role, roles, type Policy } from '../../platform/action/index.ts'

export const exportsPolicy = {
  // Whoever may open a person's numbers and works with the lists of the national program.
  'exports.takeInputFile': [...roles('superiorOfficer', 'grassrootsOfficer').in('ownSubtree'), role('cellSecretary').in('ownCell')],
} satisfies Policy
