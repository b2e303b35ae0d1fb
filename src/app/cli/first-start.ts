import { randomBytes } from 'node:crypto'
import { hashSecret } from '../../platform/http/index.ts'
import { writeInstallation, type Installation } from './installation.ts'

/**
 * On an installation without any account: the address at which the first administrator is created, once. The code in it
 * is made anew at every start and only its hash is kept.
 */
export async function firstStartAddress(installation: Installation, address: string): Promise<string | undefined> {
  const { owner } = installation.database
  const { rows } = await owner.query('select exists (select from access.account) as any')
  if (rows[0].any) return undefined
  const code = randomBytes(12).toString('base64url')
  await writeInstallation(owner, 'setUpCode', hashSecret(code))
  return `${address}/lan-dau?ma=${code}`
}
