import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { Button, dayText, PocketCard, StatusMark, useRead } from '../../../../platform/ui-kit/index.ts'
import { AnswerBox, type Answer } from '../answer-box.tsx'
import { reminders, ROOM, type Assignment } from '../client.ts'
import { subjectName } from '../work-row.ts'
import { word } from '../words.vi.ts'

function GivenCard({ given }: { given: Assignment }) {
  const [answer, setAnswer] = useState<Answer>()
  const wanted = dayText(given.wantedOn as PlainDate)
  return (
    <PocketCard mark={<StatusMark shape={given.isLate ? 'late' : 'soon'} strong>{word(given.isLate ? 'pocketGivenLate' : 'givenToMe')}</StatusMark>} title={subjectName(given)}
      act={answer
        ? <AnswerBox assignment={given} answer={answer} name={subjectName(given)} onLeave={() => setAnswer(undefined)} />
        : <><Button onClick={() => setAnswer('done')}>{word('answerDone')}</Button><Button onClick={() => setAnswer('givenBack')}>{word('answerBack')}</Button></>}>
      <p>{given.nextAct}</p>
      {given.note && <p>{word('pocketNote', { note: given.note })}</p>}
      <p className="pocket-note">{word('pocketGivenBy', { name: given.byName ?? '', day: wanted })}</p>
    </PocketCard>
  )
}

/** What was given to the secretary by the committees above, each with its two answers. Needs the network. */
export default function GivenCards() {
  const read = useRead([ROOM, 'assignments', 'mine'], (signal) => reminders.listAssignments({ mine: true, state: 'open', size: 200 }, { signal }))
  return <>{(read.value?.rows ?? []).map((given) => <GivenCard key={given.id} given={given} />)}</>
}
