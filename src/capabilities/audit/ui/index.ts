export { ListExport, ListTools } from './list-tools.tsx'
