import { useState } from 'react'
import { Box, Button, countText, DayField, Drawer, Form, NumberField, say, Select, useAct, useTell, type FieldError } from '../../../../../platform/ui-kit/index.ts'
import { unionCodes } from '../../../codes.ts'
import { unionNames } from '../../../messages.vi.ts'
import { ROOM, sourcesAndTargets, type MassReviews } from '../targets/client.ts'
import { useReviewForm, type FormPlace } from './use-review-form.ts'
import { word } from './words.vi.ts'

type Start = { organisationId: string; union: string }
type Props = { reviews: MassReviews; own: FormPlace; start: Start; onClose: () => void }
type Question = { union: string; others: string; place: string; total: string }

const unionChoices = unionCodes.map((code) => ({ value: code, label: unionNames[code] }))

/** Two mass organisations of one place with the very same total: asked about, since it is usually a slip. */
function SameTotal({ question, onCorrect, onKeep }: { question: Question; onCorrect: () => void; onKeep: () => void }) {
  return (
    <Box tone="soon">
      <p role="alert"><strong>{word('sameTotal', question)}</strong></p>
      <p>{word('sameTotalHint')}</p>
      <div className="form-acts"><Button onClick={onCorrect}>{word('correct')}</Button><Button onClick={onKeep}>{word('keep')}</Button></div>
    </Box>
  )
}

function ReviewForm({ reviews, own, start, onClose }: Props) {
  const tell = useTell()
  const form = useReviewForm(reviews, own, start)
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [question, setQuestion] = useState<Question>()
  const act = useAct(sourcesAndTargets.recordMassReview, {
    refresh: [[ROOM]],
    onDone: ({ nonMembers, questions }) => {
      const union = unionChoices.find((choice) => choice.value === form.union)?.label ?? ''
      const total = countText(form.total)
      tell(word('saved', { union, place: form.placeName, total, n: countText(nonMembers) }))
      if (questions.length === 0) return onClose()
      setQuestion({ union, total, place: form.placeName, others: questions.map((each) => unionNames[each.unionCode]).join(', ') })
    },
  })
  const submit = () => {
    const wrongs = form.wrongs()
    setErrors(wrongs)
    if (wrongs.length === 0) void act.run(form.input())
  }
  if (question) return <SameTotal question={question} onCorrect={() => setQuestion(undefined)} onKeep={onClose} />
  return (
    <Form onSubmit={submit} errors={errors} failure={act.failure}
      acts={<><Button look="main" type="submit" running={act.running}>{word('save')}</Button><Button onClick={onClose}>{say('ui.cancelForm')}</Button></>}
    >
      <Select name="organisationId" label={word('fieldPlace')} value={form.organisationId} onChange={form.setPlace} choices={form.places.map(({ id, name }) => ({ value: id, label: name }))} />
      <Select name="unionCode" label={word('fieldUnion')} value={form.union} onChange={form.setUnion} choices={unionChoices} />
      <DayField name="reviewedOn" label={word('fieldOn')} value={form.reviewedOn} onChange={form.setReviewedOn} />
      <NumberField name="total" label={word('fieldTotal')} hint={form.former} value={form.total} onChange={form.setTotal} />
      <NumberField name="partyMembers" label={word('fieldParty')} value={form.partyMembers} onChange={form.setPartyMembers} />
      <p aria-live="polite"><strong>{word('nonMembers', { n: countText(form.nonMembers) })}</strong></p>
    </Form>
  )
}

/** “Cập nhật số rà soát”: one mass organisation at one place; who is not in the Party is reckoned, not typed. */
export function ReviewDrawer({ start, ...rest }: Omit<Props, 'start'> & { start: Start | undefined }) {
  return (
    <Drawer open={start !== undefined} onClose={rest.onClose} title={word('update')} note={word('formHint')}>
      {start && <ReviewForm start={start} {...rest} />}
    </Drawer>
  )
}
