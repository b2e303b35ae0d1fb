import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { knownMembers } from './register.ts'
import { comparedFields, type KnownPerson } from '../matching.ts'
import type { RowToReport } from '../report/report-rows.ts'
import { rowColumns, type KeptRow } from './imports.ts'

export type OnlyHere = Pick<KnownPerson, 'personId' | 'fullName' | 'bornOn'> & { readonly cell: string }

/** Those of the known members to whom no row of a list led. */
export const notAmong = (known: readonly KnownPerson[], found: ReadonlySet<string>): OnlyHere[] =>
  known.filter(({ personId }) => !found.has(personId)).map(({ personId, fullName, bornOn, cellName }) => ({ personId, fullName, bornOn, cell: cellName }))

/** Members below the organisation of a list on its day to whom none of its rows led. */
export async function onlyHereOf(db: Db, { importId, scopeId, on }: { importId: string; scopeId: string; on: PlainDate }): Promise<OnlyHere[]> {
  const found = await db.rows<{ personId: string }>(sql`
    select person_id as "personId" from import_export.import_row where import_id = ${importId} and person_id is not null`)
  return notAmong(await knownMembers(db, scopeId, on), new Set(found.map((row) => row.personId)))
}

/** Every row of an import, in the order of the workbook. */
export async function listAllRows(db: Db, importId: string): Promise<RowToReport[]> {
  const rows = await db.rows<KeptRow>(sql`select ${rowColumns} from import_export.import_row where import_id = ${importId} order by sheet, row`)
  return rows.map(({ sheet, row, outcome, fields, changes, written }) => {
    const values = Object.fromEntries(comparedFields.flatMap((field) => (fields[field] ? [[field, fields[field]]] : [])))
    return { sheet, row, outcome, values, changes: changes ?? [], waits: fields.waits === true, written }
  })
}
