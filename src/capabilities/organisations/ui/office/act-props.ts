import type { Organisation } from '../client.ts'

/** What the form of every act on an organisation gets. */
export type ActProps = { one: Organisation; onLeave: () => void }
