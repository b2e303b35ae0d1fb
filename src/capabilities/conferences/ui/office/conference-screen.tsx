import '../conferences.css'
import { useState } from 'react'
import {
  Button, countText, DataTable, dayText, Loaded, momentText, Page, Section, useAddress, useAddressState, useDesk, useParams, useRead, type Column,
} from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { measureNames } from '../../messages.vi.ts'
import { conferences, ROOM, type Conference } from '../client.ts'
import { word } from '../words.vi.ts'
import { ConcludeForm, FindingForm, ReportForm, SolutionForm } from './conference-forms.tsx'
import { FollowUpForm } from './follow-up-form.tsx'
import { SolutionsTable } from './solutions-table.tsx'

type Figure = Conference['figures'][number]
type PlaceRow = { organisationId: string; shortName: string; admitted: number | undefined; behind: number | undefined }

/** Figures of the organisations below, one row each; those furthest behind first. */
function placesOf({ figures, organisationId }: Conference): PlaceRow[] {
  const below = figures.filter((figure) => figure.organisationId !== organisationId)
  const valueOf = (id: string, measure: Figure['measure']) => below.find((figure) => figure.organisationId === id && figure.measure === measure)?.value
  return [...new Map(below.map(({ organisationId: id, shortName }) => [id, shortName]))].map(([id, shortName]) => ({ organisationId: id, shortName, admitted: valueOf(id, 'admittedInTerm'), behind: valueOf(id, 'behindPace') }))
    .sort((a, b) => (b.behind ?? -Infinity) - (a.behind ?? -Infinity))
}

/** Organisations shown before the whole list is asked for. */
const FURTHEST_SHOWN = 10

function Figures({ conference }: { conference: Conference }) {
  const [all, setAll] = useState(false)
  const rows = placesOf(conference)
  const own: Column<Figure>[] = [
    { id: 'measure', title: word('colMeasure'), cell: (row) => measureNames[row.measure] },
    { id: 'value', title: word('colValue'), number: true, cell: (row) => countText(row.value) },
  ]
  const places: Column<PlaceRow>[] = [
    { id: 'place', title: word('colPlace'), cell: (row) => row.shortName },
    { id: 'admitted', title: measureNames.admittedInTerm, number: true, cell: (row) => (row.admitted === undefined ? '' : countText(row.admitted)) },
    { id: 'behind', title: measureNames.behindPace, number: true, cell: (row) => (row.behind === undefined ? '' : countText(row.behind)) },
  ]
  return (
    <Section title={word('figures')} note={word('frozen', { day: dayText(conference.asOf), moment: momentText(conference.knownAt) })}>
      <div className="conference-figures">
        <DataTable caption={word('figures')} columns={own} rows={conference.figures.filter((figure) => figure.organisationId === conference.organisationId)} rowKey={(row) => row.measure} />
        <DataTable caption={word('byOrganisation')} columns={places} rows={all ? rows : rows.slice(0, FURTHEST_SHOWN)} rowKey={(row) => row.organisationId} empty=""
          foot={rows.length > FURTHEST_SHOWN && !all ? <Button look="quiet" onClick={() => setAll(true)}>{word('allPlaces', { n: countText(rows.length) })}</Button> : undefined} />
      </div>
    </Section>
  )
}

function Findings({ conference, kind, mayAdd, onAdd }: { conference: Conference; kind: 'finding' | 'experience'; mayAdd: boolean; onAdd: () => void }) {
  const findings = conference.findings.filter((each) => each.kind === kind)
  const isOf = kind === 'experience'
  return (
    <Section title={isOf ? word('experiences') : word('findings')} acts={mayAdd && <Button onClick={onAdd}>{isOf ? word('addExperience') : word('addFinding')}</Button>}>
      {findings.length === 0 && <p className="hint">{isOf ? word('noExperiences') : word('noFindings')}</p>}
      <ul>{findings.map(({ id, aboutName, text }) => <li key={id} className="conference-text">{aboutName && <strong>{aboutName}: </strong>}{text}</li>)}</ul>
    </Section>
  )
}

function ConferenceBody({ conference }: { conference: Conference }) {
  const [{ viec, 'giai-phap': chosen }, set] = useAddressState({ viec: '', 'giai-phap': '' })
  const leave = () => set({ viec: '', 'giai-phap': '' })
  const may = conference.mayKeep
  const own = { conference, onLeave: leave }
  const answered = conference.solutions.find(({ id, mayFollowUp }) => id === chosen && mayFollowUp)
  return (
    <>
      {may && viec === 'bao-cao' && <ReportForm {...own} />}
      {may && viec === 'nhan-dinh' && <FindingForm {...own} kind="finding" />}
      {may && viec === 'kinh-nghiem' && <FindingForm {...own} kind="experience" />}
      {may && viec === 'giai-phap' && <SolutionForm {...own} />}
      {may && viec === 'ket-luan' && <ConcludeForm {...own} />}
      {answered && <FollowUpForm key={answered.id} solution={answered} onLeave={leave} />}
      <Figures conference={conference} />
      <Section title={word('report')} acts={may && <Button onClick={() => set({ viec: 'bao-cao' })}>{word('editReport')}</Button>}>
        {conference.sections.length === 0 && <p className="hint">{word('noReport')}</p>}
        {conference.sections.map(({ title, text }) => <div key={title}><h3>{title}</h3><p className="conference-text">{text}</p></div>)}
      </Section>
      <Findings conference={conference} kind="finding" mayAdd={may} onAdd={() => set({ viec: 'nhan-dinh' })} />
      <Findings conference={conference} kind="experience" mayAdd={may} onAdd={() => set({ viec: 'kinh-nghiem' })} />
      <Section title={word('solutions')} acts={may && <Button onClick={() => set({ viec: 'giai-phap' })}>{word('addSolution')}</Button>}>
        <SolutionsTable caption={word('solutions')} solutions={conference.solutions} withConference={false} onFollowUp={({ id }) => set({ 'giai-phap': id, viec: '' })} />
      </Section>
      <Section title={word('conclusion')} note={conference.concludedOn ? word('concludedAt', { day: dayText(conference.concludedOn) }) : undefined}>
        {conference.conclusion ? <p className="conference-text">{conference.conclusion}</p> : <p className="hint">{word('noConclusion')}</p>}
      </Section>
      <div className="conference-signatures"><span>{word('recorder')}</span><span>{word('chair')}</span></div>
    </>
  )
}

/** One conference: the situation as it stood, what was found and shared, what was decided, and whether it moved. */
export default function ConferenceScreen() {
  const { id } = useParams()
  const address = useAddress()
  const { asOf, knownAt } = useDesk()
  const [{ viec }, set] = useAddressState({ viec: '' })
  const day = { ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) }
  const read = useRead([ROOM, 'conference', id], (signal) => conferences.findConference({ id: id!, ...day }, { signal }))
  const one = read.value
  const note = one && [one.organisation, dayText(one.heldOn), one.place].filter(Boolean).join(' · ')
  return (
    <Page title={one?.title ?? word('title')} note={note} crumbs={[{ label: word('title'), to: address('conferences', {}, { cach: 'hoi-nghi' }) }]} tools={<ListTools list="conferenceSolutions" asked={{ id, ...day }} />}
      main={one?.mayKeep && viec !== 'ket-luan' && one.solutions.length > 0 && <Button look="main" onClick={() => set({ viec: 'ket-luan' })}>{word('conclude')}</Button>}>
      <Loaded read={read} lines={12}>{(conference) => <ConferenceBody conference={conference} />}</Loaded>
    </Page>
  )
}
