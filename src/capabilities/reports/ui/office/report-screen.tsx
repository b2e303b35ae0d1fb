import '../reports.css'
import { AppLink, Button, dayText, FilterRow, LoadedPage, momentText, Page, Section, useAddress, useAddressState, useParams, useRead, ViewSwitch, type Filter } from '../../../../platform/ui-kit/index.ts'
import { tableCodes, tableTitle } from '../../../statistics/ui/index.ts'
import { outcomeNames } from '../../messages.vi.ts'
import { reports, ROOM, type ReportPage, type Submission } from '../client.ts'
import { OutcomeMark, periodName, StateMark } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { DecideForm, ExportForm, SubmitForm } from './report-acts.tsx'
import { ReportTable } from './report-table.tsx'

type State = { bieu: string; ban: string; viec: string }
const NOW = 'nay'

/** Which figures are looked at: the version that is asked for, else the last; what is counted now where nothing was submitted. */
function shownOf(report: ReportPage, ban: string) {
  const base = { periodId: report.period.id, organisationId: report.organisationId }
  if (report.isSum) return ban === NOW ? { which: { ...base, counted: true }, words: word('shownNow') } : { which: base, words: word('shownSum', { n: report.included }) }
  const submission = ban === NOW ? undefined : (report.submissions.find(({ ordinal }) => String(ordinal) === ban) ?? report.submissions.at(-1))
  if (!submission) return { which: { ...base, counted: true }, words: word('shownNow') }
  return { submission, which: { ...base, submissionId: submission.id }, words: word('shownVersion', { n: submission.ordinal, outcome: outcomeNames[submission.outcome] }) }
}

/** What the figures looked at may be compared with. */
function Comparisons({ report, submission }: { report: ReportPage; submission: Submission | undefined }) {
  const address = useAddress()
  const to = (a: string, b: string) => `${address('reportComparison')}?a=${a}&b=${b}`
  const now = `now:${report.period.id}:${report.organisationId}`
  if (report.isSum) return <AppLink to={to(`sum:${report.period.id}`, now)}>{word('compareParts')}</AppLink>
  if (!submission) return null
  const own = `submission:${submission.id}`
  const before = report.submissions.find(({ ordinal }) => ordinal === submission.ordinal - 1)
  return (
    <span className="report-links">
      <AppLink to={to(own, now)}>{word('compareNow')}</AppLink>
      {before && <AppLink to={to(`submission:${before.id}`, own)}>{word('compareBefore')}</AppLink>}
      {report.former && <AppLink to={to(`submission:${report.former.submissionId}`, own)}>{word('compareFormer')}</AppLink>}
    </span>
  )
}

function Versions({ report }: { report: ReportPage }) {
  if (report.isSum) {
    return (
      <Section title={word('missing')}>
        {report.missing.length === 0 ? <p>{word('noneMissing')}</p> : <ul className="report-missing">{report.missing.map(({ organisationId, name, state }) => <li key={organisationId}>{name} <StateMark state={state} /></li>)}</ul>}
      </Section>
    )
  }
  return (
    <Section title={word('versions')}>
      {report.submissions.length === 0 && <p>{word('noVersions')}</p>}
      <ol className="report-versions">
        {report.submissions.toReversed().map((each) => (
          <li key={each.id}>
            {word('versionN', { n: each.ordinal })} <OutcomeMark outcome={each.outcome} />
            <span className="hint">
              {word(each.submittedBy ? 'submittedLine' : 'submittedWithout', { moment: momentText(each.submittedAt), name: each.submittedBy ?? '' })}{each.reason && ` · ${word('reasonLine', { reason: each.reason })}`}
              {each.decidedAt && ` · ${word('decided', { outcome: outcomeNames[each.outcome], moment: momentText(each.decidedAt), name: each.decidedBy ?? '' })}`}{each.decision && ` · ${word('reasonLine', { reason: each.decision })}`}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Acts({ report, set }: { report: ReportPage; set: (state: Partial<State>) => void }) {
  return (
    <>
      {report.may.decide && <Button onClick={() => set({ viec: 'tra-lai' })}>{word('giveBack')}</Button>}
      {report.may.submit && report.state !== 'missing' && <Button onClick={() => set({ viec: 'nop' })}>{word('submitAgain')}</Button>}
    </>
  )
}

function ReportView({ report }: { report: ReportPage }) {
  const address = useAddress()
  const [state, set] = useAddressState<State>({ bieu: '1', ban: '', viec: '' })
  const table = tableCodes.find((each) => each === state.bieu) ?? '1'
  const { which, submission, words } = shownOf(report, state.ban)
  const leave = () => set({ viec: '' })
  const choices = [...report.submissions.map(({ ordinal }) => ({ value: String(ordinal), label: word('versionN', { n: ordinal }) })), ...(report.isSum ? [{ value: 'tong', label: word('shownSum', { n: report.included }) }] : []), { value: NOW, label: word('countNow') }]
  const filters: Filter[] = [{ kind: 'list', name: 'ban', label: word('shown'), value: state.ban || (submission ? String(submission.ordinal) : report.isSum ? 'tong' : NOW), choices }]
  const main = report.may.decide ? <Button look="main" onClick={() => set({ viec: 'duyet' })}>{word('approve')}</Button> : report.may.submit && report.state === 'missing' ? <Button look="main" onClick={() => set({ viec: 'nop' })}>{word('submit')}</Button> : undefined
  return (
    <Page alwaysToday title={report.name} note={periodName(report.period)} crumbs={[{ label: word('title'), to: `${address('reports')}?ky=${report.period.id}` }, { label: report.name }]} filterWords={`${tableTitle(table)} · ${words}`}
      summary={<>{!report.isSum && <><StateMark state={report.state} /> · </>}{word('due', { day: dayText(report.period.dueOn) })} · {words}</>}
      tools={<><Button onClick={() => set({ viec: 'xuat' })}>{word('exportSet')}</Button><Button onClick={() => window.print()}>{word('print')}</Button></>}
      acts={<Acts report={report} set={set} />} main={state.viec ? undefined : main}>
      {state.viec === 'nop' && report.may.submit && <SubmitForm report={report} onLeave={leave} />}
      {(state.viec === 'duyet' || state.viec === 'tra-lai') && report.may.decide && <DecideForm key={state.viec} report={report} approves={state.viec === 'duyet'} onLeave={leave} />}
      {state.viec === 'xuat' && <ExportForm which={which} until={report.period.until} onLeave={leave} />}
      <FilterRow filters={filters} onChange={(name, value) => set({ [name]: String(value) })} aside={<Comparisons report={report} submission={submission} />}
        before={<ViewSwitch label={word('tables')} value={table} onChange={(bieu) => set({ bieu })} views={tableCodes.map((each) => ({ value: each, label: each }))} />} />
      <h2 className="report-table-title">{tableTitle(table)}</h2>
      <ReportTable key={`${table} ${JSON.stringify(which)}`} table={table} which={which} report={report} />
      <Versions report={report} />
    </Page>
  )
}

/** The report of an organisation for a period: its tables, its versions, and what may be done to it. */
export default function ReportScreen() {
  const { period, organisation } = useParams<{ period: string; organisation: string }>()
  const read = useRead([ROOM, 'report', period, organisation], (signal) => reports.findReport({ periodId: period, organisationId: organisation }, { signal }))
  return <LoadedPage read={read} title={word('title')} isThis={(report) => report.organisationId === organisation && report.period.id === period} lines={10}>{(report) => <ReportView report={report} />}</LoadedPage>
}
