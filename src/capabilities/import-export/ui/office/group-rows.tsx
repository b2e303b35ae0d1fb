import { useState } from 'react'
import { Button, DataTable, type Column } from '../../../../platform/ui-kit/index.ts'
import type { Finding, ImportFile } from '../client.ts'
import { word } from '../words.vi.ts'
import { FindingAct } from './finding-act.tsx'
import type { FindingGroup } from './finding-groups.ts'
import { rawText, readText } from './finding-words.ts'
import { asksAboutPerson } from './settling.ts'
import type { SettlingWork } from './use-settling.ts'

const ROWS_FIRST = 25

function columnsOf(file: ImportFile, group: FindingGroup, work: SettlingWork, mayWrite: boolean): Column<Finding>[] {
  const letters = new Set(group.findings.map((each) => each.column))
  const sheets = new Set(group.findings.map((each) => each.sheet))
  const varied = new Set(group.findings.map((each) => each.message)).size > 1
  const oneLetter = letters.size === 1
  const columns: (Column<Finding> | false)[] = [
    { id: 'row', title: word('findingRow'), cell: (each) => (sheets.size > 1 ? `${each.sheet}, ${each.row}` : each.row), tight: true },
    { id: 'name', title: word('findingName'), cell: (each) => each.name ?? word('noName') },
    { id: 'cell', title: word('findingCell'), cell: (each) => each.cell },
    {
      id: 'raw', title: oneLetter ? word('findingRaw', { column: [...letters][0]! }) : word('findingRawAny'),
      cell: (each) => <span className="import-raw">{oneLetter ? '' : `${each.column}: `}{rawText(each.raw)}</span>,
    },
    group.kind !== 'error' && !asksAboutPerson(group) && { id: 'read', title: word('findingRead'), cell: (each) => <strong>{readText(each, file.preview?.cellNames)}</strong> },
    varied && { id: 'basis', title: word('findingBasis'), cell: (each) => each.message },
    mayWrite && group.kind !== 'warning' && {
      id: 'act', title: word('findingAct'),
      cell: (each) => <FindingAct finding={each} file={file} draft={work.drafts.get(each)} onChange={(draft) => work.change(each, draft)} />,
    },
  ]
  return columns.filter((column) => column !== false)
}

/** The rows of a group: place, person, as written, as read, and what is done about each. */
export function GroupRows({ file, group, work, mayWrite }: { file: ImportFile; group: FindingGroup; work: SettlingWork; mayWrite: boolean }) {
  const [all, setAll] = useState(false)
  const rows = all ? group.findings : group.findings.slice(0, ROWS_FIRST)
  const rest = group.findings.length - rows.length
  return (
    <DataTable
      caption={word('findingsCaption', { title: group.title, n: group.findings.length })} columns={columnsOf(file, group, work, mayWrite)} rows={rows}
      rowKey={(each) => `${each.sheet} ${each.row} ${each.column}`} total={group.findings.length} pageSize={group.findings.length}
      foot={rest > 0 && <Button look="quiet" onClick={() => setAll(true)}>{word('more', { n: rest })}</Button>}
    />
  )
}
