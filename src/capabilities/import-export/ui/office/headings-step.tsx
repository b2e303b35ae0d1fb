import { DataTable, Section, StatusMark, type Column } from '../../../../platform/ui-kit/index.ts'
import type { Preview } from '../client.ts'
import { columnNames, skippedNames, word } from '../words.vi.ts'

type Sheet = Preview['sheets'][number]
type Skipped = Preview['skipped'][number]

function HeadTable({ sheet }: { sheet: Sheet }) {
  const columns = sheet.columns ?? []
  const readAs = (i: number) => {
    const field = sheet.fields?.[i]
    return field ? <StatusMark shape="done" plain>{columnNames[field] ?? field}</StatusMark> : <StatusMark shape="notRequired">{word('notUsed')}</StatusMark>
  }
  return (
    <div className="import-sheet" role="region" aria-label={word('headingsCaption', { sheet: sheet.name })} tabIndex={0}>
      <table className="data-table">
        <caption className="visually-hidden">{word('headingsCaption', { sheet: sheet.name })}</caption>
        <thead>
          <tr>
            <th scope="col">{word('readAs')}</th>
            {columns.map((column, i) => (
              <th key={column} scope="col"><span className="import-letter">{column.split(' ')[0]}</span> {readAs(i)}</th>
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

function SheetPart({ sheet }: { sheet: Sheet }) {
  if (sheet.headerRows.length === 0) return <Section title={sheet.name} note={word('sheetNoList')}>{null}</Section>
  const used = (sheet.fields ?? []).filter(Boolean).length
  return (
    <Section title={sheet.name} note={word('sheetRows', { rows: sheet.dataRows, skipped: sheet.skippedRows })} acts={<span className="hint">{word('unusedNote', { used, unused: (sheet.columns?.length ?? 0) - used })}</span>}>
      <HeadTable sheet={sheet} />
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

/** Second step: the sheets as they stand, and as what every column is read. */
export function HeadingsStep({ preview }: { preview: Preview }) {
  return (
    <>
      {preview.sheets.map((sheet) => <SheetPart key={sheet.name} sheet={sheet} />)}
      <SkippedRows skipped={preview.skipped} />
    </>
  )
}
