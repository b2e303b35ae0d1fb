export { searchEvents } from './events.vi.ts'
export { searchRefusals } from './messages.vi.ts'
export { searchPolicy } from './policy.ts'
export { searchRoutes } from './routes.ts'
