import { Checkbox, DayField, dayText, FieldGroup, NumberField, RadioRow, SummaryList, TextArea, TextField } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { committeeNameOf } from '../../../../organisations/ui/index.ts'
import type { Tally } from '../../tally.ts'
import { word } from '../../words.vi.ts'
import { officialDayOf } from '../file/probation.tsx'
import { isDecisionLate, outcomeNames, outcomesOf, type DecisionDraft, type Outcome } from './decision-draft.ts'

type Props = { file: CaseFile; draft: DecisionDraft; onChange: (part: Partial<DecisionDraft>) => void }

function BoardVote({ draft, onChange }: Omit<Props, 'file'>) {
  const change = (part: Partial<Tally>) => onChange({ tally: { ...draft.tally, ...part } })
  return (
    <>
      <Checkbox name="withVote" label={`${word('boardVote')}: ${word('boardVoteOptional').toLowerCase()}`} checked={draft.withVote} onChange={(withVote) => onChange({ withVote })} />
      {draft.withVote && (
        <FieldGroup legend={word('boardVote')} inline>
          <NumberField name="present" label={word('presentCommittee')} value={draft.tally.present} onChange={(present) => change({ present })} />
          <NumberField name="inFavour" label={word('inFavour')} value={draft.tally.inFavour} onChange={(inFavour) => change({ inFavour })} />
          <NumberField name="against" label={word('against')} value={draft.tally.against} onChange={(against) => change({ against })} />
          <NumberField name="invalid" label={word('invalid')} value={draft.tally.invalid} onChange={(invalid) => change({ invalid })} />
        </FieldGroup>
      )}
    </>
  )
}

function Paper({ file, draft, onChange }: Props) {
  return (
    <>
      {draft.outcome === 'decline' && <TextArea name="reason" label={word('declineReason')} value={draft.reason} maxLength={400} rows={3} onChange={(reason) => onChange({ reason })} />}
      <TextField name="number" label={word('decisionNumber')} width={16} maxLength={60} value={draft.number} onChange={(number) => onChange({ number })} />
      <DayField name="decidedOn" label={word('decidedOn')} value={draft.decidedOn} onChange={(decidedOn) => onChange({ decidedOn })} />
      <TextField name="signatory" label={word('signatory')} hint={word('signatoryHint')} maxLength={120} value={draft.signatory} onChange={(signatory) => onChange({ signatory })} />
      <SummaryList rows={[
        { label: word('decidedBy'), value: <strong>{committeeNameOf(file.deciding.name)}</strong>, note: word('decidedByHint') },
        ...(draft.outcome === 'confirm' ? [{ label: word('officialOn'), value: <strong>{dayText(officialDayOf(file))}</strong>, note: word('officialLocked') }] : []),
      ]} />
      <BoardVote draft={draft} onChange={onChange} />
      {isDecisionLate(file, draft) && <TextArea name="latenessReason" label={word('latenessReason')} rows={2} maxLength={400} value={draft.latenessReason} onChange={(latenessReason) => onChange({ latenessReason })} />}
    </>
  )
}

/** The outcome first; then what its paper says. */
export function DecisionFields(props: Props) {
  const { file, draft, onChange } = props
  return (
    <>
      <RadioRow name="outcome" label={word('outcomeField')} value={draft.outcome} onChange={(outcome) => onChange({ outcome: outcome as Outcome })}
        choices={outcomesOf(file).map((value) => ({ value, label: outcomeNames[value] }))} />
      {draft.outcome === 'extend' && (
        <>
          <NumberField name="workingDays" label={word('extendDays')} hint={word('extendHint', { n: file.proposals.extensionLeft })} value={draft.workingDays} onChange={(workingDays) => onChange({ workingDays })} />
          <TextArea name="reason" label={word('extendReason')} value={draft.reason} maxLength={400} rows={3} onChange={(reason) => onChange({ reason })} />
        </>
      )}
      {draft.outcome && draft.outcome !== 'extend' && <Paper {...props} />}
    </>
  )
}
