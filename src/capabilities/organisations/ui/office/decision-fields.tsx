import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { DayField, dayText, TextField, type SummaryRow } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'
import { missing } from './wrongs.ts'

/** The decision an act rests on, and the day from which it holds. `onField` is the contract's name of that day. */
export function useDecision(onField: 'on' | 'from') {
  const [decisionNumber, setDecisionNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState<PlainDate>()
  const [issuedBy, setIssuedBy] = useState('')
  const [on, setOn] = useState<PlainDate>()
  return {
    fields: (
      <>
        <TextField name="decisionNumber" label={word('fieldDecisionNumber')} value={decisionNumber} onChange={setDecisionNumber} width={20} maxLength={60} />
        <DayField name="decidedOn" label={word('fieldDecidedOn')} value={decidedOn} onChange={setDecidedOn} />
        <TextField name="issuedBy" label={word('fieldIssuedBy')} optional value={issuedBy} onChange={setIssuedBy} />
        <DayField name={onField} label={word('fieldOn')} value={on} onChange={setOn} />
      </>
    ),
    wrongs: () => missing([['decisionNumber', word('fieldDecisionNumber'), decisionNumber], ['decidedOn', word('fieldDecidedOn'), decidedOn], [onField, word('fieldOn'), on]]),
    rows: (): SummaryRow[] => [
      { label: word('fieldDecisionNumber'), value: decisionNumber },
      { label: word('fieldDecidedOn'), value: dayText(decidedOn) },
      ...(issuedBy.trim() ? [{ label: word('fieldIssuedBy'), value: issuedBy }] : []),
      { label: word('fieldOn'), value: dayText(on) },
    ],
    input: () => ({ decisionNumber: decisionNumber.trim(), decidedOn: decidedOn!, ...(issuedBy.trim() ? { issuedBy: issuedBy.trim() } : {}) }),
    on: () => on!,
  }
}
