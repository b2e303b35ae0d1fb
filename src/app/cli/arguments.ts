import { parseArgs } from 'node:util'

/** Wrong use of the command line: told to the person, exit code 2. */
export class WrongUse extends Error {}

export type Arguments<T extends string, F extends string> = {
  readonly values: { readonly [K in T | 'data']: string | undefined } & { readonly [K in F | 'json']: boolean }
  readonly positionals: string[]
}

/** Reads a command's options with a value (`texts`) and without (`flags`); `--data` and `--json` belong to every command. */
export function readArguments<T extends string = never, F extends string = never>(args: string[], texts: readonly T[], flags: readonly F[] = []): Arguments<T, F> {
  const options = Object.fromEntries([
    ...[...texts, 'data'].map((name) => [name, { type: 'string' as const }]),
    ...[...flags, 'json', 'help'].map((name) => [name, { type: 'boolean' as const, default: false }]),
  ])
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    return { values: values as Arguments<T, F>['values'], positionals }
  } catch (error) {
    throw new WrongUse((error as Error).message)
  }
}
