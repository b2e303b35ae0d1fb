import { actorNames } from '../messages.vi.ts'

/** Roles held at an organisation. `keeper` is the keeper of the machine at the terminal, never a signed-in user. */
export const roleNames = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'member', 'inspector', 'administrator'] as const
export type Role = (typeof roleNames)[number] | 'keeper'

/** Who acts, in which role, held at which organisation. Without a role one may only choose one or sign out. */
export type Actor = {
  readonly accountId: string | undefined
  readonly name: string
  readonly signInName: string
  readonly holdingId: string | undefined
  readonly role: Role | undefined
  readonly organisationId: string | undefined
}

export const keeper: Actor = {
  accountId: undefined, name: actorNames.keeper, signInName: 'keeper', holdingId: undefined, role: 'keeper', organisationId: undefined,
}
