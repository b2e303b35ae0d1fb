import { useState } from 'react'
import { Button, FailureBox, Form, GreyLines, LinkButton, Page, say, Section, TextArea, useAct, useAddress, useParams, useRead, useTell, type FieldError } from '../../../../platform/ui-kit/index.ts'
import { memberSheet, ROOM, type Supplement } from '../client.ts'
import { dateText } from '../said.ts'
import { SupplementForm } from '../supplement-form.tsx'
import { word } from '../words.vi.ts'
import { SupplementMark } from './campaign-screen.tsx'
import { ChangesTable } from './proposal-screen.tsx'

function ReturnForm({ supplement, onLeave }: { supplement: Supplement; onLeave: () => void }) {
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const tell = useTell()
  const act = useAct(memberSheet.returnSupplement, { refresh: [[ROOM]], onDone: () => { tell(word('giveBackDone')); onLeave() } })
  const submit = () => {
    const wrong = reason.trim() ? [] : [{ field: 'reason', text: say('ui.fieldMissing', { field: word('giveBackReason') }) }]
    setErrors(wrong)
    if (wrong.length === 0) void act.run({ supplementId: supplement.id, version: supplement.version, reason })
  }
  return (
    <Section title={word('giveBack')} boxed>
      <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<><Button type="submit" look="main" running={act.running}>{word('giveBack')}</Button><Button onClick={onLeave}>{say('ui.cancelForm')}</Button></>}>
        <TextArea name="reason" label={word('giveBackReason')} value={reason} onChange={setReason} maxLength={500} />
      </Form>
    </Section>
  )
}

function SupplementPage({ supplement }: { supplement: Supplement }) {
  const address = useAddress()
  const tell = useTell()
  const [doing, setDoing] = useState<'answer' | 'return'>()
  const checking = useAct(memberSheet.checkSupplement, { refresh: [[ROOM]], onDone: () => tell(word('checkDone')) })
  const { may, changes, state } = supplement
  const leave = () => setDoing(undefined)
  const answered = state !== 'asked' && state !== 'returned'
  return (
    <Page alwaysToday title={word('formFor', { year: supplement.year, name: supplement.fullName })}
      summary={<><SupplementMark state={state} /> · {supplement.cell} · {word('due', { day: dateText(supplement.dueOn) })}</>}
      tools={<LinkButton to={address('memberSheet', { id: supplement.personId })}>{word('toSheet')}</LinkButton>}
      acts={!doing && <>{may.answer && <Button onClick={() => setDoing('answer')}>{word('answerFor')}</Button>}{may.sendBack && <Button onClick={() => setDoing('return')}>{word('giveBack')}</Button>}</>}
      main={!doing && may.check && <Button look="main" running={checking.running} onClick={() => void checking.run({ supplementId: supplement.id, version: supplement.version })}>{word('check')}</Button>}>
      {checking.failure && <FailureBox failure={checking.failure} />}
      {supplement.returnReason && <p>{word('givenBack', { reason: supplement.returnReason })}</p>}
      {doing === 'return' && <ReturnForm supplement={supplement} onLeave={leave} />}
      {doing === 'answer' && <Section title={word('answerFor')} boxed><SupplementForm supplement={supplement} onDone={leave} /></Section>}
      {answered && !doing && (
        <Section title={word('answers')} note={supplement.answeredOn && (supplement.by ? word('answeredBy', { day: dateText(supplement.answeredOn), by: supplement.by }) : word('answeredOn', { day: dateText(supplement.answeredOn) }))}>
          {changes.length ? <ChangesTable changes={changes} /> : <p className="empty">{word('answersNone')}</p>}
        </Section>
      )}
    </Page>
  )
}

/** One member's form: answered for one without a telephone, checked, given back. */
export default function SupplementScreen() {
  const { id } = useParams<{ id: string }>()
  const read = useRead([ROOM, 'supplement', id], (signal) => memberSheet.findSupplement({ supplementId: id }, { signal }))
  if (read.value?.id === id) return <SupplementPage key={`${id}-${read.value.version}`} supplement={read.value} />
  return <Page alwaysToday title={word('supplements')}>{read.failure ? <FailureBox failure={read.failure} onRetry={read.again} /> : <GreyLines />}</Page>
}
