export { countingRefusals } from './messages.vi.ts'
export { countingPolicy } from './policy.ts'
export { countingRoutes } from './routes.ts'
