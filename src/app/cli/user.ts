import { randomBytes } from 'node:crypto'
import { runAction } from '../../platform/action/index.ts'
import { fillIn } from '../../platform/words.ts'
import { makeToken } from '../../capabilities/access/index.ts'
import { ensureTopOrganisation, findOrganisationByCode } from '../../capabilities/organisations/index.ts'
import { tell, tellJson } from './answer.ts'
import { countOption, readArguments, WrongUse, type Arguments } from './arguments.ts'
import type { Installation } from './installation.ts'
import { invoke } from './invoke.ts'
import { withInstallation } from './keeping.ts'
import { words } from './messages.vi.ts'

const options = ['name', 'role', 'organisation', 'organisation-name', 'password', 'days'] as const

type Values = Arguments<(typeof options)[number], never>['values']

/** Where the role is held: the organisation with the code, else the top one (made when the installation is empty). */
async function placeOf(installation: Installation, values: Values): Promise<string> {
  const { ports, clock } = installation
  return runAction(ports, 'keeper', async (ctx) => {
    await ctx.authorise('access.manageAccounts', 'own part')
    await ctx.audit({ event: 'access.keeperLookedUpPlace', subject: { type: 'organisation', id: values.organisation ?? 'top' } })
    if (!values.organisation) return ensureTopOrganisation(ctx, values['organisation-name'] ?? words.topName)
    const found = await findOrganisationByCode(ctx.db, values.organisation, clock.today())
    if (!found) throw new WrongUse(fillIn(words.noSuchOrganisation, { code: values.organisation }))
    return found.id
  }, undefined)
}

async function addUser(installation: Installation, signInName: string, values: Values): Promise<number> {
  const password = values.password ?? randomBytes(9).toString('base64url')
  const organisationId = await placeOf(installation, values)
  const { id } = await invoke(installation, 'access', 'addAccount', {
    signInName, fullName: values.name ?? signInName, password, role: values.role ?? 'administrator', organisationId,
    from: installation.clock.today(), basis: words.roleBasis,
  })
  tell(fillIn(words.accountAdded, { name: signInName, password }))
  if (values.json) tellJson({ id, signInName, password })
  return 0
}

async function makeUserToken(installation: Installation, signInName: string, values: Values, days: number): Promise<number> {
  const token = await runAction(installation.ports, 'keeper', makeToken, { signInName, days, role: values.role })
  tell(fillIn(words.tokenMade, { name: signInName, days }))
  if (values.json) tellJson({ signInName, token: token.secret, expiresAt: token.expiresAt })
  else process.stdout.write(`${token.secret}\n`)
  return 0
}

/** `dangvu user add NAME` and `dangvu user token NAME --days N`. */
export async function user(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, options)
  const [verb, signInName] = positionals
  if (!signInName || (verb !== 'add' && verb !== 'token')) throw new WrongUse(words.userUsage)
  const days = countOption('days', values.days, { otherwise: 30, from: 1, until: 3650 })
  return withInstallation(values, (installation) => verb === 'add' ? addUser(installation, signInName, values) : makeUserToken(installation, signInName, values, days))
}
