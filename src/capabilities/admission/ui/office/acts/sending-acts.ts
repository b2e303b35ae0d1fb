import { dayText } from '../../../../../platform/ui-kit/index.ts'
import type { ActKind } from '../../../codes.ts'
import { admission, type CaseFile } from '../../client.ts'
import { leftToMend } from '../../mending.ts'
import { committeeNameOf } from '../../../../organisations/ui/index.ts'
import { word } from '../../words.vi.ts'
import type { FieldSpec } from './field-specs.ts'
import type { ShortAct } from './short-act.ts'

const onDay = (label: string): FieldSpec => ({ kind: 'day', name: 'on', label })
const today = (file: CaseFile) => ({ on: file.today })

/** Acts by which a file goes from hand to hand. */
export const sendingActs: Partial<Record<ActKind, ShortAct>> = {
  markReadyForCell: {
    fields: () => [onDay(word('readyOn'))], initial: today, after: () => word('readyAfter'),
    send: (v, on, options) => admission.markReadyForCell({ ...on, on: v.day('on') }, options),
  },
  sendUp: {
    fields: () => [onDay(word('sentDay'))], initial: today, after: (file) => word('sendUpAfter', { place: committeeNameOf((file.section ?? file.grassroots).name) }),
    send: (v, on, options) => admission.sendUp({ ...on, on: v.day('on') }, options),
  },
  sendToDeciding: {
    fields: () => [onDay(word('sentDay'))], initial: today, after: (file) => word('sendUpAfter', { place: committeeNameOf(file.deciding.name) }),
    send: (v, on, options) => admission.sendToDeciding({ ...on, on: v.day('on') }, options),
  },
  recordSectionAppraisal: {
    fields: () => [
      onDay(word('appraisedOn')), { kind: 'line', name: 'number', label: word('documentNumber'), optional: true },
      { kind: 'choice', name: 'agrees', label: word('appraisalOpinion'), choices: [{ value: 'yes', label: word('appraisalAgrees') }, { value: 'no', label: word('appraisalDisagrees') }] },
      { kind: 'text', name: 'remark', label: word('appraisalRemark'), optional: true },
    ],
    initial: today,
    send: (v, on, options) => admission.recordSectionAppraisal({ ...on, on: v.day('on')!, number: v.text('number'), agrees: v.text('agrees') === 'yes', remark: v.text('remark') }, options),
  },
  resend: {
    fields: () => [onDay(word('sentDay')), { kind: 'text', name: 'note', label: word('resendNote'), optional: true }], initial: today,
    after: (file) => (leftToMend(file).length > 0 ? word('leftToMend', { n: leftToMend(file).length }) : undefined),
    send: (v, on, options) => admission.resend({ ...on, on: v.day('on'), note: v.text('note') }, options),
  },
  withdrawReturn: { fields: () => [], after: () => word('withdrawAfter'), send: (_v, on, options) => admission.withdrawReturn(on, options) },
  submitForDecision: {
    fields: () => [onDay(word('submittedDay'))], initial: today, after: (file) => word('submitAfter', { place: committeeNameOf(file.deciding.name) }),
    send: (v, on, options) => admission.submitForDecision({ ...on, on: v.day('on') }, options),
  },
  extendDecision: {
    fields: (file) => [
      { kind: 'number', name: 'workingDays', label: word('extendDays'), hint: word('extendHint', { n: file.proposals.extensionLeft }) },
      { kind: 'text', name: 'reason', label: word('extendReason') }, onDay(word('extendDay')),
    ],
    initial: today, after: () => word('decisionAfterExtend'),
    send: (v, on, options) => admission.extendDecision({ ...on, workingDays: v.number('workingDays')!, reason: v.text('reason')!, on: v.day('on') }, options),
  },
  recordReceipt: {
    fields: (file) => [{ kind: 'day', name: 'receivedOn', label: word('receiptDay'), ...(file.decision ? { hint: word('receiptHint', { number: file.decision.number, day: dayText(file.decision.decidedOn) }) } : {}) }],
    initial: (file) => ({ receivedOn: file.today }), after: () => word('receiptAfter'),
    send: (v, on, options) => admission.recordReceipt({ ...on, receivedOn: v.day('receivedOn')! }, options),
  },
  recordDossierOpened: {
    fields: () => [{ kind: 'day', name: 'openedOn', label: word('dossierDay') }], initial: (file) => ({ openedOn: file.today }), after: () => word('dossierAfter'),
    send: (v, on, options) => admission.recordDossierOpened({ ...on, openedOn: v.day('openedOn')! }, options),
  },
}
