import { fieldNames, endNames, positionName, statusNames, type EndKind } from '../members/index.ts'
import { fillIn } from '../../platform/words.ts'
import { factNames, factWords } from './messages.vi.ts'
import type { ToldFact } from './queries/differences.ts'

/** What a fact says, in words. Fields that were corrected are named; what they held is on the page of the person, for who may see it. */
export function saidBy({ kind, says }: Pick<ToldFact, 'kind' | 'says'>): string {
  const fields = says.fields as string[] | null | undefined
  const corrected = fields?.length ? fillIn(factWords.corrected, { fields: fields.map((field) => (fieldNames as Readonly<Record<string, string>>)[field] ?? field).join(', '), reason: String(says.reason ?? '') }) : factWords.firstRecorded
  const ended = says.ended ? fillIn(factWords.ended, { kind: endNames[says.ended as EndKind] ?? String(says.ended) }) : ''
  const status = (statusNames as Readonly<Record<string, string>>)[String(says.status)] ?? String(says.status ?? '')
  return fillIn(factNames[kind], {
    cell: String(says.cell ?? ''), organisation: String(says.organisation ?? ''), parent: String(says.parent ?? ''), years: String(says.years ?? ''), position: positionName(String(says.position ?? '')), status, ended, fields: corrected,
  }).trim()
}
