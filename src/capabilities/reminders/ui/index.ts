export { useLateCounts } from './use-late-counts.ts'
