import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { cardCauses, type CardCause } from '../../../../regulations/index.ts'
import { ActBox, DayField, RadioRow, TextField, useDesk } from '../../../../platform/ui-kit/index.ts'
import { cards, type CardsOf } from '../client.ts'
import { causeNames } from '../../messages.vi.ts'
import { word } from '../words.vi.ts'
import { useCardAct } from './use-card-act.ts'

type Card = CardsOf['cards'][number]
type Loss = CardsOf['losses'][number]
type Ending = { onLeave: () => void }

/** Proposes a card: the first one, another one for a cause, or a new one for the one that is lost. */
export function ProposeOneForm({ personId, wish, onLeave }: { personId: string; wish: 'first' | 'exchange' | 'reissue' } & Ending) {
  const { today } = useDesk()
  const exchanges = cardCauses.filter((cause) => cause !== 'lost')
  const [cause, setCause] = useState<CardCause>(exchanges[0]!)
  const [note, setNote] = useState('')
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const act = useCardAct(cards.proposeCards, word('proposed', { n: 1 }), onLeave)
  const told = wish === 'first' ? {} : { cause: wish === 'reissue' ? ('lost' as const) : cause }
  return (
    <ActBox title={word(wish === 'first' ? 'actFirst' : wish === 'exchange' ? 'actExchange' : 'actReissue')} act={act} doing={word('propose')} onLeave={onLeave} required={[['on', word('on'), on !== undefined]]}
      onAct={() => void act.run({ on: on!, people: [{ personId, ...told, ...(note.trim() ? { note } : {}) }] })}>
      {wish === 'exchange' && <RadioRow name="cause" label={word('cause')} value={cause} onChange={(value) => setCause(exchanges.find((each) => each === value) ?? exchanges[0]!)} choices={exchanges.map((value) => ({ value, label: causeNames[value] }))} />}
      <TextField name="note" label={word('note')} optional value={note} onChange={setNote} maxLength={300} />
      <DayField name="on" label={word('on')} value={on} onChange={setOn} />
    </ActBox>
  )
}

export function HandOverForm({ card, fullName, onLeave }: { card: Card; fullName: string } & Ending) {
  const { today } = useDesk()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [receivedBy, setReceived] = useState(fullName)
  const act = useCardAct(cards.handCardOver, word('handDone'), onLeave)
  return (
    <ActBox title={word('actHand')} act={act} doing={word('actHand')} onLeave={onLeave} onAct={() => void act.run({ cardId: card.id, version: card.version, on: on!, receivedBy })}
      required={[['on', word('handedOn'), on !== undefined], ['receivedBy', word('receivedBy'), receivedBy.trim() !== '']]}>
      <DayField name="on" label={word('handedOn')} value={on} onChange={setOn} />
      <TextField name="receivedBy" label={word('receivedBy')} value={receivedBy} onChange={setReceived} maxLength={120} />
    </ActBox>
  )
}

export function DropForm({ card, onLeave }: { card: Card } & Ending) {
  const { today } = useDesk()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [reason, setReason] = useState('')
  const act = useCardAct(cards.dropCard, word('dropDone'), onLeave)
  return (
    <ActBox title={word('actDrop')} act={act} doing={word('actDrop')} onLeave={onLeave} onAct={() => void act.run({ cardId: card.id, version: card.version, on: on!, reason })}
      required={[['on', word('droppedOn'), on !== undefined], ['reason', word('reason'), reason.trim() !== '']]}>
      <DayField name="on" label={word('droppedOn')} value={on} onChange={setOn} />
      <TextField name="reason" label={word('reason')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}

export function LossForm({ personId, onLeave }: { personId: string } & Ending) {
  const { today } = useDesk()
  const [lostOn, setLost] = useState<PlainDate | undefined>()
  const [reportedOn, setReported] = useState<PlainDate | undefined>(today)
  const [circumstances, setCircumstances] = useState('')
  const act = useCardAct(cards.reportCardLoss, word('lossDone'), onLeave)
  return (
    <ActBox title={word('actLoss')} act={act} doing={word('actLoss')} onLeave={onLeave} onAct={() => void act.run({ personId, lostOn: lostOn!, reportedOn: reportedOn!, circumstances })}
      required={[['lostOn', word('lostOn'), lostOn !== undefined], ['reportedOn', word('reportedOn'), reportedOn !== undefined], ['circumstances', word('circumstances'), circumstances.trim() !== '']]}>
      <DayField name="lostOn" label={word('lostOn')} value={lostOn} onChange={setLost} />
      <DayField name="reportedOn" label={word('reportedOn')} value={reportedOn} onChange={setReported} />
      <TextField name="circumstances" label={word('circumstances')} value={circumstances} onChange={setCircumstances} maxLength={500} />
    </ActBox>
  )
}

export function ConcludeForm({ loss, onLeave }: { loss: Loss } & Ending) {
  const { today } = useDesk()
  const [outcome, setOutcome] = useState<'found' | 'lost'>('lost')
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [paper, setPaper] = useState('')
  const act = useCardAct(cards.concludeCardLoss, word('concludeDone'), onLeave)
  return (
    <ActBox title={word('actConclude')} act={act} doing={word('actConclude')} onLeave={onLeave} onAct={() => void act.run({ lossId: loss.id, version: loss.version, on: on!, outcome, paper })}
      required={[['on', word('concludedOn'), on !== undefined], ['paper', word('paper'), paper.trim() !== '']]}>
      <RadioRow name="outcome" label={word('outcome')} value={outcome} onChange={(value) => setOutcome(value === 'found' ? 'found' : 'lost')} choices={[{ value: 'lost', label: word('lossLost') }, { value: 'found', label: word('lossFound') }]} />
      <DayField name="on" label={word('concludedOn')} value={on} onChange={setOn} />
      <TextField name="paper" label={word('paper')} value={paper} onChange={setPaper} maxLength={200} />
    </ActBox>
  )
}

/** Takes the card back of who is no member any more; who died may leave it to the family. */
export function WithdrawForm({ card, mayKeep, onLeave }: { card: Card; mayKeep: boolean } & Ending) {
  const { today } = useDesk()
  const [outcome, setOutcome] = useState<'withdrawn' | 'keptByFamily'>(mayKeep ? 'keptByFamily' : 'withdrawn')
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [reason, setReason] = useState('')
  const act = useCardAct(cards.withdrawCard, word('withdrawDone'), onLeave)
  return (
    <ActBox title={word('actWithdraw')} act={act} doing={word('actWithdraw')} onLeave={onLeave} onAct={() => void act.run({ cardId: card.id, version: card.version, on: on!, outcome, reason })}
      required={[['on', word('withdrawnOn'), on !== undefined], ['reason', word('basis'), reason.trim() !== '']]}>
      {mayKeep && <RadioRow name="outcome" label={word('outcome')} value={outcome} onChange={(value) => setOutcome(value === 'withdrawn' ? 'withdrawn' : 'keptByFamily')} choices={[{ value: 'keptByFamily', label: word('outcomeKept') }, { value: 'withdrawn', label: word('outcomeWithdrawn') }]} />}
      <DayField name="on" label={word('withdrawnOn')} value={on} onChange={setOn} />
      <TextField name="reason" label={word('basis')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}

export function GiveBackForm({ card, onLeave }: { card: Card } & Ending) {
  const { today } = useDesk()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [basis, setBasis] = useState('')
  const act = useCardAct(cards.giveCardBack, word('giveBackDone'), onLeave)
  return (
    <ActBox title={word('actGiveBack')} act={act} doing={word('actGiveBack')} onLeave={onLeave} onAct={() => void act.run({ cardId: card.id, version: card.version, on: on!, basis })}
      required={[['on', word('givenBackOn'), on !== undefined], ['basis', word('basis'), basis.trim() !== '']]}>
      <DayField name="on" label={word('givenBackOn')} value={on} onChange={setOn} />
      <TextField name="basis" label={word('basis')} value={basis} onChange={setBasis} maxLength={300} />
    </ActBox>
  )
}
