import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { ActBox, DayField, dayText, Select, TextField, useDesk, useRead } from '../../../../platform/ui-kit/index.ts'
import { cards, ROOM, type CardCandidate, type NumberRange } from '../client.ts'
import { word } from '../words.vi.ts'
import { useCardAct } from './use-card-act.ts'
import { usePlaces, useTop } from '../../../organisations/ui/index.ts'

type Ending = { onLeave: () => void }

/** Puts the chosen people on the list of proposals. */
export function ProposeForm({ chosen, onDone, onLeave }: { chosen: readonly CardCandidate[]; onDone: () => void } & Ending) {
  const { today } = useDesk()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const act = useCardAct(cards.proposeCards, ({ proposed }: { proposed: number }) => word('proposed', { n: proposed }), onDone)
  if (chosen.length === 0) return <p>{word('chooseFirst')}</p>
  return (
    <ActBox title={word('proposeTitle', { n: chosen.length })} act={act} doing={word('propose')} onLeave={onLeave} required={[['on', word('on'), on !== undefined]]}
      onAct={() => void act.run({ on: on!, people: chosen.map(({ personId }) => ({ personId })) })}>
      <p>{chosen.map(({ fullName }) => fullName).join('; ')}</p>
      <DayField name="on" label={word('on')} value={on} onChange={setOn} />
    </ActBox>
  )
}

/** The decision that gives the cards that are proposed below the place that is filtered, or the own part. */
export function DecideForm({ organisationId, onLeave }: { organisationId: string } & Ending) {
  const { today } = useDesk()
  const top = useTop()
  const place = organisationId || top
  const ranges = useRead([ROOM, 'ranges', place], (signal) => cards.listRanges(place ? { organisationId: place } : {}, { signal }), { enabled: place !== undefined })
  const [chosenRange, setRange] = useState<string>()
  const [decisionNumber, setNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState<PlainDate | undefined>(today)
  const [issuedBy, setIssuedBy] = useState('')
  const act = useCardAct(cards.decideCards, ({ decided }: { decided: number }) => word('decided', { n: decided }), onLeave)
  const proposed = useRead([ROOM, 'proposed', place], (signal) => cards.listCards({ view: 'underWay', ...(place ? { organisationId: place } : {}), size: 100 }, { signal }), { enabled: place !== undefined })
  const waiting = (proposed.value?.rows ?? []).filter(({ state }) => state === 'proposed')
  const open = (ranges.value?.rows ?? []).filter(({ left }) => left > 0)
  const rangeId = chosenRange ?? (open.length === 1 ? open[0]!.id : '')
  const chosen = open.find(({ id }) => id === rangeId)
  return (
    <ActBox title={word('decideTitle')} act={act} doing={word('decide')} onLeave={onLeave}
      onAct={() => void (place && act.run({ organisationId: place, decisionNumber, decidedOn: decidedOn!, issuedBy, ...(rangeId ? { rangeId } : {}) }))}
      check={() => [{ label: word('decidedFor'), value: waiting.map(({ fullName, cell }) => `${fullName} (${cell})`).join('; ') + ((proposed.value?.total ?? 0) > (proposed.value?.rows.length ?? 0) ? ' …' : '') }, { label: word('range'), value: chosen ? `${chosen.first} – ${chosen.last}` : word('rangeNone') },
        { label: word('decisionNumber'), value: decisionNumber }, { label: word('decidedOn'), value: dayText(decidedOn) }, { label: word('issuedBy'), value: issuedBy }]}
      required={[['decisionNumber', word('decisionNumber'), decisionNumber.trim() !== ''], ['decidedOn', word('decidedOn'), decidedOn !== undefined], ['issuedBy', word('issuedBy'), issuedBy.trim() !== '']]}>
      <Select name="rangeId" label={word('range')} hint={word('rangeHint')} optional value={rangeId} onChange={setRange} choices={open.map(({ id, first, last, organisation, left }) => ({ value: id, label: word('rangeChoice', { first, last, organisation, left }) }))} />
      <TextField name="decisionNumber" label={word('decisionNumber')} value={decisionNumber} onChange={setNumber} maxLength={60} />
      <DayField name="decidedOn" label={word('decidedOn')} value={decidedOn} onChange={setDecidedOn} />
      <TextField name="issuedBy" label={word('issuedBy')} value={issuedBy} onChange={setIssuedBy} maxLength={200} />
    </ActBox>
  )
}

/** Gives a committee a range of numbers. */
export function RangeForm({ onLeave }: Ending) {
  const { today, organisation } = useDesk()
  const top = useTop()
  const places = [...(top && organisation ? [{ value: top, label: organisation }] : []), ...usePlaces('')]
  const [chosen, setOrganisation] = useState<string>()
  const [first, setFirst] = useState('')
  const [last, setLast] = useState('')
  const [basis, setBasis] = useState('')
  const [givenOn, setGivenOn] = useState<PlainDate | undefined>(today)
  const act = useCardAct(cards.giveRange, word('rangeGiven'), onLeave)
  const to = chosen ?? top ?? ''
  return (
    <ActBox title={word('giveRange')} act={act} doing={word('giveRange')} onLeave={onLeave} onAct={() => void act.run({ organisationId: to, first: first.trim(), last: last.trim(), basis, givenOn: givenOn! })}
      required={[['organisationId', word('rangeOf'), to !== ''], ['first', word('first'), first.trim() !== ''], ['last', word('last'), last.trim() !== ''], ['basis', word('basis'), basis.trim() !== ''], ['givenOn', word('givenOn'), givenOn !== undefined]]}>
      <Select name="organisationId" label={word('rangeOf')} value={to} onChange={setOrganisation} choices={places} />
      <TextField name="first" label={word('first')} value={first} onChange={setFirst} maxLength={18} />
      <TextField name="last" label={word('last')} value={last} onChange={setLast} maxLength={18} />
      <TextField name="basis" label={word('basis')} value={basis} onChange={setBasis} maxLength={200} />
      <DayField name="givenOn" label={word('givenOn')} value={givenOn} onChange={setGivenOn} />
    </ActBox>
  )
}

export function CloseRangeForm({ range, onLeave }: { range: NumberRange } & Ending) {
  const { today } = useDesk()
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [reason, setReason] = useState('')
  const act = useCardAct(cards.closeRange, word('rangeClosed'), onLeave)
  return (
    <ActBox title={word('closeTitle', { first: range.first, last: range.last })} act={act} doing={word('closeRange')} onLeave={onLeave} onAct={() => void act.run({ rangeId: range.id, version: range.version, on: on!, reason })}
      required={[['on', word('closingDay'), on !== undefined], ['reason', word('reason'), reason.trim() !== '']]}>
      <DayField name="on" label={word('closingDay')} value={on} onChange={setOn} />
      <TextField name="reason" label={word('reason')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}
