import type { AddressName } from '../addresses.ts'

/** The pages that open first, by the name of the role, the best first. Every other role begins at Việc cần làm. */
const firstPages: Readonly<Record<string, readonly AddressName[]>> = { leader: ['term'], administrator: ['users'], inspector: ['audit', 'work'], member: ['pocketMe'] }

/** The first page of a role: the best one that is offered, or one of the pocket, where a plain member has everything. */
export function firstPageOf(roleName: string | undefined, offered: readonly { readonly address: string }[]): AddressName {
  const wanted = firstPages[roleName ?? ''] ?? ['work']
  return wanted.find((name) => isOfPocket(name) || offered.some(({ address }) => address === name)) ?? 'ownAccount'
}

/** Pages of the pocket are served by its own shell. */
export const isOfPocket = (name: AddressName): boolean => name.startsWith('pocket')
