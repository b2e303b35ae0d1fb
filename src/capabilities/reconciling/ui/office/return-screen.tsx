import { Button, countText, DataTable, FailureBox, Loaded, Page, Section, useAct, useAddress, useAddressState, useIsPast, useParams, usePlace, useRead, useTell, ViewSwitch, type Column } from '../../../../platform/ui-kit/index.ts'
import { markNames, reasonNames } from '../../messages.vi.ts'
import { afterAct, reconciling, ROOM, type ReturnPage } from '../client.ts'
import { day, nameWithYear, saidText, uncertain } from '../marks.tsx'
import { word } from '../words.vi.ts'

type Line = ReturnPage['lines'][number]

const columns: Column<Line>[] = [
  { id: 'row', title: word('colRow'), number: true, cell: (line) => line.sheetRow ?? word('deletedRow') },
  { id: 'name', title: word('colName'), width: '20%', cell: nameWithYear }, { id: 'cell', title: word('colCell'), width: '18%', cell: (line) => line.cellName }, { id: 'mark', title: word('colMark'), tight: true, cell: (line) => markNames[line.mark] },
  { id: 'says', title: word('colSays'), width: '28%', cell: (line) => [...new Set([line.reason && line.reason !== 'unclear' ? `${reasonNames[line.reason]}${line.reasonOn ? ` ${uncertain(line.reasonOn)}` : ''}` : '', saidText(line.said), line.note])].filter(Boolean).join(' · ') },
  { id: 'questions', title: word('colQuestions'), cell: (line) => line.questions.join(' ') },
]

function Skipped({ page }: { page: ReturnPage }) {
  if (page.skipped.length === 0) return null
  return <Section title={word('skipped')}><ul>{page.skipped.map(({ sheet, row, text }) => <li key={`${sheet} ${row}`}>{word('skippedLine', { sheet, row, text })}</li>)}</ul></Section>
}

function Preview({ page }: { page: ReturnPage }) {
  const [state, set] = useAddressState({ cach: '' })
  const shown = state.cach === 'tat-ca' ? page.lines : page.lines.filter(({ mark, questions }) => mark !== 'right' || questions.length > 0)
  return (
    <>
      <ViewSwitch label={word('views')} value={state.cach} views={[{ value: '', label: word('previewDiffering') }, { value: 'tat-ca', label: word('previewAll') }]} onChange={(cach) => set({ cach })} />
      <DataTable caption={word('returnPage')} columns={columns} rows={shown} rowKey={(line) => `${line.sheetRow ?? line.fullName} ${line.bornOn ?? ''}`} total={shown.length} empty={<p className="empty">{word('noDiffering')}</p>} />
      <Skipped page={page} />
    </>
  )
}

/** What a marked workbook says, before it is taken into the reconciliation. */
export default function ReturnScreen() {
  const { id } = useParams<{ id: string }>()
  const address = useAddress()
  const isPast = useIsPast()
  const place = usePlace()
  const tell = useTell()
  const read = useRead([ROOM, 'return', id], (signal) => reconciling.findReturn({ returnId: id }, { signal }))
  const page = read.value
  const act = useAct(reconciling.takeReturn, { refresh: afterAct, onDone: ({ changed, differences }) => { tell(word('takenReturn', { changed, differences })); place.go(address('reconciliation', { id: page!.reconciliationId })) } })
  return (
    <Page title={word('returnPage')} {...(page ? { note: page.fileName, summary: <><p>{word('returnCounts', { ...page.counts })}</p><p className="hint">{page.takenOn ? word('returnTaken', { day: day(page.takenOn) }) : word('takeCheck')}</p></> } : {})}
      crumbs={[{ label: word('menu'), to: address('reconciliations') }, { label: page?.organisation ?? '', ...(page ? { to: address('reconciliation', { id: page.reconciliationId }) } : {}) }, { label: word('returnPage') }]}
      main={page?.mayTake && !isPast && <Button look="main" running={act.running} onClick={() => void act.run({ returnId: id, version: page.version })}>{word('takeReturn', { n: countText(page.lines.length) })}</Button>}
      tools={<Button onClick={() => window.print()}>{word('printIt')}</Button>}>
      <FailureBox failure={act.failure} />
      <Loaded read={read}>{(value) => <Preview page={value} />}</Loaded>
    </Page>
  )
}
