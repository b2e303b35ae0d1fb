import type { PlainDate } from '../../../../kernel/index.ts'
import { DueWords, Loaded, PocketCard, PocketPage, StatusMark, useAddress, useDesk, useRead, useViewed } from '../../../../platform/ui-kit/index.ts'
import { admission, ROOM, type CaseRow, type ConfirmationRow } from '../client.ts'
import { dueOf } from '../marks.ts'
import { nameWithYear } from '../people.ts'
import { columnNames, ownerNames, word } from '../words.vi.ts'

const MOST = 50

async function readFiles(viewed: ReturnType<typeof useViewed>, signal: AbortSignal) {
  const [cases, confirmations] = await Promise.all([admission.listCases({ size: MOST, ...viewed }, { signal }), admission.listConfirmations({ size: MOST, ...viewed }, { signal })])
  return { today: cases.today, cases: cases.rows, confirmations: confirmations.rows.filter((row) => row.id !== null) }
}

function Mark({ row, today }: { row: Pick<CaseRow, 'nextAct'> & Partial<Pick<CaseRow, 'isReturned' | 'returnReasons'>>; today: PlainDate }) {
  if (row.isReturned) return <StatusMark shape="returned">{word('returnedLine', { n: row.returnReasons ?? 0 })}</StatusMark>
  return row.nextAct && <DueWords due={dueOf(row.nextAct, today)} />
}

function FileCard({ row, today, note }: { row: CaseRow | ConfirmationRow; today: PlainDate; note: string }) {
  const address = useAddress()
  return (
    <PocketCard mark={<Mark row={row} today={today} />} title={nameWithYear(row.person)} to={address('pocketAdmissionCase', { id: row.id! })} note={note}>
      {row.nextAct && <p>{row.nextAct.words}</p>}
    </PocketCard>
  )
}

/** The open files of the own cell: admission, then probation. */
export default function CasesScreen() {
  const { organisation } = useDesk()
  const address = useAddress()
  const viewed = useViewed()
  const read = useRead([ROOM, 'cell-files'], (signal) => readFiles(viewed, signal), { kept: true })
  return (
    <PocketPage title={word('myCases')} backTo={address('pocketWork')} lead={organisation}>
      <Loaded read={read}>
        {({ today, cases, confirmations }) => (
          <>
            {cases.length + confirmations.length === 0 && <PocketCard note={word('onlyOffice')}><p>{word('myCasesEmpty')}</p></PocketCard>}
            {cases.map((row) => <FileCard key={row.id} row={row} today={today} note={[columnNames[row.column], row.nextAct && ownerNames[row.nextAct.owner]].filter(Boolean).join(' · ')} />)}
            {confirmations.length > 0 && <h2>{word('recognitionCrumb')}</h2>}
            {confirmations.map((row) => <FileCard key={row.id} row={row} today={today} note={row.nextAct ? ownerNames[row.nextAct.owner] : ''} />)}
          </>
        )}
      </Loaded>
    </PocketPage>
  )
}
