import { plainDate } from '../../kernel/index.ts'
import { fillIn } from '../../platform/words.ts'
import { folderStore } from '../../platform/files/index.ts'
import { tell } from './answer.ts'
import { readArguments } from './arguments.ts'
import { openInstallation, readDemonstration, writeInstallation, type Installation } from './installation.ts'
import { words } from './messages.vi.ts'
import { emptyDatabase } from './reset.ts'
import { serveOptions, todayOf } from './serve.ts'
import { portOf } from './settings.ts'

const FIRST_DAY = plainDate('2018-10-05')
const SEED = 20181005

function showProgress(done: number, total: number, what: string): void {
  if (!process.stderr.isTTY) { if (done === total) tell(`  ${what}`); return }
  process.stderr.write(`\r\u001b[K  ${Math.round((done / Math.max(total, 1)) * 100)}%  ${what}${done === total ? '\n' : ''}`)
}

/** Makes the demonstration district in an empty installation. Never touches one with data of its own. */
async function ensureDemonstration({ database, folder }: Installation, reset: boolean, seed: number): Promise<boolean> {
  const { owner } = database
  const found = await readDemonstration(owner)
  if (found?.complete && !reset) return true
  const { rows } = await owner.query('select exists (select from organisations.organisation) or exists (select from access.account) as used')
  if (rows[0].used && !found) { tell(words.notDemo); return false }
  if (found && !found.complete) tell(words.halfDemo)
  if (found) await emptyDatabase(owner)
  tell(words.demoMaking)
  const { makeDemonstration } = await import('../demonstration/index.ts')
  await writeInstallation(owner, 'demonstration', { seed, today: FIRST_DAY, complete: false })
  await makeDemonstration(owner, { seed, today: FIRST_DAY, files: folderStore(folder.files), onProgress: showProgress })
  await writeInstallation(owner, 'demonstration', { seed, today: FIRST_DAY, complete: true })
  if (reset) tell(words.demoReset)
  return true
}

/** `dangvu demo`: the Bắc Quang demonstration district, on its own day unless told otherwise. */
export async function demo(args: string[]): Promise<number> {
  const { values } = readArguments(args, [...serveOptions, 'seed'], ['reset'])
  portOf(values.port)
  const today = todayOf(values.today) ?? FIRST_DAY
  const [opened, { listen }] = await Promise.all([openInstallation({ data: values.data, demo: true, today }), import('./listening.ts')])
  if (!(await ensureDemonstration(opened, values.reset, Number(values.seed ?? SEED)))) {
    await opened.close()
    return 1
  }
  const installation = { ...opened, demonstration: await readDemonstration(opened.database.owner) }
  return listen(installation, values, async (address) => {
    const { DEMONSTRATION_PASSWORD, demonstrationSignIns } = await import('../demonstration/sign-ins.ts')
    tell(fillIn(words.listening, { address }))
    tell(today === 'now' ? words.demoToday : fillIn(words.demoReady, { day: today }))
    tell(fillIn(words.demoSignIns, { password: DEMONSTRATION_PASSWORD }))
    for (const { signInName, fullName, roleName, place } of demonstrationSignIns()) tell(`  ${signInName.padEnd(14)} ${fullName.padEnd(22)} ${roleName} – ${place}`)
    tell(words.stopAsk)
  })
}
