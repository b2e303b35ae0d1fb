import { roomClient } from '../../../platform/ui-kit/index.ts'
import { importExportContract } from '../contract.ts'

export const importExport = roomClient(importExportContract)

export type ImportFile = Awaited<ReturnType<typeof importExport.findImport>>
export type ImportSummary = ImportFile['import']
export type Preview = NonNullable<ImportFile['preview']>
export type Finding = Preview['findings'][number]
export type Settling = ImportFile['settling']
export type Answer = Settling['answers'][number]
export type ImportedRow = Awaited<ReturnType<typeof importExport.listImportRows>>['rows'][number]
export type Outcome = ImportedRow['outcome'] | 'onlyHere'

/** Everything read in this room stands under this key. */
export const ROOM = 'importExport'
