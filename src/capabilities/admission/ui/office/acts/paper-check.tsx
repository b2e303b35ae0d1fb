import { useState } from 'react'
import type { PlainDate } from '../../../../../kernel/index.ts'
import { ConflictTable, DayField, RadioRow, Select, TextArea, useTell, type ConflictField, type FieldError, say } from '../../../../../platform/ui-kit/index.ts'
import { faultKinds, type FaultKind } from '../../../codes.ts'
import { admission, type CaseDocument, type CaseFile } from '../../client.ts'
import { useCaseAct } from '../../use-case-act.ts'
import { documentStateNames, faultNames, word } from '../../words.vi.ts'
import { CaseForm } from './case-form.tsx'

type Verdict = { state: '' | 'valid' | 'needsWork'; fault: FaultKind | ''; remark: string; datedOn: PlainDate | undefined }

const nameOfState = (state: string) => (state === 'valid' || state === 'needsWork' || state === 'toCheck' ? documentStateNames[state] : '')
const nameOfFault = (fault: FaultKind | '' | null) => (fault ? faultNames[fault] : '')

function wrongs(verdict: Verdict): FieldError[] {
  const errors: FieldError[] = []
  if (!verdict.state) errors.push({ field: 'state', text: word('mustChoose', { field: word('documentVerdict') }) })
  if (verdict.state === 'needsWork' && !verdict.fault) errors.push({ field: 'fault', text: word('mustChoose', { field: word('documentFault') }) })
  if (verdict.state === 'needsWork' && !verdict.remark.trim()) errors.push({ field: 'remark', text: say('ui.fieldMissing', { field: word('documentRemark') }) })
  return errors
}

/** What differs when somebody else examined the same paper meanwhile. */
function differences(mine: Verdict, theirs: CaseDocument): ConflictField[] {
  const fields = [
    { name: 'state', label: word('documentVerdict'), mine: nameOfState(mine.state), theirs: nameOfState(theirs.state) },
    { name: 'fault', label: word('documentFault'), mine: nameOfFault(mine.fault), theirs: nameOfFault(theirs.fault) },
    { name: 'remark', label: word('documentRemark'), mine: mine.remark, theirs: theirs.remark ?? '' },
  ]
  return fields.filter((field) => field.mine !== field.theirs)
}

/** Finds a paper valid, or says what is wrong with it and what to do. */
export function PaperCheck({ file, paper, onDone, onCancel }: { file: CaseFile; paper: CaseDocument; onDone: () => void; onCancel: () => void }) {
  const tell = useTell()
  const [verdict, setVerdict] = useState<Verdict>({ state: '', fault: '', remark: '', datedOn: undefined })
  const [errors, setErrors] = useState<FieldError[]>([])
  const [before] = useState(paper)
  const change = (part: Partial<Verdict>) => setVerdict((old) => ({ ...old, ...part }))
  const act = useCaseAct(file, admission.checkDocument, () => {
    tell(word('doneWord', { act: word('documentCheck') }))
    onDone()
  })
  const send = (one: Verdict) => {
    const wrong = wrongs(one)
    setErrors(wrong)
    if (wrong.length > 0 || !one.state) return
    const bad = one.state === 'needsWork'
    void act.run({ documentId: paper.id, state: one.state, ...(bad && one.fault ? { fault: one.fault } : {}), ...(bad ? { remark: one.remark } : {}), ...(one.datedOn ? { datedOn: one.datedOn } : {}) })
  }
  const examinedMeanwhile = act.conflict !== undefined && paper.state !== before.state
  const fields = examinedMeanwhile ? differences(verdict, paper) : []
  const settle = (chosen: Readonly<Record<string, 'mine' | 'theirs'>>) => {
    const theirs = { state: paper.state === 'toCheck' ? '' : paper.state, fault: paper.fault ?? '', remark: paper.remark ?? '' } as const
    const taken = Object.fromEntries(Object.entries(chosen).filter(([, side]) => side === 'theirs').map(([name]) => [name, theirs[name as keyof typeof theirs]]))
    const settled = { ...verdict, ...taken } as Verdict
    setVerdict(settled)
    send(settled)
  }
  return (
    <>
      {fields.length > 0 && <ConflictTable fields={fields} onUse={settle} running={act.running} />}
      <CaseForm act={act} errors={errors} button={word('documentVerdictSave')} onSubmit={() => send(verdict)} onCancel={onCancel}>
        <RadioRow name="state" label={word('documentVerdict')} value={verdict.state} onChange={(state) => change({ state: state as Verdict['state'] })}
          choices={[{ value: 'valid', label: word('documentValid') }, { value: 'needsWork', label: word('documentNeedsWork') }]} />
        {verdict.state === 'needsWork' && (
          <>
            <Select name="fault" label={word('documentFault')} value={verdict.fault} onChange={(fault) => change({ fault: fault as FaultKind })} choices={faultKinds.map((value) => ({ value, label: faultNames[value] }))} />
            <TextArea name="remark" label={word('documentRemark')} value={verdict.remark} onChange={(remark) => change({ remark })} maxLength={400} rows={3} />
          </>
        )}
        <DayField name="datedOn" label={word('documentDayWrong')} optional value={verdict.datedOn} onChange={(datedOn) => change({ datedOn })} />
      </CaseForm>
    </>
  )
}
