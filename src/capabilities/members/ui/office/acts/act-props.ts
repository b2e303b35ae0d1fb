import type { Member } from '../../client.ts'

/** What the form of every act on a person gets. */
export type ActProps = { member: Member; onLeave: () => void }
