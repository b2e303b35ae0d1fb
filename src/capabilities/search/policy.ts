import { role, roles, type Policy } from '../../platform/action/index.ts'

const readers = [...roles('superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector').in('ownSubtree'), role('cellSecretary').in('ownCell')]

export const searchPolicy = {
  // The administrator finds organisations: people are in nobody's part by virtue of that role.
  'search.findAnything': [...readers, role('administrator').in('ownSubtree')],
  // Who may open the number of a person may ask whose number it is.
  'search.findByNumber': readers,
} satisfies Policy
