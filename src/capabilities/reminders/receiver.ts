import type { PlainDate } from '../../kernel/index.ts'
import type { Actor } from '../../platform/action/index.ts'
import { roleNames } from '../access/index.ts'
import type { AssignmentRow } from './queries/assignments.ts'
import type { PlaceNames } from './queries/places.ts'

/** A user by name, or an office as `Bí thư chi bộ – Thôn Khun Luông`. */
export const receiverName = ({ toAccountName, toRole, toOrganisationId }: AssignmentRow, places: ReadonlyMap<string, PlaceNames>): string =>
  toAccountName ?? [roleNames[toRole!], places.get(toOrganisationId!)?.shortName].filter(Boolean).join(' – ')

/** True for the user it was given to, and for whoever works in the office it was given to. */
export const isFor = ({ toAccountId, toRole, toOrganisationId }: AssignmentRow, actor: Actor): boolean =>
  toAccountId ? toAccountId === actor.accountId : toRole === actor.role && toOrganisationId === actor.organisationId

/** Late from the day after the one it was wanted by, until it is answered. */
export const isLate = ({ wantedOn, outcome }: Pick<AssignmentRow, 'wantedOn' | 'outcome'>, today: PlainDate): boolean => outcome === null && wantedOn < today
