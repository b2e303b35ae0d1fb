import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { AppLink, Button, countText, DataTable, dayText, FailureBox, ROWS_PER_PAGE, Section, StatusMark, useRead, ViewSwitch, type Column } from '../../../../platform/ui-kit/index.ts'
import { assignmentOutcomeNames, kindNames } from '../../messages.vi.ts'
import { AnswerBox, type Answer } from '../answer-box.tsx'
import { reminders, ROOM, type Assignment } from '../client.ts'
import { placeName, subjectName, useSubjectAddress } from '../work-row.ts'
import { word } from '../words.vi.ts'

const day = (text: string) => dayText(text as PlainDate)

type Doing = { assignment: Assignment; answer: Answer }

function Wanted({ row }: { row: Assignment }) {
  if (row.outcome) return day(row.wantedOn)
  return <StatusMark shape={row.isLate ? 'late' : 'soon'} plain={!row.isLate}>{word(row.isLate ? 'wantedLate' : 'wantedBy', { day: day(row.wantedOn) })}</StatusMark>
}

/** The answer of the receiver, and beside it what became of the thing itself. */
function Became({ row }: { row: Assignment }) {
  const answered = row.outcome && word('answeredLine', { answer: assignmentOutcomeNames[row.outcome], day: row.answeredOn ? day(row.answeredOn) : '' })
  return (
    <>
      <StatusMark shape={row.outcome === 'done' ? 'done' : row.outcome === 'givenBack' ? 'returned' : row.outcome ? 'dropped' : 'soon'} plain>{answered ?? word('notAnswered')}</StatusMark>
      {row.answer && <span className="hint">{row.answer}</span>}
      <span className="hint">{word(row.effect === 'moved' ? 'thingMoved' : 'thingUnchanged')}</span>
    </>
  )
}

function useColumns(isMine: boolean, begin?: (doing: Doing) => void): Column<Assignment>[] {
  const addressOf = useSubjectAddress()
  const act = (assignment: Assignment, answer: Answer) => <Button key={answer} look="quiet" onClick={() => begin?.({ assignment, answer })}>{word(answer === 'done' ? 'answerDone' : answer === 'givenBack' ? 'answerBack' : 'withdraw')}</Button>
  return [
    { id: 'wanted', title: word('columnWanted'), tight: true, cell: (row) => <Wanted row={row} /> },
    { id: 'work', title: word('columnWork'), cell: (row) => <>{row.nextAct}<span className="hint">{kindNames[row.kind]}</span></> },
    { id: 'person', title: word('columnPerson'), cell: (row) => <AppLink to={addressOf(row)}>{subjectName(row)}</AppLink> },
    { id: 'place', title: word('columnPlace'), cell: placeName },
    { id: 'note', title: word('assignNote'), cell: (row) => row.note },
    isMine
      ? { id: 'giver', title: word('columnGiver'), cell: (row) => <>{row.byName}<span className="hint">{day(row.assignedOn)}</span></> }
      : { id: 'to', title: word('columnTo'), cell: (row) => <>{row.toName}<span className="hint">{word('givenBy', { name: row.byName ?? '', day: day(row.assignedOn) })}</span></> },
    ...(isMine ? [] : [{ id: 'became', title: word('columnBecame'), cell: (row: Assignment) => <Became row={row} /> }]),
    ...(begin ? [{ id: 'act', title: word(isMine ? 'columnAnswer' : 'columnTakeBack'), tight: true, cell: (row: Assignment) => !row.outcome && <span className="work-answers">{isMine ? [act(row, 'done'), act(row, 'givenBack')] : act(row, 'withdrawn')}</span> }] : []),
  ]
}

/** What was given to oneself and waits for an answer; nothing at all where nothing was given. */
export function GivenToMe() {
  const [doing, setDoing] = useState<Doing>()
  const read = useRead([ROOM, 'assignments', 'mine'], (signal) => reminders.listAssignments({ mine: true, state: 'open', size: 200 }, { signal }))
  const columns = useColumns(true, setDoing)
  const rows = read.value?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Section title={word('givenToMe')} note={word('givenToMeNote', { n: countText(rows.length) })}>
      {doing && <AnswerBox key={doing.assignment.id + doing.answer} {...doing} name={subjectName(doing.assignment)} onLeave={() => setDoing(undefined)} />}
      <DataTable caption={word('givenToMe')} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </Section>
  )
}

const states = { '': 'open', roi: 'answered', 'tat-ca': 'all' } as const
/** Which answers a word in the address stands for. */
export const givenState = (slug: string) => states[slug as keyof typeof states] ?? 'open'

/** What was given to others in one's part: to whom, until when, what was answered, and whether the thing moved. */
export function GivenToOthers({ state, page, onState, onPage, mayWithdraw }: { state: string; page: number; onState: (state: string) => void; onPage: (page: number) => void; mayWithdraw: boolean }) {
  const [doing, setDoing] = useState<Doing>()
  const input = { state: givenState(state), page, size: ROWS_PER_PAGE }
  const read = useRead([ROOM, 'assignments', input], (signal) => reminders.listAssignments(input, { signal }))
  const columns = useColumns(false, mayWithdraw ? setDoing : undefined)
  const list = read.value
  return (
    <>
      {list && <p className="hint">{word('givenCounts', { open: countText(list.counts.open), late: countText(list.counts.late), done: countText(list.counts.done), back: countText(list.counts.givenBack) })}</p>}
      <ViewSwitch label={word('givenStates')} value={state} onChange={onState} views={[{ value: '', label: word('stateOpen') }, { value: 'roi', label: word('stateAnswered') }, { value: 'tat-ca', label: word('stateAll') }]} />
      {doing && <AnswerBox key={doing.assignment.id} {...doing} name={subjectName(doing.assignment)} onLeave={() => setDoing(undefined)} />}
      <FailureBox failure={read.failure} onRetry={read.again} />
      {(list || !read.failure) && (
        <DataTable caption={word('givenTitle')} columns={columns} rows={list?.rows ?? []} rowKey={(row) => row.id} waiting={read.waiting} {...(list ? { total: list.total } : {})} page={page} onPage={onPage} empty={word('givenEmpty')} />
      )}
    </>
  )
}
