import { roles, type Policy } from '../../platform/action/index.ts'

export const importExportPolicy = {
  'importExport.read': roles('superiorOfficer', 'grassrootsOfficer', 'inspector').in('ownSubtree'),
  'importExport.write': roles('superiorOfficer', 'grassrootsOfficer').in('ownSubtree'),
} satisfies Policy
