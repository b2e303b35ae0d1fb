import '../dossiers.css'
import {
  AppLink, Button, countText, DataTable, FailureBox, GreyLines, Page, Section, StatusMark, SummaryList, useAddress, useAddressState, useDesk, useIsPast, useParams, useRead, useViewed, type Column,
} from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { findingKindNames, samplingNames } from '../../messages.vi.ts'
import { dossiers, ROOM, type Finding, type Inspection } from '../client.ts'
import { bornYear, day } from '../marks.tsx'
import { sampleNotes, word } from '../words.vi.ts'
import { AddToSample, CloseForm, DrawButton, ExaminedButton, FindingForm, MendForm } from './inspection-acts.tsx'
import { InspectionMark } from './inspections-screen.tsx'

type Sampled = Inspection['sample'][number]
const empty = { viec: '', nguoi: '', 'thieu-sot': '' }
type Set = (change: Partial<typeof empty>) => void

function MendMark({ finding }: { finding: Finding }) {
  if (finding.mendedOn) return <StatusMark shape="done">{word('mended', { day: day(finding.mendedOn) })}</StatusMark>
  return finding.isLate ? <StatusMark shape="late">{word('mendLate', { day: day(finding.mendBy) })}</StatusMark> : <StatusMark shape="soon">{word('mendUntil', { day: day(finding.mendBy) })}</StatusMark>
}

function Findings({ sampled, mayMend, set }: { sampled: Sampled; mayMend: boolean; set: Set }) {
  return sampled.findings.map((finding) => (
    <div key={finding.id} className="finding">
      <span><strong>{findingKindNames[finding.kind]}</strong>{finding.documentTitle && ` – ${finding.documentTitle}`}: {finding.note}</span>
      <span className="dossier-reason">{word('guidance')}: {finding.guidance}</span>
      <span>
        <MendMark finding={finding} /> {finding.mendedNote && <span className="dossier-reason">{finding.mendedNote}</span>}
        {mayMend && !finding.mendedOn && <Button look="quiet" aria-label={`${word('actMend')}: ${sampled.fullName} – ${finding.note}`} onClick={() => set({ viec: 'khac-phuc', 'thieu-sot': finding.id })}>{word('actMend')}</Button>}
      </span>
    </div>
  ))
}

function Sample({ inspection, runs, mayMend, set }: { inspection: Inspection; runs: boolean; mayMend: boolean; set: Set }) {
  const address = useAddress()
  const columns: Column<Sampled>[] = [
    { id: 'name', title: word('colName'), width: '16%', cell: (each) => <AppLink to={address('dossier', { id: each.personId })}>{each.fullName}</AppLink> },
    { id: 'born', title: word('colBorn'), number: true, cell: (each) => bornYear(each.bornOn) },
    { id: 'cell', title: word('colCell'), width: '16%', cell: (each) => each.cell },
    { id: 'state', title: word('colState'), tight: true, cell: (each) => (each.examinedOn ? <StatusMark shape="done">{word('examined', { day: day(each.examinedOn) })}</StatusMark> : <StatusMark shape="future">{word('notExamined')}</StatusMark>) },
    { id: 'findings', title: word('colFindings'), width: '38%', cell: (each) => <Findings sampled={each} mayMend={mayMend} set={set} /> },
    ...(runs ? [{ id: 'act', title: word('colAct'), width: '13%', cell: (each: Sampled) => (
      <span className="dossier-acts">
        <Button look="quiet" aria-label={`${each.findings.length > 0 ? word('actOtherFinding') : word('actFinding')}: ${each.fullName}`} onClick={() => set({ viec: 'ghi', nguoi: each.personId })}>{each.findings.length > 0 ? word('actOtherFinding') : word('actFinding')}</Button>
        {!each.examinedOn && <ExaminedButton inspection={inspection} sampled={each} />}
      </span>
    ) }] : []),
  ]
  return (
    <Section title={word('sample')} note={word('sampleNote', { examined: inspection.examined, drawn: inspection.drawn })}>
      {runs && inspection.sampling === 'chosen' && <AddToSample inspection={inspection} />}
      <DataTable caption={word('sample')} columns={columns} rows={inspection.sample} rowKey={(each) => each.personId} empty={word('sampleEmpty')} />
    </Section>
  )
}

function Plan({ inspection: n }: { inspection: Inspection }) {
  return (
    <Section title={word('plan')} boxed>
      <SummaryList rows={[
        { label: word('committee'), value: n.committee }, { label: word('colDecision'), value: `${n.decisionNumber}, ${day(n.decidedOn)}` }, { label: word('colPeriod'), value: `${day(n.from)} – ${day(n.until)}` },
        { label: word('sampling'), value: samplingNames[n.sampling], ...(n.sampleSize ? { note: sampleNotes[n.sampling]?.replace('{n}', countText(n.sampleSize)) } : {}) },
        { label: word('colFindings'), value: `${countText(n.findings)} · ${word('colMended').toLowerCase()} ${countText(n.mended)}` },
        ...(n.conclusion ? [{ label: word('conclusion'), value: n.conclusion }] : []),
      ]} />
    </Section>
  )
}

function ActForm({ inspection, state, runs, onLeave }: { inspection: Inspection; state: typeof empty; runs: boolean; onLeave: () => void }) {
  const sampled = inspection.sample.find(({ personId }) => personId === state.nguoi)
  const finding = inspection.sample.flatMap((each) => each.findings).find(({ id }) => id === state['thieu-sot'])
  if (state.viec === 'ghi' && sampled && runs) return <FindingForm inspection={inspection} sampled={sampled} onLeave={onLeave} />
  if (state.viec === 'khac-phuc' && finding) return <MendForm finding={finding} onLeave={onLeave} />
  return state.viec === 'ket-thuc' && runs ? <CloseForm inspection={inspection} onLeave={onLeave} /> : null
}

/** One inspection: its plan, the dossiers of the sample, what was found in each, and whether it was mended. */
export default function InspectionScreen() {
  const viewed = useViewed()
  const { id } = useParams<{ id: string }>()
  const { roleName } = useDesk()
  const isPast = useIsPast()
  const address = useAddress()
  const [state, set] = useAddressState(empty)
  const read = useRead([ROOM, 'inspection', id], (signal) => dossiers.findInspection({ inspectionId: id, ...viewed }, { signal }))
  const inspection = read.value
  if (inspection?.id !== id) return <Page title={word('inspection')}>{read.failure ? <FailureBox failure={read.failure} onRetry={read.again} /> : <GreyLines />}</Page>
  const mayMend = !isPast && ['superiorOfficer', 'grassrootsOfficer'].includes(roleName ?? '')
  const runs = inspection.mayInspect && mayMend && !inspection.closedOn
  const change: Set = (next) => { set(next); window.scrollTo({ top: 0 }) }
  const canClose = runs && inspection.drawn > 0 && inspection.examined === inspection.drawn && !state.viec
  return (
    <Page title={inspection.organisation} note={word('inspectionsMenu').toLowerCase()} summary={<InspectionMark row={inspection} />} crumbs={[{ label: word('menu'), to: address('dossiers') }, { label: word('inspectionsMenu'), to: address('dossierInspections') }, { label: inspection.organisation }]}
      tools={<ListTools list="inspection" asked={{ inspectionId: id }} />}
      main={runs && inspection.drawn === 0 && inspection.sampling !== 'chosen' ? <DrawButton inspection={inspection} /> : canClose && <Button look="main" onClick={() => change({ viec: 'ket-thuc' })}>{word('actClose')}</Button>}>
      {mayMend && state.viec && <ActForm inspection={inspection} state={state} runs={runs} onLeave={() => set(empty)} />}
      <Plan inspection={inspection} />
      <Sample inspection={inspection} runs={runs} mayMend={mayMend} set={change} />
    </Page>
  )
}
