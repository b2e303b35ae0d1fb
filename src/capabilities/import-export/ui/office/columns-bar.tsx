import { Box, Button, FailureBox, ProgressLine, Select } from '../../../../platform/ui-kit/index.ts'
import { assignableFields } from '../../contract.ts'
import type { ImportFile, Preview } from '../client.ts'
import { assignableNames, columnNames, word } from '../words.vi.ts'
import { columnKey, type ColumnDrafts, type ColumnsWork, type DraftedColumn } from './use-columns.ts'

const SKIP = 'skip'

type Choice = { sheet: string; column: string; field: string | null; draft: ColumnDrafts; onChange: (column: DraftedColumn) => void }

/** As what one column is to be read. What the headings alone tell apart stays as it is until something else is chosen. */
export function ColumnChoice({ sheet, column, field, draft, onChange }: Choice) {
  const drafted = draft.get(columnKey({ sheet, column }))
  const value = drafted ? (drafted.field ?? SKIP) : (field ?? SKIP)
  const isListed = field === null || (assignableFields as readonly string[]).includes(field)
  const choices = [
    { value: SKIP, label: word('skipColumn') }, ...(isListed ? [] : [{ value: field, label: columnNames[field] ?? field }]),
    ...assignableFields.map((each) => ({ value: each, label: assignableNames[each] ?? each })),
  ]
  const choose = (chosen: string) => {
    const known = assignableFields.find((each) => each === chosen)
    if (known || chosen === SKIP) onChange({ sheet, column, field: known ?? null })
  }
  return <Select name={`column-${sheet}-${column}`} label={word('readColumnAs', { column })} hideLabel value={value} onChange={choose} choices={choices} />
}

/** That columns are read other than their headings say, since when, and the way back. */
function Remembered({ file, preview, work, mayWrite }: { file: ImportFile; preview: Preview; work: ColumnsWork; mayWrite: boolean }) {
  const remembered = preview.remembered ?? []
  const stated = file.settling.columns
  if (remembered.length + stated.length === 0) return null
  const organisation = preview.organisationName ?? file.import.organisationName
  return (
    <Box tone="soon">
      <p>{word(stated.length > 0 ? 'statedTitle' : 'rememberedTitle', { organisation })}</p>
      {remembered.length > 0 && (
        <ul>
          {remembered.map((each) => (
            <li key={columnKey(each)}>{word('rememberedColumn', { column: each.column, heading: each.heading, field: each.field ? (assignableNames[each.field] ?? each.field) : word('skipColumn') })}</li>
          ))}
        </ul>
      )}
      {mayWrite && <Button running={work.running} onClick={() => void work.forget()}>{word('forgetHeadings')}</Button>}
    </Box>
  )
}

/** Above the sheets: what was remembered, and the acts of correcting. */
export function ColumnsBar(props: { file: ImportFile; preview: Preview; work: ColumnsWork; mayWrite: boolean }) {
  const { work, mayWrite, preview, file } = props
  return (
    <>
      <Remembered {...props} />
      {work.failure && <FailureBox failure={work.failure} />}
      {work.running && <ProgressLine label={word('readingAgain')} />}
      {mayWrite && !work.isEditing && <div className="form-acts"><Button onClick={work.edit}>{word('editHeadings')}</Button></div>}
      {work.isEditing && (
        <div className="box import-drafts" role="status">
          <span>{word('editHeadingsHint', { organisation: preview.organisationName ?? file.import.organisationName })}</span>
          <span className="import-acts">
            <Button onClick={work.leave}>{word('leaveHeadings')}</Button>
            <Button look="main" running={work.running} disabled={work.draft.size === 0} onClick={() => void work.apply()}>{word('readSo')}</Button>
          </span>
        </div>
      )}
    </>
  )
}
