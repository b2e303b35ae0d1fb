import { DayField, FieldGroup, RadioRow, TextField } from '../../../../../platform/ui-kit/index.ts'
import { word } from '../../words.vi.ts'
import type { Known, PaperDraft } from './draft.ts'

/** Known to be so, not so, or not known yet. */
export function KnownField({ name, label, value, onChange }: { name: string; label: string; value: Known; onChange: (value: Known) => void }) {
  return (
    <RadioRow name={name} label={label} value={value || 'unknown'} onChange={(next) => onChange(next === 'unknown' ? '' : (next as Known))}
      choices={[{ value: 'yes', label: word('yes') }, { value: 'no', label: word('no') }, { value: 'unknown', label: word('unknown') }]} />
  )
}

/** A paper by which somebody agreed: number, day, who issued it. */
export function PaperFields({ name, legend, paper, onChange }: { name: string; legend: string; paper: PaperDraft; onChange: (paper: PaperDraft) => void }) {
  return (
    <FieldGroup legend={legend}>
      <TextField name={`${name}-number`} label={word('approvalNumber')} optional width={14} maxLength={60} value={paper.number} onChange={(number) => onChange({ ...paper, number })} />
      <DayField name={`${name}-issuedOn`} label={word('approvalDay')} optional value={paper.issuedOn} onChange={(issuedOn) => onChange({ ...paper, issuedOn })} />
      <TextField name={`${name}-authority`} label={word('approvalAuthority')} optional maxLength={200} value={paper.authority} onChange={(authority) => onChange({ ...paper, authority })} />
    </FieldGroup>
  )
}
