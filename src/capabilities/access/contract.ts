import { z } from 'zod'
import { day, done, filledLine, id, line, operation } from '../../platform/contract/index.ts'
import { fieldWords } from './messages.vi.ts'

export const role = z.enum(['superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'member', 'inspector', 'administrator'])

const holding = z.object({
  id, role, organisationId: id, organisationName: z.string(),
  /** Short name of the grassroots organisation above a cell: many cells share a name. */
  aboveName: z.string().nullable(), from: day, until: day.nullable(), basis: z.string().nullable(),
})

const me = z.object({
  accountId: id, fullName: z.string(), signInName: z.string(), largeType: z.boolean(), mustChangePassword: z.boolean(),
  holding: holding.nullable(),
  holdings: z.array(holding),
  today: day,
  demonstration: z.boolean(),
})

const account = z.object({
  id, fullName: z.string(), signInName: z.string(), disabledOn: day.nullable(), lastSeenAt: z.string().nullable(), holdings: z.array(holding),
})

const signInName = z.string().max(60).regex(/^[a-z0-9._-]+$/, { error: fieldWords.signInName })
const newPassword = z.string().min(10, { error: fieldWords.newPassword }).max(200)

/** Sign-in, the own account, users and the roles they hold. */
export const accessContract = {
  findEntrance: operation({ method: 'GET', path: '/entrance', summary: 'What stands on the sign-in page: whose desk this is' })
    .output(z.object({ organisationName: z.string().nullable(), demonstration: z.boolean(), today: day })),
  signIn: operation({ method: 'POST', path: '/session', summary: 'Sign in' })
    .input(z.object({ signInName: line(100), password: z.string().max(200) }))
    .output(me),
  setUp: operation({ method: 'POST', path: '/set-up', summary: 'First start: the top organisation and the first administrator' })
    .input(z.object({ code: z.string().max(100), organisationName: filledLine(200), fullName: filledLine(120), signInName, password: newPassword }))
    .output(done),
  signOut: operation({ method: 'DELETE', path: '/session', summary: 'Sign out' }).output(done),
  findMe: operation({ method: 'GET', path: '/me', summary: 'Who is signed in, in which role' }).output(me),
  chooseRole: operation({ method: 'PUT', path: '/session/role', summary: 'Work in one of the roles held' })
    .input(z.object({ holdingId: id }))
    .output(me),
  setLargeType: operation({ method: 'PUT', path: '/me/large-type', summary: 'Large type on or off' })
    .input(z.object({ largeType: z.boolean() }))
    .output(done),
  changePassword: operation({ method: 'PUT', path: '/me/password', summary: 'Change the own password; other sessions end' })
    .input(z.object({ oldPassword: z.string().max(200), newPassword }))
    .output(done),
  listAccounts: operation({ method: 'GET', path: '/accounts', summary: 'Users with a role in one\'s part' })
    .input(z.object({ search: line(100).optional() }))
    .output(z.object({ rows: z.array(account), total: z.number().int() })),
  findAccount: operation({ method: 'GET', path: '/accounts/{id}', summary: 'A user with roles and sessions' })
    .input(z.object({ id }))
    .output(account.extend({
      sessions: z.array(z.object({ key: z.string(), kind: z.enum(['browser', 'token']), label: z.string().nullable(), createdAt: z.string(), lastSeenAt: z.string(), expiresAt: z.string() })),
    })),
  listPlaces: operation({ method: 'GET', path: '/accounts/places', summary: 'Organisations of one\'s part at which a role can be held, by name with or without marks; at most 30' })
    .input(z.object({ search: line(100).optional() }))
    .output(z.object({ rows: z.array(z.object({ id, name: z.string(), type: z.string(), aboveName: z.string().nullable() })) })),
  addAccount: operation({ method: 'POST', path: '/accounts', summary: 'Add a user with a first role' })
    .input(z.object({ signInName, fullName: filledLine(120), password: newPassword, role, organisationId: id, from: day, until: day.optional(), basis: line(200).optional() }))
    .output(z.object({ id })),
  grantRole: operation({ method: 'POST', path: '/accounts/{id}/roles', summary: 'Give a role at an organisation from a day' })
    .input(z.object({ id, role, organisationId: id, from: day, until: day.optional(), basis: filledLine(200) }))
    .output(z.object({ holdingId: id })),
  endRole: operation({ method: 'POST', path: '/accounts/{id}/roles/{holdingId}/end', summary: 'End a role; its last day is the day before' })
    .input(z.object({ id, holdingId: id, on: day }))
    .output(done),
  endSession: operation({ method: 'POST', path: '/accounts/{id}/sessions/end', summary: 'End one session or token of a user, or all' })
    .input(z.object({ id, key: z.string().max(64).optional() }))
    .output(done),
}
