import { act, read, uncover, type RoutesFor } from '../../platform/http/index.ts'
import { commitImport, undoImport } from './actions/commit-import.ts'
import { findImport, listImportRows, listImports, listOnlyHere } from './actions/list-imports.ts'
import { readImport } from './actions/read-import.ts'
import { cancelImport, startImport } from './actions/start-import.ts'
import { takeImportReport } from './actions/take-report.ts'
import type { importExportContract } from './contract.ts'

export const importExportRoutes: RoutesFor<typeof importExportContract> = {
  startImport: act(startImport),
  readImport: uncover(readImport),
  findImport: read(findImport),
  listImports: read(listImports),
  listImportRows: read(listImportRows),
  listOnlyHere: read(listOnlyHere),
  takeImportReport: read(takeImportReport),
  cancelImport: act(cancelImport),
  commitImport: act(commitImport),
  undoImport: act(undoImport),
}
