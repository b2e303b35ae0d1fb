import { useState } from 'react'
import { AppLink, Button, Columns, countText, DataTable, FailureBox, GreyLines, Page, Section, SummaryList, useAct, useAddress, useAddressState, useParams, useRead, useTell, useViewed, type Column } from '../../../../platform/ui-kit/index.ts'
import { kindNames, sideNames } from '../../messages.vi.ts'
import { afterAct, reconciling, ROOM, type Line, type ReconciliationPage } from '../client.ts'
import { day, PhaseMark } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { MarkForm, MissingForm, ReturnForm, SignForm, TakeForm, WithdrawForm } from './forms.tsx'
import { linesState, LinesTable } from './lines-table.tsx'

const empty = { ...linesState, lam: '' }
type State = typeof empty
type Set = (change: Partial<State>) => void

/** The form of the act that is asked for in the address, or of the line to be marked. */
function OpenForm({ page, state, set, line, onLeave }: { page: ReconciliationPage; state: State; set: Set; line: Line | undefined; onLeave: () => void }) {
  const leave = () => { set({ lam: '' }); onLeave() }
  if (line) return <MarkForm key={line.personId} page={page} line={line} onLeave={leave} />
  const may = (act: ReconciliationPage['may'][number]) => page.may.includes(act)
  if (state.lam === 'tai' && may('takeList')) return <TakeForm page={page} onLeave={leave} />
  if (state.lam === 'nhan' && may('return')) return <ReturnForm page={page} onLeave={leave} />
  if (state.lam === 'them' && may('mark')) return <MissingForm page={page} onLeave={leave} />
  if (state.lam === 'rut' && may('signBelow')) return <WithdrawForm page={page} onLeave={leave} />
  if (state.lam === 'ky' && may('signBelow')) return <SignForm page={page} side="grassroots" onLeave={leave} />
  return state.lam === 'ky' && may('signAbove') ? <SignForm page={page} side="superior" onLeave={leave} /> : null
}

function Settle({ page }: { page: ReconciliationPage }) {
  const tell = useTell()
  const act = useAct(reconciling.settleDifferences, { refresh: afterAct, onDone: ({ settled }) => tell(word('settled', { n: settled })) })
  if (page.agreeable === 0 || !page.may.includes('decide')) return null
  return <><FailureBox failure={act.failure} /><p><Button running={act.running} onClick={() => void act.run({ reconciliationId: page.id })}>{word('settle', { n: page.agreeable })}</Button></p></>
}

/** How many of each kind; each number filters. */
function Kinds({ page, set }: { page: ReconciliationPage; set: Set }) {
  if (page.kinds.length === 0) return null
  return (
    <p className="hint">
      {word('kinds')}:{' '}
      {page.kinds.map(({ kind, total, open }, i) => (
        <span key={kind}>{i > 0 && ' · '}<button type="button" className="as-link" onClick={() => set({ loai: kind, cach: '', trang: '1' })}>{word(open > 0 ? 'kindOpen' : 'kindLine', { kind: kindNames[kind], total, open })}</button></span>
      ))}
    </p>
  )
}

type Cell = ReconciliationPage['cells'][number]

function Cells({ page }: { page: ReconciliationPage }) {
  const tell = useTell()
  const act = useAct(reconciling.markRest, { refresh: afterAct, onDone: ({ marked }) => tell(word('restMarked', { n: marked })) })
  const columns: Column<Cell>[] = [
    { id: 'cell', title: word('colCell'), cell: (cell) => cell.name }, { id: 'ours', title: word('colOurs'), number: true, cell: (cell) => countText(cell.ours) }, { id: 'unmarked', title: word('colUnmarked'), number: true, cell: (cell) => countText(cell.unmarked) },
    { id: 'open', title: word('colOpen'), number: true, cell: (cell) => countText(cell.open) },
    ...(page.may.includes('mark') ? [{ id: 'act', title: word('mark'), cell: (cell: Cell) => cell.unmarked > 0 && <Button look="quiet" running={act.running} onClick={() => void act.run({ reconciliationId: page.id, cellId: cell.id })}>{word('markRest')}<span className="visually-hidden"> {cell.name}</span></Button> }] : []),
  ]
  return <Section title={word('cells')}><FailureBox failure={act.failure} /><DataTable caption={word('cells')} columns={columns} rows={page.cells} rowKey={(cell) => cell.id} /></Section>
}

function Aside({ page, set }: { page: ReconciliationPage; set: Set }) {
  const address = useAddress()
  const maySign = page.may.includes('signBelow')
  return (
    <>
      <Section title={word('signatures')} boxed>
        {page.signatures.length === 0 ? <p>{word('noSignature')}</p> : <SummaryList narrow rows={page.signatures.map((each) => ({
          label: sideNames[each.side], value: <strong>{countText(each.number)}</strong>, note: `${each.signer}, ${day(each.signedOn)}${each.standing > 0 ? `; ${word('signatureStanding', { n: each.standing })}` : ''}`,
        }))} />}
        {page.signatures.length === 1 && maySign && <Button look="quiet" onClick={() => set({ lam: 'rut' })}>{word('withdraw')}</Button>}
      </Section>
      {page.returns.length > 0 && (
        <Section title={word('returns')}>
          <ul>{page.returns.map((each) => <li key={each.id}><AppLink to={address('reconciliationReturn', { id: each.id })}>{word('returnLine', { file: each.fileName, rows: each.rows, day: day(each.readOn) })}</AppLink> <span className="hint">{each.takenOn ? word('returnTaken', { day: day(each.takenOn) }) : word('returnNotTaken')}</span></li>)}</ul>
        </Section>
      )}
    </>
  )
}

function ReconciliationPageView({ page, state, set }: { page: ReconciliationPage; state: State; set: Set }) {
  const address = useAddress()
  const [line, setLine] = useState<Line>()
  const may = (act: ReconciliationPage['may'][number]) => page.may.includes(act)
  const take = may('takeList') && page.phase !== 'agreed'
  // Once every line is settled there is nothing to send for; the list can still be had.
  const takesNext = page.phase === 'marking' || page.phase === 'settling'
  const signNow = (page.phase === 'toSign' && may('signBelow')) || may('signAbove')
  return (
    <Page title={page.organisation} note={word('pageNote', { day: day(page.asOf) })} backToList={address('reconciliations')} crumbs={[{ label: word('menu'), to: address('reconciliations') }, { label: page.organisation }]}
      summary={<><p><strong>{word('head', { ours: countText(page.ours), theirs: countText(page.theirs), now: countText(page.now) })}</strong> <PhaseMark phase={page.phase} /></p><p className="hint">{word('knownAt', { day: day(page.openedOn), superior: page.superior, due: day(page.dueOn) })}{page.note ? ` · ${page.note}` : ''}</p></>}
      main={signNow ? <Button look="main" onClick={() => set({ lam: 'ky' })}>{word('sign', { number: countText(page.now) })}</Button> : take && takesNext && <Button look="main" onClick={() => set({ lam: 'tai' })}>{word('actTake')}</Button>}
      acts={<>{take && !takesNext && <Button onClick={() => set({ lam: 'tai' })}>{word('actTake')}</Button>}{may('return') && <Button onClick={() => set({ lam: 'nhan' })}>{word('actReturn')}</Button>}{may('mark') && <Button onClick={() => set({ lam: 'them' })}>{word('addMissing')}</Button>}</>}
      tools={<><AppLink to={address('reconciliationMinutes', { id: page.id })}>{word('minutes')}</AppLink><Button onClick={() => window.print()}>{word('printIt')}</Button></>}>
      <OpenForm page={page} state={state} set={set} line={line} onLeave={() => setLine(undefined)} />
      <Kinds page={page} set={set} />
      <Settle page={page} />
      <LinesTable page={page} state={state} set={set} onMark={(chosen) => { setLine(chosen); window.scrollTo({ top: 0 }) }} />
      <Columns left={<Cells page={page} />} right={<Aside page={page} set={set} />} />
    </Page>
  )
}

/** The reconciliation of one organisation: both lists, the tasks between them, and the two signatures. */
export default function ReconciliationScreen() {
  const { id } = useParams<{ id: string }>()
  const [state, set] = useAddressState(empty)
  const viewed = useViewed()
  const read = useRead([ROOM, 'one', id], (signal) => reconciling.findReconciliation({ reconciliationId: id, ...viewed }, { signal }))
  if (read.value) return <ReconciliationPageView page={read.value} state={state} set={set} />
  return <Page title={word('title')}>{read.failure ? <FailureBox failure={read.failure} onRetry={read.again} /> : <GreyLines />}</Page>
}
