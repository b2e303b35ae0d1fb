import type { Role } from './actor.ts'

/** Where a permission holds, seen from the organisation at which the role is held. */
export type Place = 'ownCell' | 'ownSubtree' | 'everywhere' | 'self'

export type Grant = { readonly role: Role; readonly place: Place }

/** Permission (one verb on one thing, `<room>.<verbThing>`) to who has it and where. One table per room. */
export type Policy = Readonly<Record<string, readonly Grant[]>>

/** Begins a grant: `role('cellSecretary').in('ownCell')`. */
export const role = (name: Role) => ({ in: (place: Place): Grant => ({ role: name, place }) })

/** The same place for several roles. */
export const roles = (...names: Role[]) => ({ in: (place: Place): Grant[] => names.map((name) => ({ role: name, place })) })
