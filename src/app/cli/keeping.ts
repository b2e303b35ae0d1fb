import { verifyChain } from '../../capabilities/audit/index.ts'
import { dbOf } from '../../platform/action/index.ts'
import type { PlainDate } from '../../kernel/index.ts'
import { fillIn } from '../../platform/words.ts'
import { tell, tellJson } from './answer.ts'
import { readArguments, WrongUse } from './arguments.ts'
import { openInstallation, type Installation } from './installation.ts'
import { words } from './messages.vi.ts'
import { setting, settings } from './settings.ts'

/** Opens the installation that the options name, works, and lets it go. */
export async function withInstallation<T>(values: { data?: string | undefined; today?: PlainDate | 'now' | undefined }, work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation({ data: values.data, today: values.today })
  try {
    return await work(installation)
  } finally {
    await installation.close()
  }
}

/** `dangvu migrate`: brings the database up to date. */
export async function migrate(args: string[]): Promise<number> {
  const { values } = readArguments(args, [])
  return withInstallation(values, async ({ database }) => {
    tell(fillIn(words.migrated, { number: database.migrations }))
    if (values.json) tellJson({ migrations: database.migrations })
    return 0
  })
}

/** A row of the trail as it was noted on paper: `number:hash`. */
function readNoted(text: string | undefined) {
  if (text === undefined) return undefined
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? []
  if (!hash) throw new WrongUse('dangvu audit verify [--noted NUMBER:HASH]')
  return { number: Number(number), hash }
}

/** `dangvu audit verify`: recomputes the chain of the trail; `--noted` holds it against a row noted earlier. */
export async function audit(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, ['noted'])
  const noted = readNoted(values.noted)
  if (positionals[0] !== 'verify') throw new WrongUse('dangvu audit verify')
  return withInstallation(values, async ({ database }) => {
    const { head, ...state } = await verifyChain(dbOf(database.owner), noted)
    tell(state.ok ? fillIn(words.auditWhole, { rows: state.rows }) : fillIn(words.auditBroken, { row: state.firstBroken ?? 0 }))
    if (state.ok && head) tell(fillIn(words.auditHead, { head }))
    if (values.json) tellJson(state)
    return state.ok ? 0 : 1
  })
}

/** `dangvu config`: the settings in use. */
export async function config(args: string[]): Promise<number> {
  const { values } = readArguments(args, [])
  const rows = Object.entries(settings).map(([name, { about }]) => ({ name, value: setting(name as keyof typeof settings), about }))
  const shown = rows.map((row) => (row.name === 'DATABASE_URL' ? { ...row, value: String(row.value).replace(/:[^:@/]*@/, ':***@') } : row))
  if (values.json) tellJson(shown)
  else for (const { name, value, about } of shown) process.stdout.write(`${name}=${value}\n    ${about}\n`)
  return 0
}
