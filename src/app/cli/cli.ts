import { Refusal } from '../../kernel/index.ts'
import { fillIn } from '../../platform/words.ts'
import { tell, tellRefusal } from './answer.ts'
import { WrongUse } from './arguments.ts'
import { words } from './messages.vi.ts'

type Command = (args: string[]) => Promise<number>

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  demo: async () => (await import('./demo.ts')).demo,
  migrate: async () => (await import('./keeping.ts')).migrate,
  audit: async () => (await import('./keeping.ts')).audit,
  config: async () => (await import('./keeping.ts')).config,
  user: async () => (await import('./user.ts')).user,
  organisations: async () => (await import('./lists.ts')).organisations,
  import: async () => (await import('./lists.ts')).importList,
  dossiers: async () => (await import('./dossiers.ts')).dossiers,
  figures: async () => (await import('./figures.ts')).figures,
  due: async () => (await import('./figures.ts')).due,
  export: async () => (await import('./export.ts')).exportFile,
}

/** Runs one command. Exit codes: 0 done, 1 refused or failed, 2 wrong use. */
export async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args
  if (!name || name === '--help' || name === 'help') { process.stdout.write(`${words.help}\n`); return name ? 0 : 2 }
  const load = commands[name]
  if (!load) { tell(fillIn(words.unknownCommand, { command: name })); return 2 }
  if (rest.includes('--help')) { process.stdout.write(`${words.help}\n`); return 0 }
  try {
    return await (await load())(rest)
  } catch (error) {
    if (error instanceof WrongUse) { tell(`${error.message}\n\n${words.help}`); return 2 }
    if (error instanceof Refusal) { await tellRefusal(error, rest.includes('--json')); return 1 }
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return 1
  }
}
