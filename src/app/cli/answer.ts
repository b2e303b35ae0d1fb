import type { Refusal } from '../../kernel/index.ts'
import { fillIn } from '../../platform/words.ts'

/** One JSON document on standard output, nothing else. */
export const tellJson = (value: unknown): void => { process.stdout.write(`${JSON.stringify(value, null, 2)}\n`) }

/** Words for a person at the terminal, on standard error. */
export const tell = (words: string): void => { process.stderr.write(`${words}\n`) }

/** Tells a refusal in words, and with `--json` as problem details. Only now the words of all rooms are loaded: a start that succeeds does not wait for them. */
export async function tellRefusal(refusal: Refusal, asJson: boolean): Promise<void> {
  const [{ databaseMessages }, { problemOf }, { refusalWords }] = await Promise.all([import('../../platform/database/index.ts'), import('../../platform/http/index.ts'), import('../server/house.ts')])
  const problem = problemOf(refusal, refusalWords)
  const database = databaseMessages[refusal.code]
  tell(database ? fillIn(database, refusal.facts) : problem.detail)
  if (asJson) tellJson({ refused: problem })
}
