import { setTimeout as pause } from 'node:timers/promises'
import { attach, isGoingAway } from './attachment.ts'
import type { Attachment } from './attachment.ts'
import { completeBinaries, findBinaries } from './binaries.ts'
import { OWNER, ensureCluster, passwordFileOf } from './cluster.ts'
import { readSecret } from './data-folder.ts'
import type { DataFolder } from './data-folder.ts'
import { passwordMissing } from './errors.ts'
import { useServer } from './external-server.ts'
import type { RunningDatabase } from './running-database.ts'
import { Launch, endServer } from './launch.ts'
import type { LaunchPlan } from './launch.ts'

export type StartOptions = {
  readonly env?: NodeJS.ProcessEnv
  /** False only for throw-away test data: a power cut may then lose everything, and a lost server is not revived. */
  readonly isDurable?: boolean
}

const DATABASE = 'dangvu'

/**
 * The database of a data folder: the server of `DATABASE_URL` when that is set, else the packed PostgreSQL. A server
 * that already runs on the folder is used, whoever started it. Should the packed server die, it is started again on
 * the same port, so that pools of connections recover by themselves. Refuses `database.*`, see `errors.ts`.
 */
export async function startDatabase(folder: DataFolder, options: StartOptions = {}): Promise<RunningDatabase> {
  const { env = process.env, isDurable = true } = options
  if (env.DATABASE_URL) return useServer(env.DATABASE_URL)
  const binaries = completeBinaries(findBinaries(), folder.path)
  await ensureCluster(folder, binaries, isDurable)
  const password = readSecret(passwordFileOf(folder))
  if (!password) throw passwordMissing(passwordFileOf(folder))
  const server = new PackedServer({ folder, binaries, isDurable }, password)
  const { port, version } = await server.join()
  return { ownerUrl: server.urlOf(port, DATABASE), embedded: true, version, stop: () => server.leave() }
}

/** This process's use of the packed server of one data folder. */
class PackedServer {
  private readonly plan: LaunchPlan
  private readonly password: string
  private attachment: Attachment | undefined
  private leaving: Promise<void> | undefined
  private reviving: Promise<void> | undefined

  constructor(plan: LaunchPlan, password: string) {
    this.plan = plan
    this.password = password
  }

  urlOf(port: number, database: string): string {
    return `postgres://${OWNER}:${this.password}@127.0.0.1:${port}/${database}`
  }

  /** Attaches to the server, starting it when needed. */
  async join(fixedPort?: number): Promise<{ port: number; version: string }> {
    for (;; await pause(2)) {
      const port = await new Launch({ ...this.plan, port: fixedPort }).untilReady()
      const attachment = await attachUnlessGoing(this.urlOf(port, 'postgres'))
      if (!attachment) continue
      this.attachment = attachment
      if (this.plan.isDurable) void attachment.lost.then(() => { this.reviving = this.revive(port) })
      return { port, version: attachment.version }
    }
  }

  private async revive(port: number): Promise<void> {
    while (!this.leaving) {
      const joined = await this.join(port).catch(() => undefined)
      if (joined) return
      await pause(1000)
    }
  }

  leave(): Promise<void> {
    const leave = async () => {
      // A server that is just being started again must be there before it can be ended; else it would stay behind.
      await this.reviving
      if (await this.attachment?.isLastUser()) await endServer(this.plan)
      await this.attachment?.release()
    }
    return (this.leaving ??= leave())
  }
}

/** Undefined when the server was going away just then, so that the next one must be waited for. */
async function attachUnlessGoing(url: string): Promise<Attachment | undefined> {
  try {
    return await attach(url, DATABASE)
  } catch (error) {
    if (isGoingAway(error)) return undefined
    throw error
  }
}
