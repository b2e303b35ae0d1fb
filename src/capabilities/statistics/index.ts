export { statisticsRefusals } from './messages.vi.ts'
export { statisticsPolicy } from './policy.ts'
export type { CountLate } from './ports.ts'
export { statisticsRoutes } from './routes.ts'
