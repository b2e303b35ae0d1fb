import { role, roles, type Policy } from '../../platform/action/index.ts'

const keepers = roles('superiorOfficer', 'grassrootsOfficer').in('ownSubtree')
const readers = [...keepers, ...roles('leader', 'inspector').in('ownSubtree')]

/** The officer of the committee that keeps the dossiers writes; a cell's secretary sees what his members' dossiers lack, and no scan. */
export const dossiersPolicy = {
  'dossiers.read': [...readers, role('cellSecretary').in('ownCell')],
  'dossiers.readScan': [...keepers, role('inspector').in('ownSubtree')],
  'dossiers.export': keepers,
  'dossiers.write': keepers,
  'dossiers.lend': keepers,
  'dossiers.handOver': keepers,
  'dossiers.remake': keepers,
  'dossiers.readKeeping': readers,
  'dossiers.inspect': keepers,
} satisfies Policy
