import '../reports.css'
import { AppLink, Button, countText, DataTable, dayText, FilterRow, LoadedPage, momentText, Page, Section, useAddress, useAddressState, useParams, useRead, StatusMark, ViewSwitch, type Column, type Filter } from '../../../../platform/ui-kit/index.ts'
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
  if (report.isSum) {
    return (
      <span className="report-links">
        <AppLink to={to(`sum:${report.period.id}`, now)}>{word('compareParts')}</AppLink>
        {report.further && <AppLink to={address('report', { period: report.further.periodId, organisation: report.organisationId })}>{word('further', { name: report.further.organisation })}</AppLink>}
      </span>
    )
  }
  const sum = report.ownPeriodId && <AppLink to={address('report', { period: report.ownPeriodId, organisation: report.organisationId })}>{word('ownSum')}</AppLink>
  if (!submission) return sum || null
  const own = `submission:${submission.id}`
  const before = report.submissions.find(({ ordinal }) => ordinal === submission.ordinal - 1)
  return (
    <span className="report-links">
      {sum}
      <AppLink to={to(own, now)}>{word('compareNow')}</AppLink>
      {before && <AppLink to={to(`submission:${before.id}`, own)}>{word('compareBefore')}</AppLink>}
      {report.ownPeriodId && <AppLink to={to(own, `sum:${report.ownPeriodId}`)}>{word('compareSum')}</AppLink>}
      {report.former && <AppLink to={to(`submission:${report.former.submissionId}`, own)}>{word('compareFormer')}</AppLink>}
    </span>
  )
}

type Part = ReportPage['parts'][number]

/** The frozen reports of the level below of which the last submission was made, and what stands in their place now. */
function Parts({ report }: { report: ReportPage }) {
  const address = useAddress()
  const columns: Column<Part>[] = [
    { id: 'part', title: word('part'), width: '40%', cell: ({ name, organisationId }) => (report.ownPeriodId ? <AppLink to={address('report', { period: report.ownPeriodId, organisation: organisationId })}>{name}</AppLink> : name) },
    { id: 'version', title: word('partVersion'), tight: true, cell: ({ ordinal, outcome }) => <>{word('versionN', { n: ordinal })} <OutcomeMark outcome={outcome} /></> },
    { id: 'members', title: word('members'), number: true, cell: ({ members }) => countText(members) },
    { id: 'now', title: word('partNow'), cell: ({ submissionId, standing }) => (standing ? <AppLink to={`${address('reportComparison')}?a=submission:${submissionId}&b=submission:${standing.submissionId}`}>{word('partNewer', { n: standing.ordinal })}</AppLink> : word('partSame')) },
  ]
  return (
    <Section title={word('parts')}>
      <p className="hint">{word('partsHint')}</p>
      {report.changedBelow > 0 && <p><StatusMark shape="soon">{word('changedBelow', { n: report.changedBelow })}</StatusMark></p>}
      {report.countedHere.length > 0 && <p>{word('countedHere', { names: report.countedHere.join(', ') })}</p>}
      <DataTable caption={word('parts')} columns={columns} rows={report.parts} rowKey={({ submissionId }) => submissionId} total={report.parts.length} />
    </Section>
  )
}

/** Who is not in a sum, or would be counted from the register if the report were submitted now. */
const Missing = ({ report, title }: { report: ReportPage; title: string }) => (
  <Section title={title}>
    {report.missing.length === 0 ? <p>{word('noneMissing')}</p> : <ul className="report-missing">{report.missing.map(({ organisationId, name, state }) => <li key={organisationId}>{name} <StateMark state={state} /></li>)}</ul>}
  </Section>
)

const requestLine = ({ reason, askedBy, askedAt }: Submission['requests'][number]): string => word(askedBy ? 'requestLine' : 'requestWithout', { moment: momentText(askedAt), name: askedBy ?? '', reason })

function Versions({ report }: { report: ReportPage }) {
  if (report.isSum) return <Missing report={report} title={word('missing')} />
  return (
    <>
      {report.isAbove && (report.submissions.length > 0 ? <Parts report={report} /> : <Missing report={report} title={word('missingNow')} />)}
      <OwnVersions report={report} />
    </>
  )
}

function OwnVersions({ report }: { report: ReportPage }) {
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
            {each.requests.map((request) => <span key={request.askedAt} className="hint">{requestLine(request)}</span>)}
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Acts({ report, set }: { report: ReportPage; set: (state: Partial<State>) => void }) {
  return (
    <>
      {report.may.giveBack && <Button onClick={() => set({ viec: 'tra-lai' })}>{word(report.may.decide ? 'giveBack' : 'askCorrection')}</Button>}
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
      {(state.viec === 'duyet' ? report.may.decide : state.viec === 'tra-lai' && report.may.giveBack) && <DecideForm key={state.viec} report={report} approves={state.viec === 'duyet'} onLeave={leave} />}
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
