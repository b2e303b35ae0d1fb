import { parseArgs } from 'node:util'
import { isPlainDate, type PlainDate } from '../../kernel/index.ts'
import { fillIn } from '../../platform/words.ts'
import { words } from './messages.vi.ts'

/** Wrong use of the command line: told to the person, exit code 2. */
export class WrongUse extends Error {}

export type Arguments<T extends string, F extends string> = {
  readonly values: { readonly [K in T | 'data']: string | undefined } & { readonly [K in F | 'json']: boolean }
  readonly positionals: string[]
}

/** What Node says in English about options, in words of ours: `unknown option '--x'`, `option '--x <value>' argument missing`. */
function wordsOf({ code, message }: Error & { code?: string }): string {
  const option = /'([^']+)'/.exec(message)?.[1]?.split(' ').find((part) => part.startsWith('--')) ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return fillIn(words.unknownOption, { option })
  return code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' ? fillIn(words.optionValue, { option }) : message
}

/** The day that an option gives, if it is given. Wrong use when there is no such day. */
export function dayOption(option: string, text: string | undefined): PlainDate | undefined {
  if (text !== undefined && !isPlainDate(text)) throw new WrongUse(fillIn(words.notADay, { option: `--${option}`, text }))
  return text
}

/** The number that an option gives, else `otherwise`. Wrong use when it is none, or outside `from` and `until`. */
export function countOption(option: string, text: string | undefined, { otherwise, from, until }: { otherwise: number; from: number; until: number }): number {
  const count = text === undefined ? otherwise : Number(text.trim() || 'none')
  if (!Number.isInteger(count) || count < from || count > until) throw new WrongUse(fillIn(words.notACount, { option: `--${option}`, text: text ?? '', from, until }))
  return count
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
    throw new WrongUse(wordsOf(error as Error))
  }
}
