import { DataTable, Section, StatusMark, type Column } from '../../../../platform/ui-kit/index.ts'
import type { ImportFile, Preview } from '../client.ts'
import { columnNames, skippedNames, word } from '../words.vi.ts'
import { ColumnChoice, ColumnsBar } from './columns-bar.tsx'
import { useColumns, type ColumnDrafts, type DraftedColumn } from './use-columns.ts'

type Sheet = Preview['sheets'][number]
type Skipped = Preview['skipped'][number]

type Editing = { readonly draft: ColumnDrafts; readonly change: (column: DraftedColumn) => void }

function ReadAs({ sheet, i, editing }: { sheet: Sheet; i: number; editing: Editing | undefined }) {
  const field = sheet.fields?.[i] ?? null
  if (editing) return <ColumnChoice sheet={sheet.name} column={sheet.columns![i]!.split(' ')[0]!} field={field} draft={editing.draft} onChange={editing.change} />
  return field ? <StatusMark shape="done" plain>{columnNames[field] ?? field}</StatusMark> : <StatusMark shape="notRequired">{word('notUsed')}</StatusMark>
}

function HeadTable({ sheet, editing }: { sheet: Sheet; editing: Editing | undefined }) {
  const columns = sheet.columns ?? []
  return (
    <div className="import-sheet" role="region" aria-label={word('headingsCaption', { sheet: sheet.name })} tabIndex={0}>
      <table className="data-table">
        <caption className="visually-hidden">{word('headingsCaption', { sheet: sheet.name })}</caption>
        <thead>
          <tr>
            <th scope="col">{word('readAs')}</th>
            {columns.map((column, i) => (
              <th key={column} scope="col"><span className="import-letter">{column.split(' ')[0]}</span> <ReadAs sheet={sheet} i={i} editing={editing} /></th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(sheet.head ?? []).map(({ row, cells }) => {
            const isHeading = sheet.headerRows.includes(row)
            return (
              <tr key={row} className={isHeading ? 'import-heading-row' : undefined}>
                <th scope="row">{row}{isHeading && <span className="hint"> {word('headingMark')}</span>}</th>
                {cells.map((cell, i) => <td key={i} title={cell}>{cell}</td>)}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function SheetPart({ sheet, editing }: { sheet: Sheet; editing: Editing | undefined }) {
  if (sheet.headerRows.length === 0) return <Section title={sheet.name} note={word('sheetNoList')}>{null}</Section>
  const used = (sheet.fields ?? []).filter(Boolean).length
  return (
    <Section title={sheet.name} note={word('sheetRows', { rows: sheet.dataRows, skipped: sheet.skippedRows })} acts={<span className="hint">{word('unusedNote', { used, unused: (sheet.columns?.length ?? 0) - used })}</span>}>
      <HeadTable sheet={sheet} editing={editing} />
    </Section>
  )
}

const skippedColumns: Column<Skipped>[] = [
  { id: 'row', title: word('rowHead'), number: true, cell: (row) => row.row },
  { id: 'kind', title: word('skippedKind'), cell: (row) => skippedNames[row.kind] ?? row.kind, tight: true },
  { id: 'text', title: word('skippedText'), cell: (row) => row.text },
]

/** Rows that are not members: counted, and open to be looked at. */
export function SkippedRows({ skipped }: { skipped: readonly Skipped[] }) {
  const filled = skipped.filter((row) => row.kind !== 'blank')
  const blank = skipped.length - filled.length
  if (skipped.length === 0) return null
  return (
    <details className="import-skipped">
      <summary>{word('skippedTitle', { n: skipped.length })}</summary>
      <DataTable caption={word('skippedCaption')} columns={skippedColumns} rows={filled} rowKey={(row) => `${row.sheet} ${row.row}`} total={filled.length} pageSize={Math.max(1, filled.length)} foot={blank > 0 && word('blankSkipped', { n: blank })} />
    </details>
  )
}

/** Second step: the sheets as they stand, and as what every column is read; the reading of a column can be corrected. */
export function HeadingsStep({ file, preview, mayWrite }: { file: ImportFile; preview: Preview; mayWrite: boolean }) {
  const work = useColumns(file, preview)
  const editing = work.isEditing ? { draft: work.draft, change: work.change } : undefined
  return (
    <>
      <ColumnsBar work={work} file={file} preview={preview} mayWrite={mayWrite} />
      {preview.sheets.map((sheet) => <SheetPart key={sheet.name} sheet={sheet} editing={editing} />)}
      <SkippedRows skipped={preview.skipped} />
    </>
  )
}
