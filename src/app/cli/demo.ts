import { plainDate } from '../../kernel/index.ts'
import { fillIn } from '../../platform/words.ts'
import { openDatabase, resolveDataFolder } from '../../platform/database/index.ts'
import { folderStore } from '../../platform/files/index.ts'
import { tell } from './answer.ts'
import { readArguments } from './arguments.ts'
import { openInstallation, readDemonstration, writeInstallation } from './installation.ts'
import { words } from './messages.vi.ts'
import { emptyDatabase } from './reset.ts'
import { listen, serveOptions, todayOf } from './serve.ts'

const FIRST_DAY = plainDate('2018-10-05')
const SEED = 20181005

function showProgress(done: number, total: number, what: string): void {
  if (!process.stderr.isTTY) { if (done === total) tell(`  ${what}`); return }
  process.stderr.write(`\r\u001b[K  ${Math.round((done / Math.max(total, 1)) * 100)}%  ${what}${done === total ? '\n' : ''}`)
}

/** Makes the demonstration district in an empty data folder. Never touches a folder with data of its own. */
async function ensureDemonstration(data: string | undefined, reset: boolean, seed: number): Promise<boolean> {
  const folder = resolveDataFolder({ data, habit: 'dangvu-demo' })
  const database = await openDatabase(folder)
  try {
    const { owner } = database
    const found = await readDemonstration(owner)
    const { rows } = await owner.query('select exists (select from organisations.organisation) or exists (select from access.account) as used')
    if (rows[0].used && !found) { tell(words.notDemo); return false }
    if (found && !found.complete) tell(words.halfDemo)
    if (found && (reset || !found.complete)) await emptyDatabase(owner)
    if (found?.complete && !reset) return true
    tell(words.demoMaking)
    const { makeDemonstration } = await import('../demonstration/index.ts')
    await writeInstallation(owner, 'demonstration', { seed, today: FIRST_DAY, complete: false })
    await makeDemonstration(owner, { seed, today: FIRST_DAY, files: folderStore(folder.files), onProgress: showProgress })
    await writeInstallation(owner, 'demonstration', { seed, today: FIRST_DAY, complete: true })
    if (found && reset) tell(words.demoReset)
    return true
  } finally {
    await database.close()
  }
}

/** `dangvu demo`: the Bắc Quang demonstration district, on its own day unless told otherwise. */
export async function demo(args: string[]): Promise<number> {
  const { values } = readArguments(args, { ...serveOptions, reset: { type: 'boolean', default: false }, seed: { type: 'string' } })
  const data = values.data as string | undefined
  const seed = Number(values.seed ?? SEED)
  const today = todayOf(values.today as string | undefined)
  if (!(await ensureDemonstration(data, values.reset === true, seed))) return 1
  const installation = await openInstallation({ data, demo: true, today })
  return listen(installation, values as { port?: string; host?: string }, async (address) => {
    const { DEMONSTRATION_PASSWORD, demonstrationSignIns } = await import('../demonstration/sign-ins.ts')
    tell(fillIn(words.listening, { address }))
    tell(today === 'now' ? words.demoToday : fillIn(words.demoReady, { day: installation.clock.today() }))
    tell(fillIn(words.demoSignIns, { password: DEMONSTRATION_PASSWORD }))
    for (const { signInName, fullName, roleName, place } of demonstrationSignIns()) tell(`  ${signInName.padEnd(14)} ${fullName.padEnd(22)} ${roleName} – ${place}`)
    tell(words.stopAsk)
  })
}
