import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import type { DisciplineMeasure } from '../../../../regulations/index.ts'
import { ActBox, Checkbox, DayField, dayText, FieldGroup, RadioRow, Select, TextField, useDesk, type SummaryRow } from '../../../../platform/ui-kit/index.ts'
import { authorities, type Authority } from '../../codes.ts'
import { authorityNames, measureNames } from '../../messages.vi.ts'
import { lifecycle, type MeasuresOf } from '../client.ts'
import { capital, word } from '../measures.vi.ts'
import { useLifecycleAct } from './use-lifecycle-act.ts'

export type Ending = { onLeave: () => void }
export type Required = readonly (readonly [string, string, boolean])[]

/** Number, day and issuer of a decision. */
export function useDecision() {
  const { today } = useDesk()
  const [decisionNumber, setNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState<PlainDate | undefined>(today)
  const [issuedBy, setIssuedBy] = useState('')
  const required: Required = [['decisionNumber', word('decisionNumber'), decisionNumber.trim() !== ''], ['decidedOn', word('decidedOn'), decidedOn !== undefined], ['issuedBy', word('issuedBy'), issuedBy.trim() !== '']]
  const fields = (
    <>
      <TextField name="decisionNumber" label={word('decisionNumber')} value={decisionNumber} onChange={setNumber} maxLength={60} />
      <DayField name="decidedOn" label={word('decidedOn')} value={decidedOn} onChange={setDecidedOn} />
      <TextField name="issuedBy" label={word('issuedBy')} value={issuedBy} onChange={setIssuedBy} maxLength={200} />
    </>
  )
  const rows = (): SummaryRow[] => [{ label: word('decisionNumber'), value: decisionNumber }, { label: word('decidedOn'), value: dayText(decidedOn) }, { label: word('issuedBy'), value: issuedBy }]
  return { fields, required, /** As they are checked before they are written. */ rows, value: { decisionNumber, decidedOn: decidedOn!, issuedBy } }
}

function PostChoices({ page, chosen, onChange }: { page: MeasuresOf; chosen: readonly string[]; onChange: (chosen: string[]) => void }) {
  if (page.posts.length === 0) return <p>{word('noPosts')}</p>
  const change = (id: string) => (checked: boolean) => onChange(checked ? [...chosen, id] : chosen.filter((each) => each !== id))
  return <FieldGroup legend={word('posts')}>{page.posts.map(({ id, name }) => <Checkbox key={id} name={`post-${id}`} label={name} checked={chosen.includes(id)} onChange={change(id)} />)}</FieldGroup>
}

/** A measure of discipline with its decision. */
export function DisciplineForm({ page, onLeave }: { page: MeasuresOf } & Ending) {
  const [measure, setMeasure] = useState<DisciplineMeasure>(page.measures[0]!)
  const [authority, setAuthority] = useState<Authority>('cell')
  const [ground, setGround] = useState('')
  const [effectiveOn, setEffectiveOn] = useState<PlainDate | undefined>()
  const [receivedOn, setReceivedOn] = useState<PlainDate | undefined>()
  const [postIds, setPosts] = useState<string[]>([])
  const decision = useDecision()
  const act = useLifecycleAct(lifecycle.recordDiscipline, word('disciplineDone'), onLeave)
  const isRemoval = measure === 'removalFromOffice'
  return (
    <ActBox title={word('actDiscipline')} act={act} doing={word('actDiscipline')} onLeave={onLeave}
      check={() => [
        { label: word('colName'), value: page.person.fullName }, { label: word('measure'), value: capital(measureNames[measure]) }, ...(isRemoval ? [{ label: word('posts'), value: page.posts.filter(({ id }) => postIds.includes(id)).map(({ name }) => name).join('; ') }] : []),
        { label: word('authority'), value: authorityNames[authority] }, { label: word('ground'), value: ground }, ...decision.rows(), { label: word('effectiveOn'), value: dayText(effectiveOn) }, ...(receivedOn ? [{ label: word('receivedOn'), value: dayText(receivedOn) }] : []),
      ]}
      {...(measure === 'expulsion' ? { after: word('expulsionWarning') } : {})}
      required={[['ground', word('ground'), ground.trim() !== ''], ['effectiveOn', word('effectiveOn'), effectiveOn !== undefined], ...decision.required]}
      onAct={() => void act.run({ personId: page.person.id, measure, authority, ground, effectiveOn: effectiveOn!, ...decision.value, ...(receivedOn ? { receivedOn } : {}), postIds: isRemoval ? postIds : [] })}>
      <RadioRow name="measure" label={word('measure')} value={measure} onChange={(value) => setMeasure(value as DisciplineMeasure)} choices={page.measures.map((value) => ({ value, label: capital(measureNames[value]) }))} />
      {measure === 'expulsion' && <p><strong>{word('expulsionWarning')}</strong></p>}
      {isRemoval && <PostChoices page={page} chosen={postIds} onChange={setPosts} />}
      <Select name="authority" label={word('authority')} value={authority} onChange={(value) => setAuthority(authorities.find((each) => each === value) ?? 'cell')} choices={authorities.map((value) => ({ value, label: authorityNames[value] }))} />
      <TextField name="ground" label={word('ground')} value={ground} onChange={setGround} maxLength={300} />
      {decision.fields}
      <DayField name="effectiveOn" label={word('effectiveOn')} hint={word('effectiveHint')} value={effectiveOn} onChange={setEffectiveOn} />
      <DayField name="receivedOn" label={word('receivedOn')} hint={word('receivedHint')} optional value={receivedOn} onChange={setReceivedOn} />
    </ActBox>
  )
}

type Discipline = MeasuresOf['disciplines'][number]
const titleOf = (act: string, { measure, decisionNumber }: Discipline) => `${act}: ${word('mark', { measure: measureNames[measure], number: decisionNumber })}`

export function ComplaintForm({ discipline, onLeave }: { discipline: Discipline } & Ending) {
  const { today } = useDesk()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [complaint, setComplaint] = useState('')
  const act = useLifecycleAct(lifecycle.recordComplaint, word('complaintDone'), onLeave)
  return (
    <ActBox title={titleOf(word('actComplain'), discipline)} act={act} doing={word('actComplain')} onLeave={onLeave} onAct={() => void act.run({ disciplineId: discipline.id, version: discipline.version, on: on!, complaint })}
      required={[['on', word('complainedOn'), on !== undefined], ['complaint', word('complaint'), complaint.trim() !== '']]}>
      <DayField name="on" label={word('complainedOn')} value={on} onChange={setOn} />
      <TextField name="complaint" label={word('complaint')} value={complaint} onChange={setComplaint} maxLength={300} />
    </ActBox>
  )
}

/** Upholds or annuls a measure. */
export function ReviewForm({ discipline, onLeave }: { discipline: Discipline } & Ending) {
  const [outcome, setOutcome] = useState<'upheld' | 'annulled'>(discipline.complainedOn ? 'upheld' : 'annulled')
  const [reason, setReason] = useState('')
  const decision = useDecision()
  const act = useLifecycleAct(lifecycle.reviewDiscipline, word('reviewDone'), onLeave)
  return (
    <ActBox title={titleOf(word('actReview'), discipline)} act={act} doing={word('actReview')} onLeave={onLeave} onAct={() => void act.run({ disciplineId: discipline.id, version: discipline.version, outcome, ...decision.value, reason })}
      required={[...decision.required, ['reason', word('reason'), reason.trim() !== '']]}>
      <RadioRow name="outcome" label={word('outcome')} value={outcome} onChange={(value) => setOutcome(value === 'upheld' ? 'upheld' : 'annulled')} choices={[{ value: 'upheld', label: word('outcomeUpheld') }, { value: 'annulled', label: word('outcomeAnnulled') }]} />
      {discipline.measure === 'expulsion' && outcome === 'annulled' && <p><strong>{word('restores')}</strong></p>}
      {decision.fields}
      <TextField name="reason" label={word('reason')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}
