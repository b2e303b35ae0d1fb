import { useState } from 'react'
import { addMonths, type PlainDate } from '../../../../kernel/index.ts'
import { ActBox, Button, ComboBox, DayField, Select, TextArea, TextField, useDesk, type ComboItem } from '../../../../platform/ui-kit/index.ts'
import { findingKinds, type FindingKind } from '../../codes.ts'
import { findingKindNames } from '../../messages.vi.ts'
import { dossiers, members, type Finding, type Inspection } from '../client.ts'
import { bornYear } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { useDossierAct } from './use-dossier-act.ts'
import { typeChoices } from './item-forms.tsx'

type Props = { inspection: Inspection; onLeave: () => void }
type Sampled = Inspection['sample'][number]

/** Draws the sample by the rule of the plan. */
export function DrawButton({ inspection }: { inspection: Inspection }) {
  const act = useDossierAct(dossiers.drawSample, ({ drawn }) => word('drawDone', { n: drawn }))
  return <Button look="main" running={act.running} onClick={() => void act.run({ inspectionId: inspection.id, version: inspection.version })}>{word('actDraw')}</Button>
}

/** One more member, where people are chosen one by one. */
export function AddToSample({ inspection }: { inspection: Inspection }) {
  const [person, setPerson] = useState<ComboItem>()
  const act = useDossierAct(dossiers.drawSample, ({ drawn }) => word('drawDone', { n: drawn }), () => setPerson(undefined))
  const search = async (text: string, signal: AbortSignal): Promise<ComboItem[]> => {
    const { rows } = await members.listPeople({ organisationId: inspection.organisationId, ...(text ? { search: text } : {}) }, { signal })
    return rows.map((row) => ({ id: row.id, label: `${row.fullName} (${bornYear(row.bornOn)})`, note: row.cell }))
  }
  return (
    <div className="form-acts">
      <ComboBox name="personIds" label={word('addPerson')} value={person} onChange={setPerson} search={search} />
      <Button running={act.running} onClick={() => person && void act.run({ inspectionId: inspection.id, version: inspection.version, personIds: [person.id] })}>{word('addThem')}</Button>
    </div>
  )
}

/** Looked at today, nothing found. */
export function ExaminedButton({ inspection, sampled }: { inspection: Inspection; sampled: Sampled }) {
  const { today } = useDesk()
  const act = useDossierAct(dossiers.examineDossier, word('examinedDone', { name: sampled.fullName }))
  return (
    <Button look="quiet" running={act.running} aria-label={`${word('actExamined')}: ${sampled.fullName}`} onClick={() => void act.run({ inspectionId: inspection.id, personId: sampled.personId, examinedOn: today })}>
      {word('actExamined')}
    </Button>
  )
}

export function FindingForm({ inspection, sampled, onLeave }: Props & { sampled: Sampled }) {
  const { today } = useDesk()
  const [kind, setKind] = useState('')
  const [documentType, setType] = useState('')
  const [note, setNote] = useState('')
  const [guidance, setGuidance] = useState('')
  const [mendBy, setMendBy] = useState<PlainDate | undefined>(addMonths(today, 1))
  const act = useDossierAct(dossiers.recordFinding, word('findingDone'), onLeave)
  return (
    <ActBox title={`${word('actFinding')}: ${sampled.fullName}`} act={act} doing={word('actFinding')} onLeave={onLeave}
      required={[['kind', word('kind'), kind !== ''], ['note', word('findingNote'), note.trim() !== ''], ['guidance', word('guidance'), guidance.trim() !== ''], ['mendBy', word('mendBy'), mendBy !== undefined]]}
      onAct={() => void act.run({ inspectionId: inspection.id, personId: sampled.personId, kind: kind as FindingKind, note, guidance, mendBy: mendBy!, ...(documentType ? { documentType } : {}) })}>
      <Select name="kind" label={word('kind')} value={kind} choices={findingKinds.map((value) => ({ value, label: findingKindNames[value] }))} onChange={setKind} />
      <Select name="documentType" label={word('aboutDocument')} value={documentType} choices={typeChoices} onChange={setType} emptyLabel={word('noDocument')} optional />
      <TextField name="note" label={word('findingNote')} value={note} onChange={setNote} maxLength={500} />
      <TextField name="guidance" label={word('guidance')} value={guidance} onChange={setGuidance} maxLength={500} />
      <DayField name="mendBy" label={word('mendBy')} value={mendBy} onChange={setMendBy} />
    </ActBox>
  )
}

export function MendForm({ finding, onLeave }: { finding: Finding; onLeave: () => void }) {
  const { today } = useDesk()
  const [mendedOn, setMendedOn] = useState<PlainDate | undefined>(today)
  const [note, setNote] = useState('')
  const act = useDossierAct(dossiers.followUp, word('mendDone'), onLeave)
  return (
    <ActBox title={`${word('actMend')}: ${finding.fullName} – ${findingKindNames[finding.kind].toLowerCase()}`} act={act} doing={word('actMend')} onLeave={onLeave}
      required={[['mendedOn', word('mendedOn'), mendedOn !== undefined], ['note', word('mendedNote'), note.trim() !== '']]} onAct={() => void act.run({ findingId: finding.id, mendedOn: mendedOn!, note })}>
      <DayField name="mendedOn" label={word('mendedOn')} value={mendedOn} onChange={setMendedOn} />
      <TextField name="note" label={word('mendedNote')} value={note} onChange={setNote} maxLength={500} />
    </ActBox>
  )
}

export function CloseForm({ inspection, onLeave }: Props) {
  const { today } = useDesk()
  const [closedOn, setClosedOn] = useState<PlainDate | undefined>(today)
  const [conclusion, setConclusion] = useState('')
  const act = useDossierAct(dossiers.closeInspection, word('closeDone'), onLeave)
  return (
    <ActBox title={word('actClose')} act={act} doing={word('actClose')} onLeave={onLeave} required={[['closedOn', word('closedOn'), closedOn !== undefined], ['conclusion', word('conclusion'), conclusion.trim() !== '']]}
      onAct={() => void act.run({ inspectionId: inspection.id, version: inspection.version, closedOn: closedOn!, conclusion })}>
      <DayField name="closedOn" label={word('closedOn')} value={closedOn} onChange={setClosedOn} />
      <TextArea name="conclusion" label={word('conclusion')} value={conclusion} onChange={setConclusion} maxLength={4000} />
    </ActBox>
  )
}
