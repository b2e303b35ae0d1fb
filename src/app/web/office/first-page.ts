import type { AddressName } from '../addresses.ts'

/** The page that opens first, by the name of the role. Every other role begins at Việc cần làm. */
const firstPages: Readonly<Record<string, AddressName>> = { leader: 'term', administrator: 'users', inspector: 'audit' }

export const firstPageOf = (roleName: string | undefined): AddressName => firstPages[roleName ?? ''] ?? 'work'
