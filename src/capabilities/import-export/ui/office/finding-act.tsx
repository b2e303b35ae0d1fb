import { useState } from 'react'
import { Button, Select, TextField } from '../../../../platform/ui-kit/index.ts'
import type { Finding, ImportFile } from '../client.ts'
import { word } from '../words.vi.ts'
import { valueText } from './finding-words.ts'
import { answerTo, asksAboutPerson, isTypedDay, mayBeTyped, offeredFor, readTypedDay, type Draft } from './settling.ts'

const BLANK = 'blank'
const OTHER = 'other'

/** Where the right value is typed. */
function OwnValue({ finding, onTake, onLeave }: { finding: Finding; onTake: (value: string) => void; onLeave: () => void }) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string>()
  const take = () => {
    const value = isTypedDay(finding) ? readTypedDay(text) : text.trim()
    if (value) onTake(value)
    else setWrong(word('wrongDate', { text }))
  }
  return (
    <span className="import-own">
      <TextField name={`own-${finding.row}-${finding.column}`} label={word('ownAnswer', { row: finding.row })} hideLabel value={text} onChange={setText} error={wrong} {...(isTypedDay(finding) ? { hint: word('ownDateHint') } : {})} />
      <Button onClick={take}>{word('take')}</Button>
      <Button look="quiet" onClick={onLeave}>{word('notNow')}</Button>
    </span>
  )
}

type Props = { finding: Finding; file: ImportFile; draft: Draft | undefined; onChange: (draft: Draft | undefined) => void }

function Question({ finding, file, onChange, onOther }: Props & { onOther: () => void }) {
  const offered = offeredFor(finding, file.preview?.cellNames)
  const choose = (value: string) => {
    if (value === OTHER) onOther()
    else if (value === BLANK) onChange({ value: null })
    else if (value !== '') onChange({ value: offered[Number(value)]!.value })
  }
  const own = mayBeTyped(finding) ? [{ value: OTHER, label: word('otherAnswer') }] : []
  return (
    <Select name={`answer-${finding.row}-${finding.column}`} label={word('answerOf', { row: finding.row })} hideLabel value="" onChange={choose}
      choices={[...offered.map(({ label }, i) => ({ value: String(i), label })), ...(asksAboutPerson(finding) ? [] : [{ value: BLANK, label: word('leaveBlank') }]), ...own]} />
  )
}

/** What can be done about one finding, or what was done. */
export function FindingAct(props: Props) {
  const { finding, file, draft, onChange } = props
  const [typing, setTyping] = useState(false)
  const names = file.preview?.cellNames
  const { row } = finding
  const answer = answerTo(file.settling, finding)
  if (draft)
    return (
      <>
        {'accept' in draft ? word('willAccept') : word('willBe', { value: valueText(draft.value, names) })}{' '}
        <Button look="quiet" aria-label={word('undoDraftOf', { row })} onClick={() => onChange(undefined)}>{word('undoDraft')}</Button>
      </>
    )
  if (finding.settled) return <>{answer ? word('answered', { value: valueText(answer.value, names) }) : word('accepted')}</>
  if (typing)
    return <OwnValue finding={finding} onLeave={() => setTyping(false)} onTake={(value) => { setTyping(false); onChange({ value }) }} />
  const refused = answer && <span className="field-error">{word('notTaken', { value: valueText(answer.value, names) })}</span>
  const edit = mayBeTyped(finding) && <Button look="quiet" aria-label={word('editOneOf', { row })} onClick={() => setTyping(true)}>{word('editOne')}</Button>
  if (finding.kind === 'question') return <>{refused}<Question {...props} onOther={() => setTyping(true)} /></>
  if (finding.kind === 'error') return <>{refused}{edit}</>
  if (finding.kind === 'warning') return null
  return (
    <span className="import-acts">
      {refused}
      <Button look="quiet" aria-label={word('acceptOneOf', { row })} onClick={() => onChange({ accept: true })}>{word('acceptOne')}</Button>
      {edit && <span aria-hidden="true">·</span>}
      {edit}
    </span>
  )
}
