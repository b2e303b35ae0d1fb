import { useState } from 'react'
import { useAct, useTell } from '../../../../platform/ui-kit/index.ts'
import { importExport, ROOM, type ImportFile, type Preview } from '../client.ts'
import { word } from '../words.vi.ts'

export type DraftedColumn = ImportFile['settling']['columns'][number]
/** What was chosen for columns and not sent yet, by sheet and letter. */
export type ColumnDrafts = ReadonlyMap<string, DraftedColumn>

export const columnKey = ({ sheet, column }: Pick<DraftedColumn, 'sheet' | 'column'>) => `${sheet}\n${column}`

/** The columns that were stated before with the chosen ones in their place; remembered ones stay as they are read. */
function withDrafts(file: ImportFile, preview: Preview, draft: ColumnDrafts): DraftedColumn[] {
  const remembered = (preview.remembered ?? []).map(({ sheet, column, field }) => ({ sheet, column, field }))
  return [...new Map([...remembered, ...file.settling.columns, ...draft.values()].map((column) => [columnKey(column), column])).values()]
}

/** Correcting as what columns are read: chosen ones are gathered, then the file is read again with them. */
export function useColumns(file: ImportFile, preview: Preview) {
  const tell = useTell()
  const [isEditing, setEditing] = useState(false)
  const [draft, setDraft] = useState<ColumnDrafts>(new Map())
  const leave = () => {
    setDraft(new Map())
    setEditing(false)
  }
  const send = useAct(importExport.readImport, { refresh: [[ROOM]] })
  const { id } = file.import
  return {
    isEditing, draft, leave,
    edit: () => setEditing(true),
    change: (column: DraftedColumn) => setDraft((now) => new Map(now).set(columnKey(column), column)),
    running: send.running,
    failure: send.failure,
    apply: async () => {
      if (!(await send.run({ id, columns: withDrafts(file, preview, draft) }))) return
      leave()
      tell(word('headingsRead'))
    },
    forget: async () => {
      if (await send.run({ id, forgetHeadings: true })) tell(word('headingsForgotten'))
    },
  }
}

export type ColumnsWork = ReturnType<typeof useColumns>
