import { Button, FieldGroup, Select, TextArea, type Choice } from '../../../../../platform/ui-kit/index.ts'
import { faultKinds, type FaultKind } from '../../../codes.ts'
import { faultNames, word } from '../../words.vi.ts'
import type { DraftReason } from './return-draft.ts'

/** One reason: what it is about, what is wrong, what to do. */
export function ReturnReasonFields(props: { reason: DraftReason; number: number; subjects: readonly Choice[]; onChange: (part: Partial<DraftReason>) => void; onDrop: () => void }) {
  const { reason, number, onChange } = props
  return (
    <FieldGroup legend={word('returnReasonNo', { n: number })}>
      <Select name={`about-${reason.key}`} label={word('returnAbout')} value={reason.about} choices={props.subjects} onChange={(about) => onChange({ about })} />
      <Select name={`kind-${reason.key}`} label={word('returnKind')} value={reason.kind} choices={faultKinds.map((value) => ({ value, label: faultNames[value] }))} onChange={(kind) => onChange({ kind: kind as FaultKind })} />
      <TextArea name={`what-${reason.key}`} label={word('returnWhat')} value={reason.what} rows={2} maxLength={400} onChange={(what) => onChange({ what })} />
      <TextArea name={`todo-${reason.key}`} label={word('returnTodo')} value={reason.todo} rows={2} maxLength={400} onChange={(todo) => onChange({ todo })} />
      <Button look="quiet" onClick={props.onDrop} aria-label={word('returnDrop', { n: number })}>{word('returnDropWord')}</Button>
    </FieldGroup>
  )
}
