import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { ActBox, dayText, DayField, TextField, useAct, useDesk, useTell } from '../../../../platform/ui-kit/index.ts'
import { afterAct, lifecycle, type Candidate, type ListedBadge } from '../client.ts'
import { word } from '../words.vi.ts'
import { useTop } from '../../../organisations/ui/index.ts'

/** Puts the chosen people on the list; who is early needs the illness. */
export function ProposeForm({ awardOn, chosen, onDone, onLeave }: { awardOn: PlainDate; chosen: readonly Candidate[]; onDone: () => void; onLeave: () => void }) {
  const tell = useTell()
  const [illness, setIllness] = useState('')
  const early = chosen.filter(({ group }) => group === 'early')
  const waiting = chosen.filter(({ waitsFor }) => waitsFor)
  const people = chosen.map(({ personId, years, group }) => ({ personId, years, seriouslyIll: group === 'early', ...(group === 'early' ? { reason: illness } : {}) }))
  const act = useAct(lifecycle.proposeBadges, { refresh: afterAct, onDone: ({ proposed }: { proposed: number }) => { tell(word('proposed', { n: proposed, day: dayText(awardOn) })); onDone() } })
  if (chosen.length === 0) return <p>{word('chooseFirst')}</p>
  return (
    <ActBox title={word('proposeTitle', { n: chosen.length, day: dayText(awardOn) })} act={act} doing={word('propose')} onLeave={onLeave} onAct={() => void act.run({ awardOn, people })}
      required={early.length > 0 ? [['reason', word('illness'), illness.trim() !== '']] : []}>
      <p>{chosen.map(({ fullName, years }) => `${fullName} (${word('years', { n: years })})`).join('; ')}</p>
      {waiting.length > 0 && <p><strong>{word('waitingChosen', { names: waiting.map(({ fullName }) => fullName).join(', ') })}</strong></p>}
      {early.length > 0 && <TextField name="reason" label={word('illness')} hint={word('illnessHint')} value={illness} onChange={setIllness} maxLength={300} />}
    </ActBox>
  )
}

/** The decision that gives what is proposed below the place that is filtered, or the own part. */
export function DecideForm({ awardOn, organisationId, count, onLeave }: { awardOn: PlainDate; organisationId: string; count: number; onLeave: () => void }) {
  const { today } = useDesk()
  const tell = useTell()
  const top = useTop()
  const [decisionNumber, setNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState<PlainDate | undefined>(today)
  const [issuedBy, setIssuedBy] = useState('')
  const act = useAct(lifecycle.decideBadges, { refresh: afterAct, onDone: ({ awarded }: { awarded: number }) => { tell(word('decided', { n: awarded })); onLeave() } })
  const place = organisationId || top
  return (
    <ActBox title={word('decideTitle', { day: dayText(awardOn), n: count })} act={act} doing={word('decide')} onLeave={onLeave}
      onAct={() => void (place && act.run({ awardOn, organisationId: place, decisionNumber, decidedOn: decidedOn!, issuedBy }))}
      check={() => [{ label: word('round'), value: dayText(awardOn) }, { label: word('decidedPeople'), value: count }, { label: word('decisionNumber'), value: decisionNumber }, { label: word('decidedOn'), value: dayText(decidedOn) }, { label: word('issuedBy'), value: issuedBy }]}
      required={[['decisionNumber', word('decisionNumber'), decisionNumber.trim() !== ''], ['decidedOn', word('decidedOn'), decidedOn !== undefined], ['issuedBy', word('issuedBy'), issuedBy.trim() !== '']]}>
      <TextField name="decisionNumber" label={word('decisionNumber')} value={decisionNumber} onChange={setNumber} maxLength={60} />
      <DayField name="decidedOn" label={word('decidedOn')} value={decidedOn} onChange={setDecidedOn} />
      <TextField name="issuedBy" label={word('issuedBy')} value={issuedBy} onChange={setIssuedBy} maxLength={200} />
    </ActBox>
  )
}

export function WithdrawForm({ badge, onLeave }: { badge: ListedBadge; onLeave: () => void }) {
  const tell = useTell()
  const [reason, setReason] = useState('')
  const act = useAct(lifecycle.withdrawBadge, { refresh: afterAct, onDone: () => { tell(word('withdrawn')); onLeave() } })
  return (
    <ActBox title={word('withdrawTitle', { name: badge.fullName })} act={act} doing={word('withdraw')} onLeave={onLeave} onAct={() => void act.run({ badgeId: badge.id, version: badge.version, reason })}
      required={[['reason', word('reason'), reason.trim() !== '']]}>
      <TextField name="reason" label={word('reason')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}
