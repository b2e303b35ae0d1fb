import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

/** Wrong use of the command line: told to the person, exit code 2. */
export class WrongUse extends Error {}

const common = {
  data: { type: 'string' }, json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false },
} as const satisfies ParseArgsOptionsConfig

/** Reads the options of a command; unknown or malformed ones are wrong use. */
export function readArguments<T extends ParseArgsOptionsConfig>(args: string[], options: T) {
  try {
    return parseArgs({ args, options: { ...common, ...options }, allowPositionals: true, strict: true })
  } catch (error) {
    throw new WrongUse((error as Error).message)
  }
}
