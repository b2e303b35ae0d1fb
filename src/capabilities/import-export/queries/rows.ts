import { sql, type Db } from '../../../platform/action/index.ts'
import { comparedFields } from '../matching.ts'
import type { RowToReport } from '../report/report-rows.ts'
import { rowColumns, type KeptRow } from './imports.ts'

/** Every row of an import, in the order of the workbook. */
export async function listAllRows(db: Db, importId: string): Promise<RowToReport[]> {
  const rows = await db.rows<KeptRow>(sql`select ${rowColumns} from import_export.import_row where import_id = ${importId} order by sheet, row`)
  return rows.map(({ sheet, row, outcome, fields, changes, written }) => {
    const values = Object.fromEntries(comparedFields.flatMap((field) => (fields[field] ? [[field, fields[field]]] : [])))
    return { sheet, row, outcome, values, changes: changes ?? [], waits: fields.waits === true, written }
  })
}
