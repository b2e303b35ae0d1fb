import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { createHttpServer, openapiOf, operationsOf } from '../../platform/http/index.ts'
import { projectRoot } from '../../platform/project-root.ts'
import { fillIn } from '../../platform/words.ts'
import { keepMonths } from '../../capabilities/data-quality/index.ts'
import { carryOutDuePlans } from '../../capabilities/reorganisation/index.ts'
import { settleFigures } from '../../capabilities/statistics/index.ts'
import { dbOf } from '../../platform/action/index.ts'
import { contract, refusalWords, routesOf } from '../server/house.ts'
import { PRODUCT_VERSION } from '../server/version.ts'
import { tell } from './answer.ts'
import type { Installation } from './installation.ts'
import { words } from './messages.vi.ts'
import { portOf, setting } from './settings.ts'

const EVERY_QUARTER_MS = 15 * 60_000
/** The first people who come in are served before anything is counted for later. */
const A_LITTLE_LATER_MS = 20_000

/** Carries out what has fallen due, now and every quarter of an hour. What cannot be done is left for people and tried again. */
function beginCarryingOut({ ports }: Installation): () => void {
  const carryOut = () => void carryOutDuePlans(ports).catch((error: unknown) => tell(String(error)))
  carryOut()
  const timer = setInterval(carryOut, EVERY_QUARTER_MS)
  return () => clearInterval(timer)
}

/**
 * Counts what is kept day by day, a little after the start and every quarter of an hour; settles the figures of large organisations every quarter of an hour, not
 * at the start, when people come in. Answers how to stop.
 */
function beginKeeping({ ports, database }: Installation): () => void {
  let isStopped = false
  const keep = () => keepMonths(ports, () => isStopped)
  const keepAndSettle = async () => {
    await keep()
    if (!isStopped) await settleFigures(dbOf(database.owner), { today: ports.clock.today() })
  }
  const tellFault = (error: unknown) => { if (!isStopped) tell(String(error)) }
  const first = setTimeout(() => void keep().catch(tellFault), A_LITTLE_LATER_MS)
  const timer = setInterval(() => void keepAndSettle().catch(tellFault), EVERY_QUARTER_MS)
  return () => { isStopped = true; clearTimeout(first); clearInterval(timer) }
}

/** The HTTP server of an installation, not listening yet. */
export async function serverOf(installation: Installation): Promise<FastifyInstance> {
  const { database, ports, demonstration } = installation
  const web = join(projectRoot, 'dist', 'web')
  let openapi: Promise<object> | undefined
  return createHttpServer({
    operations: operationsOf(contract, routesOf({ demonstration: demonstration !== undefined })),
    ports, words: refusalWords, secure: setting('DANGVU_SECURE') === 'yes',
    webFolder: existsSync(web) ? web : undefined,
    openapi: () => (openapi ??= openapiOf(contract, PRODUCT_VERSION)),
    async health() {
      await database.program.query('select 1')
      return { status: 'ok', version: PRODUCT_VERSION, database: { version: database.version, embedded: database.embedded }, migrations: database.migrations }
    },
  })
}

const runsHere = (address: string): Promise<boolean> =>
  fetch(`${address}/api/health`, { signal: AbortSignal.timeout(2000) }).then(async (answer) => 'migrations' in ((await answer.json()) as object), () => false)

/** Why the server cannot listen, in words; nothing where the system says something else. */
async function whyNotListening(code: string | undefined, { port, host }: { port: number; host: string }): Promise<string | undefined> {
  const address = `http://localhost:${port}`
  switch (code) {
    case 'EADDRINUSE': return fillIn((await runsHere(address)) ? words.runsAlready : words.portTaken, { port: String(port), address })
    case 'EACCES': return fillIn(words.portForbidden, { port: String(port) })
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': return fillIn(words.hostNotHere, { host })
    default: return undefined
  }
}

/** Listens until a signal asks to stop; then finishes what runs and lets the database go. */
export async function listen(installation: Installation, values: { port?: string | undefined; host?: string | undefined }, greet: (address: string) => void | Promise<void>): Promise<number> {
  const app = await serverOf(installation)
  const [port, host] = [portOf(values.port), values.host ?? setting('HOST')]
  try {
    await app.listen({ port, host })
  } catch (error) {
    await installation.close()
    tell(await whyNotListening((error as { code?: string }).code, { port, host }) ?? String(error))
    return 1
  }
  const stopCarryingOut = beginCarryingOut(installation)
  const stopKeeping = beginKeeping(installation)
  const bound = app.server.address() as AddressInfo
  await greet(`http://localhost:${bound.port}`)
  await new Promise<void>((resolve) => { process.once('SIGINT', resolve); process.once('SIGTERM', resolve) })
  stopCarryingOut()
  stopKeeping()
  await app.close()
  await installation.close()
  return 0
}
