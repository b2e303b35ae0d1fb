import { read, type RoutesFor } from '../../platform/http/index.ts'
import type { exportsContract } from './contract.ts'
import { exportInputFile } from './input-file/export-input-file.ts'

export const exportsRoutes: RoutesFor<typeof exportsContract> = { exportInputFile: read(exportInputFile) }
