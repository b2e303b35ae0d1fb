import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { ActBox, AppLink, Button, Columns, DayField, FailureBox, GreyLines, Page, Section, Select, SummaryList, TextField, useAct, useAddress, useParams, useRead, useTell, useIsPast, useViewed } from '../../../../platform/ui-kit/index.ts'
import { ownerNames } from '../../../reminders/ui/index.ts'
import { taskOwners, type TaskOwner } from '../../codes.ts'
import { askNames, kindNames, settledWords } from '../../messages.vi.ts'
import { afterAct, reconciling, ROOM } from '../client.ts'
import { day, nameWithYear, saidText, StateMark, uncertain } from '../marks.tsx'
import { word } from '../words.vi.ts'

type Task = Awaited<ReturnType<typeof reconciling.findDifference>>
type Form = 'rejected' | 'standing' | 'assign' | undefined
const movesPeople: readonly Task['kind'][] = ['movedOut', 'movedIn', 'otherCell']

function DecideForm({ task, decision, onLeave }: { task: Task; decision: 'rejected' | 'standing'; onLeave: () => void }) {
  const tell = useTell()
  const [reason, setReason] = useState('')
  const act = useAct(reconciling.decideDifference, { refresh: afterAct, onDone: () => { tell(word('decided')); onLeave() } })
  const title = word(decision === 'rejected' ? 'reject' : 'stand')
  return (
    <ActBox title={title} act={act} doing={title} required={[['reason', word('decideReason'), reason.trim() !== '']]} onLeave={onLeave} onAct={() => void act.run({ differenceId: task.id, version: task.version, decision, reason })}>
      <TextField name="reason" label={word('decideReason')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}

function AssignForm({ task, onLeave }: { task: Task; onLeave: () => void }) {
  const tell = useTell()
  const [owner, setOwner] = useState<string>(task.owner)
  const [dueOn, setDueOn] = useState<PlainDate | undefined>(task.dueOn as PlainDate)
  const act = useAct(reconciling.assignDifference, { refresh: afterAct, onDone: () => { tell(word('assigned')); onLeave() } })
  return (
    <ActBox title={word('assign')} act={act} doing={word('assign')} required={[['owner', word('taskOwner'), owner !== ''], ['dueOn', word('taskDue'), dueOn !== undefined]]} onLeave={onLeave}
      onAct={() => void act.run({ differenceId: task.id, version: task.version, owner: owner as TaskOwner, dueOn: dueOn! })}>
      <Select name="owner" label={word('taskOwner')} value={owner} choices={taskOwners.map((value) => ({ value, label: ownerNames[value] }))} onChange={setOwner} />
      <DayField name="dueOn" label={word('taskDue')} value={dueOn} onChange={setDueOn} />
    </ActBox>
  )
}

function Facts({ task }: { task: Task }) {
  const needsDay = task.kind === 'died' || task.kind === 'movedOut'
  return (
    <SummaryList rows={[
      { label: word('taskOurs'), value: saidText(task.ours) || (task.personId ? nameWithYear(task) : word('onlyTheirs')), note: task.personId ? task.cellName : undefined },
      { label: word('taskTheirs'), value: saidText(task.theirs) || kindNames[task.kind] },
      ...(needsDay ? [{ label: word('taskReasonOn'), value: task.reasonOn ? uncertain(task.reasonOn) : word('noDay') }] : []), ...(task.note ? [{ label: word('taskNote'), value: task.note }] : []),
      { label: word('taskOwner'), value: ownerNames[task.owner] }, { label: word('taskDue'), value: day(task.dueOn) }, { label: word('taskState'), value: <StateMark state={task.state} isLate={task.isLate} /> },
      ...(task.settledBy ? [{ label: word('taskSettled'), value: <SettledLink task={task} /> }] : []), ...(task.reason ? [{ label: word('taskReason'), value: task.reason }] : []),
      ...(task.decidedOn ? [{ label: word('decideReason'), value: word('taskDecided', { day: day(task.decidedOn), name: task.decidedBy ?? '' }) }].map((each) => ({ ...each, label: word('taskState') })) : []),
    ]} />
  )
}

function SettledLink({ task: { settledBy } }: { task: Task }) {
  const address = useAddress()
  if (!settledBy) return null
  const to = settledBy.kind === 'transfer' ? address('transfer', { id: settledBy.subjectId }) : settledBy.kind === 'admission' ? address('admissionCase', { id: settledBy.subjectId }) : address('member', { id: settledBy.subjectId })
  return <AppLink to={to}>{settledWords(settledBy)}</AppLink>
}

function WhereToAct({ task }: { task: Task }) {
  const address = useAddress()
  const isPast = useIsPast()
  return (
    <Section title={word('taskAsk')} boxed>
      <p><strong>{askNames[task.kind]}</strong></p>
      {task.state === 'open' && !isPast && <p>{task.registerAgrees ? word('settleHint') : word('settleNotYet')}</p>}
      {task.personId && <p><AppLink to={address('member', { id: task.personId })}>{word('toMember')}</AppLink></p>}
      {movesPeople.includes(task.kind) && <p><AppLink to={address('transfers')}>{word('toTransfers')}</AppLink></p>}
      <p><AppLink to={address('reconciliation', { id: task.reconciliationId })}>{word('toList')}</AppLink></p>
    </Section>
  )
}

function TaskPage({ task }: { task: Task }) {
  const address = useAddress()
  const tell = useTell()
  const [form, setForm] = useState<Form>()
  const settle = useAct(reconciling.settleDifferences, { refresh: afterAct, onDone: ({ settled }) => tell(word('settled', { n: settled })) })
  const reopen = useAct(reconciling.decideDifference, { refresh: afterAct, onDone: () => tell(word('decided')) })
  const isOpen = task.state === 'open'
  const leave = () => setForm(undefined)
  return (
    <Page title={`${kindNames[task.kind]}: ${nameWithYear(task)}`} crumbs={[{ label: word('menu'), to: address('reconciliations') }, { label: task.organisation, to: address('reconciliation', { id: task.reconciliationId }) }, { label: word('taskTitle') }]}
      main={task.mayDecide && isOpen && task.registerAgrees && <Button look="main" running={settle.running} onClick={() => void settle.run({ reconciliationId: task.reconciliationId, differenceIds: [task.id] })}>{word('settleOne')}</Button>}
      acts={task.mayDecide && (isOpen
        ? <><Button onClick={() => setForm('rejected')}>{word('reject')}</Button><Button onClick={() => setForm('standing')}>{word('stand')}</Button><Button onClick={() => setForm('assign')}>{word('assign')}</Button></>
        : task.state !== 'withdrawn' && <Button running={reopen.running} onClick={() => void reopen.run({ differenceId: task.id, version: task.version, decision: 'open' })}>{word('reopen')}</Button>)}>
      <FailureBox failure={settle.failure ?? reopen.failure} />
      {form === 'assign' && <AssignForm task={task} onLeave={leave} />}
      {(form === 'rejected' || form === 'standing') && <DecideForm key={form} task={task} decision={form} onLeave={leave} />}
      <Columns left={<Section title={word('taskTitle')}><Facts task={task} /></Section>} right={<WhereToAct task={task} />} />
    </Page>
  )
}

/** One difference as a small task. */
export default function DifferenceScreen() {
  const { id } = useParams<{ id: string }>()
  const viewed = useViewed()
  const read = useRead([ROOM, 'difference', id], (signal) => reconciling.findDifference({ differenceId: id, ...viewed }, { signal }))
  if (read.value) return <TaskPage task={read.value} />
  return <Page title={word('taskTitle')}>{read.failure ? <FailureBox failure={read.failure} onRetry={read.again} /> : <GreyLines />}</Page>
}
