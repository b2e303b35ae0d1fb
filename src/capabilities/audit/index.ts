export { auditPolicy } from './policy.ts'
export type { Names, TrailWords } from './ports.ts'
export { appendEntry, verifyChain, type ChainState } from './queries/entries.ts'
export { auditRoutes } from './routes.ts'
