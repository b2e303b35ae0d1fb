export { countingRefusals } from './messages.vi.ts'
export { countingRoutes } from './routes.ts'
