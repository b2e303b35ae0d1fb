import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { ActBox, Button, ComboBox, countText, DayField, NumberField, Select, TextArea, TextField, useAct, useDesk, useTell, type ComboItem } from '../../../../platform/ui-kit/index.ts'
import { ownerRoles, type OwnerRole } from '../../codes.ts'
import { figureMeasures, type FigureMeasure } from '../../../statistics/contract.ts'
import { measureNames, ownerRoleNames } from '../../messages.vi.ts'
import { afterAct, conferences, searchOrganisations, type Conference } from '../client.ts'
import { word } from '../words.vi.ts'

type Section = Conference['sections'][number]
type Props = { conference: Conference; onLeave: () => void }

/** The report, section by section. */
export function ReportForm({ conference, onLeave }: Props) {
  const tell = useTell()
  const [sections, setSections] = useState(conference.sections.length > 0 ? conference.sections : [{ title: '', text: '' }])
  const change = (at: number, part: Partial<Section>) => setSections(sections.map((section, i) => (i === at ? { ...section, ...part } : section)))
  const isWritten = ({ title, text }: Section) => title.trim() !== '' || text.trim() !== ''
  const written = sections.filter(isWritten)
  // A report may be emptied again; one that was never written is not saved with nothing in it.
  const isNothingAtAll = written.length === 0 && conference.sections.length === 0
  const mustBeWhole = (section: Section, i: number) => isWritten(section) || (i === 0 && isNothingAtAll)
  const act = useAct(conferences.saveReport, { refresh: afterAct, onDone: () => { tell(word('reportSaved')); onLeave() } })
  return (
    <ActBox title={word('editReport')} act={act} doing={word('saveReport')} onLeave={onLeave} onAct={() => void act.run({ id: conference.id, version: conference.version, sections: written })}
      required={sections.flatMap((section, i) => (mustBeWhole(section, i)
        ? [[`title${i}`, word('sectionTitle', { n: i + 1 }), section.title.trim() !== ''] as const, [`text${i}`, word('sectionText', { n: i + 1 }), section.text.trim() !== ''] as const] : []))}>
      {sections.map((section, i) => (
        <div key={i}>
          <TextField name={`title${i}`} label={word('sectionTitle', { n: i + 1 })} value={section.title} onChange={(title) => change(i, { title })} maxLength={200} />
          <TextArea name={`text${i}`} label={word('sectionText', { n: i + 1 })} value={section.text} onChange={(text) => change(i, { text })} rows={5} maxLength={8000} />
        </div>
      ))}
      <Button onClick={() => setSections([...sections, { title: '', text: '' }])}>{word('addSection')}</Button>
    </ActBox>
  )
}

/** What the conference found, or an experience that an organisation shared. */
export function FindingForm({ conference, kind, onLeave }: Props & { kind: 'finding' | 'experience' }) {
  const tell = useTell()
  const [about, setAbout] = useState<ComboItem>()
  const [text, setText] = useState('')
  const act = useAct(conferences.recordFinding, { refresh: afterAct, onDone: () => { tell(word('findingSaved')); onLeave() } })
  const isOf = kind === 'experience'
  const label = isOf ? word('fieldFrom') : word('fieldAbout')
  return (
    <ActBox title={isOf ? word('addExperience') : word('addFinding')} act={act} doing={isOf ? word('addExperience') : word('addFinding')} onLeave={onLeave}
      onAct={() => void act.run({ id: conference.id, version: conference.version, kind, text, ...(about ? { organisationId: about.id } : {}) })}
      required={[...(isOf ? [['organisationId', label, about !== undefined] as const] : []), ['text', word('fieldText'), text.trim() !== '']]}>
      <ComboBox name="organisationId" label={label} value={about} onChange={setAbout} search={searchOrganisations} optional={!isOf} />
      <TextArea name="text" label={word('fieldText')} value={text} onChange={setText} maxLength={4000} />
    </ActBox>
  )
}

/** A solution: who, where, by when, and which figure it is to move. */
export function SolutionForm({ conference, onLeave }: Props) {
  const tell = useTell()
  const [text, setText] = useState('')
  const [owner, setOwner] = useState<ComboItem>()
  const [role, setRole] = useState('')
  const [place, setPlace] = useState('')
  const [dueOn, setDueOn] = useState<PlainDate>()
  const [measure, setMeasure] = useState('')
  const [measured, setMeasured] = useState<ComboItem>()
  const [wanted, setWanted] = useState<number>()
  const act = useAct(conferences.decideSolution, { refresh: afterAct, onDone: ({ valueThen }) => { tell(word('solutionSaved', { value: countText(valueThen) })); onLeave() } })
  return (
    <ActBox title={word('addSolution')} act={act} doing={word('addSolution')} onLeave={onLeave}
      onAct={() => void act.run({ id: conference.id, version: conference.version, text, ownerId: owner!.id, ownerRole: role as OwnerRole, dueOn: dueOn!, measure: measure as FigureMeasure, measuredAt: (measured ?? owner!).id, wanted: wanted!, ...(place.trim() ? { place } : {}) })}
      required={[['text', word('fieldSolution'), text.trim() !== ''], ['ownerId', word('fieldOwner'), owner !== undefined], ['ownerRole', word('fieldRole'), role !== ''], ['dueOn', word('fieldDue'), dueOn !== undefined], ['measure', word('fieldMeasure'), measure !== ''], ['wanted', word('fieldWanted'), wanted !== undefined]]}>
      <TextArea name="text" label={word('fieldSolution')} value={text} onChange={setText} rows={2} maxLength={2000} />
      <ComboBox name="ownerId" label={word('fieldOwner')} value={owner} onChange={setOwner} search={searchOrganisations} />
      <Select name="ownerRole" label={word('fieldRole')} value={role} onChange={setRole} choices={ownerRoles.map((value) => ({ value, label: ownerRoleNames[value] }))} />
      <TextField name="place" label={word('fieldWhere')} value={place} onChange={setPlace} maxLength={200} optional />
      <DayField name="dueOn" label={word('fieldDue')} value={dueOn} onChange={setDueOn} />
      <Select name="measure" label={word('fieldMeasure')} value={measure} onChange={setMeasure} choices={figureMeasures.map((value) => ({ value, label: measureNames[value] }))} />
      <ComboBox name="measuredAt" label={word('fieldMeasuredAt')} hint={word('measuredHint')} value={measured} onChange={setMeasured} search={searchOrganisations} optional />
      <NumberField name="wanted" label={word('fieldWanted')} value={wanted} onChange={setWanted} />
    </ActBox>
  )
}

/** The conclusion, after which only the follow-up is written. */
export function ConcludeForm({ conference, onLeave }: Props) {
  const { today } = useDesk()
  const tell = useTell()
  const [conclusion, setConclusion] = useState('')
  const [concludedOn, setOn] = useState<PlainDate | undefined>(today)
  const act = useAct(conferences.concludeConference, { refresh: afterAct, onDone: () => { tell(word('concluded')); onLeave() } })
  return (
    <ActBox title={word('conclude')} act={act} doing={word('conclude')} onLeave={onLeave} onAct={() => void act.run({ id: conference.id, version: conference.version, conclusion, concludedOn: concludedOn! })}
      required={[['conclusion', word('fieldConclusion'), conclusion.trim() !== ''], ['concludedOn', word('fieldConcludedOn'), concludedOn !== undefined]]}>
      <TextArea name="conclusion" label={word('fieldConclusion')} value={conclusion} onChange={setConclusion} rows={6} maxLength={8000} />
      <DayField name="concludedOn" label={word('fieldConcludedOn')} value={concludedOn} onChange={setOn} />
    </ActBox>
  )
}
