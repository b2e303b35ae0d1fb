import { useState } from 'react'
import { ActBox, TextArea, useAct, useTell } from '../../../platform/ui-kit/index.ts'
import { reminders, ROOM, type Assignment } from './client.ts'
import { word } from './words.vi.ts'

/** What is answered: done, given back, or taken back by whoever gave it. */
export type Answer = 'done' | 'givenBack' | 'withdrawn'

const titles = { done: 'answerDone', givenBack: 'answerBack', withdrawn: 'withdraw' } as const
const asks = { done: 'answerDoneAsk', givenBack: 'answerBackAsk', withdrawn: 'withdrawAsk' } as const
const told = { done: 'answerDoneTold', givenBack: 'answerBackTold', withdrawn: 'withdrawTold' } as const

/** The words that an answer needs, and the act. */
export function AnswerBox({ assignment, answer, name, onLeave }: { assignment: Assignment; answer: Answer; name: string; onLeave: () => void }) {
  const tell = useTell()
  const [words, setWords] = useState('')
  const { id, version } = assignment
  const send = () => (answer === 'withdrawn' ? reminders.withdrawAssignment({ id, version, words }) : reminders.answerAssignment({ id, version, outcome: answer, words }))
  const act = useAct(send, { refresh: [[ROOM]], onDone: () => { tell(word(told[answer])); onLeave() } })
  return (
    <ActBox title={`${word(titles[answer])}: ${name}`} act={act} doing={word(titles[answer])} required={[['words', word(asks[answer]), words.trim() !== '']]} onAct={() => void act.run(undefined)} onLeave={onLeave}>
      <TextArea name="words" label={word(asks[answer])} value={words} onChange={setWords} maxLength={400} rows={3} />
    </ActBox>
  )
}
