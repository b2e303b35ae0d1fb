import { Refusal } from '../../kernel/index.ts'
import { databaseMessages } from '../../platform/database/index.ts'
import { problemOf } from '../../platform/http/index.ts'
import { fillIn } from '../../platform/words.ts'
import { refusalWords } from '../server/house.ts'

/** One JSON document on standard output, nothing else. */
export const tellJson = (value: unknown): void => { process.stdout.write(`${JSON.stringify(value, null, 2)}\n`) }

/** Words for a person at the terminal, on standard error. */
export const tell = (words: string): void => { process.stderr.write(`${words}\n`) }

/** Tells a refusal in words, and with `--json` as problem details. */
export function tellRefusal(refusal: Refusal, asJson: boolean): void {
  const problem = problemOf(refusal, refusalWords)
  const database = databaseMessages[refusal.code]
  tell(database ? fillIn(database, refusal.facts) : problem.detail)
  if (asJson) tellJson({ refused: problem })
}
