export { useLateCounts } from './use-late-counts.ts'
export { ownerNames } from '../messages.vi.ts'
