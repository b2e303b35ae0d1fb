import { useState } from 'react'
import type { UncertainDate } from '../../../../kernel/index.ts'
import { BigChoice, Button, FailureBox, Form, Loaded, PocketCard, PocketPage, Select, TextField, UncertainDayField, useAct, useAddress, useRead, useTell } from '../../../../platform/ui-kit/index.ts'
import { kindNames, markNames, reasonNames } from '../../messages.vi.ts'
import { afterAct, reconciling, ROOM, type Line, type ReconciliationRow } from '../client.ts'
import { day, nameWithYear } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { pocketTitle } from './title.vi.ts'

const reasons = ['died', 'movedOut', 'otherCell'] as const

function MarkQuestion({ id, line, onLeave }: { id: string; line: Line; onLeave: () => void }) {
  const tell = useTell()
  const [mark, setMark] = useState<'right' | 'wrong' | 'surplus'>()
  const [reason, setReason] = useState('')
  const [on, setOn] = useState<UncertainDate | undefined>()
  const [note, setNote] = useState('')
  const act = useAct(reconciling.markLine, { refresh: afterAct, onDone: () => { tell(word('marked')); onLeave() } })
  const isWrong = mark === 'wrong' || mark === 'surplus'
  const submit = () => { if (mark) void act.run({ reconciliationId: id, personId: line.personId!, version: line.version, mark, ...(isWrong && reason ? { reason: reason as 'died', ...(on ? { reasonOn: on } : {}) } : {}), ...(note.trim() ? { note } : {}) }) }
  return (
    <Form onSubmit={submit} errors={[]} failure={act.failure} acts={<Button type="submit" look="main" running={act.running}>{word('pocketSave')}</Button>}>
      <BigChoice label={word('markField')} value={mark} options={[{ value: 'right', label: word('pocketRight'), tone: 'calm' }, { value: 'wrong', label: word('pocketWrong') }, { value: 'surplus', label: word('pocketSurplus') }]} onChange={(value) => setMark(value as typeof mark)} />
      {isWrong && <Select name="reason" label={word('markReason')} value={reason} choices={reasons.map((value) => ({ value, label: reasonNames[value] }))} onChange={setReason} optional />}
      {isWrong && reason && <UncertainDayField name="reasonOn" label={word('markReasonOn')} value={on} onChange={setOn} optional />}
      {isWrong && <TextField name="note" label={word('markNote')} value={note} onChange={setNote} maxLength={300} optional />}
    </Form>
  )
}

function LineCard({ id, line, isClosed }: { id: string; line: Line; isClosed: boolean }) {
  const [open, setOpen] = useState(false)
  const said = line.mark ? [markNames[line.mark], line.reason && reasonNames[line.reason], line.note].filter(Boolean).join(' · ') : word('notMarked')
  const act = isClosed || !line.personId ? undefined : open ? <MarkQuestion id={id} line={line} onLeave={() => setOpen(false)} /> : <Button onClick={() => setOpen(true)}>{word('mark')}<span className="visually-hidden"> {line.fullName}</span></Button>
  return (
    <PocketCard title={nameWithYear(line)} note={said} act={act}>
      {line.differences.filter(({ state }) => state === 'open').map((each) => <p key={each.id}><strong>{kindNames[each.kind]}</strong></p>)}
      {line.questions.map((question) => <p key={question}>{question}</p>)}
    </PocketCard>
  )
}

function List({ row }: { row: ReconciliationRow }) {
  const tell = useTell()
  const isClosed = row.signatures.length > 0
  const page = useRead([ROOM, 'pocket', row.id], (signal) => reconciling.findReconciliation({ reconciliationId: row.id }, { signal }))
  const lines = useRead([ROOM, 'pocket', row.id, 'lines'], (signal) => reconciling.listLines({ reconciliationId: row.id, view: 'all', size: 200 }, { signal }))
  const rest = useAct(reconciling.markRest, { refresh: afterAct, onDone: ({ marked }) => tell(word('restMarked', { n: marked })) })
  const cell = page.value?.cells[0]
  const unmarked = (line: Line) => (line.mark ? 1 : 0)
  return (
    <>
      <h2>{row.organisation}</h2>
      <p>{word('pocketLead', { day: day(row.asOf), due: day(row.dueOn) })}</p>
      <p><strong>{isClosed ? word('pocketSigned') : row.unmarked > 0 ? word('pocketProgress', { n: row.unmarked }) : word('pocketDone')}</strong></p>
      <Loaded read={lines}>{({ rows }) => <>{rows.toSorted((a, b) => unmarked(a) - unmarked(b)).map((line) => <LineCard key={line.personId ?? line.statementId} id={row.id} line={line} isClosed={isClosed} />)}</>}</Loaded>
      <FailureBox failure={rest.failure} />
      {!isClosed && row.unmarked > 0 && cell && <Button running={rest.running} onClick={() => void rest.run({ reconciliationId: row.id, cellId: cell.id })}>{word('pocketRest')}</Button>}
    </>
  )
}

/** The list of the own cell: right, wrong or too many, line by line. */
export default function PocketReconciliationsScreen() {
  const address = useAddress()
  const read = useRead([ROOM, 'pocket'], (signal) => reconciling.listReconciliations({ size: 10 }, { signal }))
  return (
    <PocketPage title={pocketTitle} backTo={address('pocketWork')}>
      <Loaded read={read}>{({ rows }) => <>{rows.map((row) => <List key={row.id} row={row} />)}{rows.length === 0 && <p className="empty">{word('pocketEmpty')}</p>}</>}</Loaded>
    </PocketPage>
  )
}
