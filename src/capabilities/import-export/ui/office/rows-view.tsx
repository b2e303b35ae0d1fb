import { isUncertainDate, formatUncertainDate } from '../../../../kernel/index.ts'
import { AppLink, countText, DataTable, FailureBox, maskedText, ROWS_PER_PAGE, Section, useAddress, useAddressState, useRead, type Column } from '../../../../platform/ui-kit/index.ts'
import { ListExport } from '../../../audit/ui/index.ts'
import { importExport, ROOM, type Finding, type ImportedRow, type ImportFile, type Outcome } from '../client.ts'
import { fieldNames, outcomeNames, valueNames, word } from '../words.vi.ts'
import { outcomes } from './figures.tsx'
import { useImportAddress } from './import-address.ts'
import { stepName, type Step } from './steps.tsx'

const dayFields = ['bornOn', 'admittedOn', 'confirmedOn']

function shown(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return word('fieldNothing')
  const text = String(value)
  if (dayFields.includes(field) && isUncertainDate(text)) return formatUncertainDate(text)
  return valueNames[text] ?? text
}

/** The number the register keeps stays covered but for its end; what the file says is the office's own. */
const shownOld = (field: string, value: unknown) => (field === 'identityNumber' && value ? maskedText(String(value)) : shown(field, value))

/** The fields of a new row that tell who it is. */
const fieldsOfNew = ['bornOn', 'sex', 'ethnicity', 'admittedOn', 'confirmedOn', 'cardNumber'] as const

function Lines({ row, side }: { row: ImportedRow; side: 'field' | 'old' | 'new' }) {
  const lines = row.changes.length > 0 ? row.changes : row.outcome === 'new' ? fieldsOfNew.filter((field) => row.values[field]).map((field) => ({ field, old: null, new: row.values[field] })) : []
  return (
    <ul className="import-lines">
      {lines.map((line) => (
        <li key={line.field}>{side === 'field' ? (fieldNames[line.field] ?? line.field) : side === 'old' ? shownOld(line.field, line.old) : <strong>{shown(line.field, line.new)}</strong>}</li>
      ))}
    </ul>
  )
}

const isWaiting = (row: ImportedRow) => row.outcome === 'doubtful' || row.outcome === 'faulty'

function columnsOf(findings: readonly Finding[], { withOutcome, withCheck, personLink }: { withOutcome: boolean; withCheck: boolean; personLink: (id: string) => string }): Column<ImportedRow>[] {
  const why = (row: ImportedRow) => findings.filter((each) => each.sheet === row.sheet && each.row === row.row && !each.settled && each.kind !== 'warning').map((each) => each.message)
  const columns: Column<ImportedRow>[] = [
    { id: 'row', title: word('findingRow'), cell: (row) => row.row, tight: true },
    { id: 'name', title: word('findingName'), cell: (row) => row.name ?? word('noName') },
    { id: 'cell', title: word('findingCell'), cell: (row) => row.cellName },
    { id: 'field', title: word('rowField'), cell: (row) => <Lines row={row} side="field" /> },
    { id: 'old', title: word('rowOld'), cell: (row) => <Lines row={row} side="old" /> },
    { id: 'new', title: word('rowNew'), cell: (row) => <Lines row={row} side="new" /> },
    ...(withCheck ? [{ id: 'checked', title: word('rowChecked'), cell: (row: ImportedRow) => row.checked && <>{row.checked.result}{row.checked.detail && <div className="hint">{row.checked.detail}</div>}</> }] : []),
    {
      id: 'state', title: word('rowOutcome'),
      cell: (row) => (
        <>
          {withOutcome && outcomeNames[row.outcome]}
          {isWaiting(row) && <span className="hint"> {word('rowWaits', { why: why(row).join('; ') || word('doubtMatch') })}</span>}
          {row.personId && <> <AppLink to={personLink(row.personId)} aria-label={`${word('openPerson')}: ${row.name ?? ''}`}>{word('openPerson')}</AppLink></>}
        </>
      ),
    },
  ]
  return columns
}

function MatchedRows({ file, outcome, page, onPage }: { file: ImportFile; outcome: ImportedRow['outcome'] | undefined; page: number; onPage: (page: number) => void }) {
  const address = useAddress()
  const { id, version } = file.import
  const read = useRead([ROOM, 'rows', id, version, outcome, page], (signal) => importExport.listImportRows({ id, page, size: ROWS_PER_PAGE, ...(outcome ? { outcome } : {}) }, { signal }))
  return (
    <>
      {read.failure && <FailureBox failure={read.failure} onRetry={read.again} />}
      <DataTable
        caption={word('rowsCaption')} columns={columnsOf(file.preview?.findings ?? [], { withOutcome: outcome === undefined, withCheck: read.value?.rows.some(({ checked }) => checked) ?? false, personLink: (person) => address('member', { id: person }) })} rows={read.value?.rows ?? []}
        rowKey={(row) => `${row.sheet} ${row.row}`} {...(read.value ? { total: read.value.total } : {})} page={page} onPage={onPage} waiting={read.waiting} empty={word('rowsEmpty')}
      />
    </>
  )
}

function OnlyHere({ file, page, onPage }: { file: ImportFile; page: number; onPage: (page: number) => void }) {
  const address = useAddress()
  const { id, version } = file.import
  const read = useRead([ROOM, 'onlyHere', id, version, page], (signal) => importExport.listOnlyHere({ id, page, size: ROWS_PER_PAGE }, { signal }))
  return (
    <>
      <p className="hint">{word('onlyHereNote')}</p>
      {read.failure && <FailureBox failure={read.failure} onRetry={read.again} />}
      <DataTable
        caption={word('onlyHereCaption')} rows={read.value?.rows ?? []} rowKey={(row) => row.personId} rowHref={(row) => address('member', { id: row.personId })}
        columns={[
          { id: 'name', title: word('findingName'), cell: (row) => <AppLink to={address('member', { id: row.personId })}>{row.fullName}</AppLink> },
          { id: 'born', title: word('bornOn'), cell: (row) => shown('bornOn', row.bornOn), tight: true },
          { id: 'cell', title: word('findingCell'), cell: (row) => row.cell },
        ]}
        {...(read.value ? { total: read.value.total } : {})} page={page} onPage={onPage} waiting={read.waiting} empty={word('rowsEmpty')}
      />
    </>
  )
}

/** The rows behind a count, what the register says beside what the file says. */
export function RowsView({ file, of, step }: { file: ImportFile; of: string; step: Step }) {
  const stepAddress = useImportAddress(file.import.id)
  const [{ trang }, set] = useAddressState({ trang: '1' })
  const outcome = of in outcomes ? (of as Outcome) : undefined
  const { preview } = file
  const n = outcome ? (preview?.counts[outcome] ?? 0) : (preview?.dataRows ?? 0)
  const paging = { page: Number(trang), onPage: (next: number) => set({ trang: String(next) }) }
  const what = outcome === 'onlyHere' || !outcome ? word('figureRows') : word(outcomes[outcome])
  return (
    <Section
      title={outcome === 'onlyHere' ? `${outcomeNames.onlyHere}: ${countText(n)}` : word('rowsTitle', { n: countText(n), what })}
      acts={<><ListExport list={outcome === 'onlyHere' ? 'onlyHere' : 'importRows'} asked={{ id: file.import.id, ...(outcome !== 'onlyHere' ? { outcome } : {}) }} /> <AppLink to={stepAddress({ buoc: step })}>{word('rowsBack', { step: stepName(step) })}</AppLink></>}
    >
      {outcome === 'onlyHere' ? <OnlyHere file={file} {...paging} /> : <MatchedRows file={file} outcome={outcome} {...paging} />}
    </Section>
  )
}
