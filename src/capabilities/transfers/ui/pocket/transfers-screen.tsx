import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { Button, DayField, FailureBox, Form, Loaded, PocketCard, PocketPage, TextField, useAddress, useAct, useDesk, useRead, useTell } from '../../../../platform/ui-kit/index.ts'
import { actNames } from '../../messages.vi.ts'
import type { Act } from '../../codes.ts'
import { afterAct, ROOM, transfers, type TransferPage, type TransferRow } from '../client.ts'
import { day, nameWithYear, StageMark, TransferDue } from '../marks.tsx'
import { word } from '../words.vi.ts'

/** What the secretary does on the phone: on the receiving side and on the sending one. */
const onPhone = { accept: transfers.acceptMember, reportNotCome: transfers.reportNotCome, sendUp: transfers.sendTransferUp, handOver: transfers.handLetterOver } as const
type PhoneAct = keyof typeof onPhone
const labels = { accept: 'pocketAccept', reportNotCome: 'pocketNotCome', sendUp: 'pocketSend', handOver: 'pocketHand' } as const
const isPhoneAct = (act: Act): act is PhoneAct => Object.hasOwn(onPhone, act)

function ActQuestion({ transfer, act, onLeave }: { transfer: TransferPage; act: PhoneAct; onLeave: () => void }) {
  const { today } = useDesk()
  const tell = useTell()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [note, setNote] = useState('')
  const call = onPhone[act] as unknown as (input: object) => Promise<unknown>
  const running = useAct(call, { refresh: afterAct, onDone: () => { tell(word('done', { act: actNames[act].toLowerCase() })); onLeave() } })
  const submit = () => { if (on) void running.run({ transferId: transfer.id, version: transfer.version, on, ...(act === 'reportNotCome' && note.trim() ? { note } : {}) }) }
  return (
    <Form onSubmit={submit} failure={running.failure} errors={[]} acts={<Button type="submit" look="main" running={running.running}>{word(labels[act])}</Button>}>
      <DayField name="on" label={word(act === 'accept' ? 'onAccept' : 'on')} value={on} onChange={setOn} />
      {act === 'reportNotCome' && <TextField name="note" label={word('note')} value={note} onChange={setNote} maxLength={300} optional />}
    </Form>
  )
}

function Acts({ id }: { id: string }) {
  const [act, setAct] = useState<PhoneAct>()
  const read = useRead([ROOM, 'transfer', id], (signal) => transfers.findTransfer({ transferId: id }, { signal }))
  const transfer = read.value
  if (!transfer) return read.failure ? <FailureBox failure={read.failure} onRetry={read.again} /> : null
  if (act) return <ActQuestion transfer={transfer} act={act} onLeave={() => setAct(undefined)} />
  return <>{transfer.may.filter(isPhoneAct).map((each) => <Button key={each} look={each === transfer.nextAct?.code ? 'main' : 'second'} onClick={() => setAct(each)}>{word(labels[each])}</Button>)}</>
}

function Card({ row, coming }: { row: TransferRow; coming: boolean }) {
  const { today } = useDesk()
  return (
    <PocketCard title={nameWithYear(row)} mark={<TransferDue row={row} today={today} />} act={<Acts id={row.id} />}>
      <p>{coming ? word('pocketFrom', { name: row.fromName }) : word('pocketTo', { name: row.toName })}</p>
      {row.letterNumber && row.letterOn && <p>{word('pocketLetter', { number: row.letterNumber, day: day(row.letterOn) })}</p>}
      <p><StageMark stage={row.stage} /></p>
      {row.nextAct && <p className="pocket-note">{row.nextAct.words}</p>}
    </PocketCard>
  )
}

/** Who comes to the cell and who leaves it; the secretary accepts, or tells that nobody came. */
export default function PocketTransfersScreen() {
  const address = useAddress()
  const coming = useRead([ROOM, 'pocket', 'receiving'], (signal) => transfers.listTransfers({ side: 'receiving', size: 50 }, { signal }))
  const leaving = useRead([ROOM, 'pocket', 'sending'], (signal) => transfers.listTransfers({ side: 'sending', size: 50 }, { signal }))
  return (
    <PocketPage title={word('pocketTitle')} backTo={address('pocketWork')}>
      <Loaded read={coming}>{({ rows }) => <>{rows.length > 0 && <h2>{word('pocketComing')}</h2>}{rows.map((row) => <Card key={row.id} row={row} coming />)}</>}</Loaded>
      <Loaded read={leaving}>{({ rows }) => <>{rows.length > 0 && <h2>{word('pocketLeaving')}</h2>}{rows.map((row) => <Card key={row.id} row={row} coming={false} />)}{rows.length === 0 && coming.value?.rows.length === 0 && <p className="empty">{word('pocketEmpty')}</p>}</>}</Loaded>
    </PocketPage>
  )
}
