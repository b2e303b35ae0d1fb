export { previewList } from './actions/read-import.ts'
export { importExportRefusals } from './messages.vi.ts'
export { importExportPolicy } from './policy.ts'
export { importExportRoutes } from './routes.ts'
