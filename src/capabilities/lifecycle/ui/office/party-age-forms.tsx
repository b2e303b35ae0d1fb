import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { ActBox, DayField, NumberField, RadioRow, TextField, useDesk } from '../../../../platform/ui-kit/index.ts'
import { lifecycle, type PartyAge } from '../client.ts'
import { word } from '../words.vi.ts'
import { useLifecycleAct } from './use-lifecycle-act.ts'

type Ending = { onLeave: () => void }

/** A decision about the party age. */
export function RulingForm({ personId, onLeave }: { personId: string } & Ending) {
  const { today } = useDesk()
  const [kind, setKind] = useState<'interruption' | 'countedFrom'>('interruption')
  const [from, setFrom] = useState<PlainDate | undefined>()
  const [until, setUntil] = useState<PlainDate | undefined>()
  const [reason, setReason] = useState('')
  const [decisionNumber, setNumber] = useState('')
  const [decidedOn, setDecidedOn] = useState<PlainDate | undefined>(today)
  const act = useLifecycleAct(lifecycle.rulePartyAge, word('rulingRecorded'), onLeave)
  return (
    <ActBox title={word('actRule')} act={act} doing={word('actRule')} onLeave={onLeave}
      required={[['from', word('from'), from !== undefined], ['reason', word('reason'), reason.trim() !== ''], ['decisionNumber', word('decisionNumber'), decisionNumber.trim() !== ''], ['decidedOn', word('decidedOn'), decidedOn !== undefined]]}
      onAct={() => void act.run({ personId, kind, from: from!, ...(until && kind === 'interruption' ? { until } : {}), reason, decisionNumber, decidedOn: decidedOn! })}>
      <RadioRow name="kind" label={word('kind')} value={kind} onChange={(value) => setKind(value === 'countedFrom' ? 'countedFrom' : 'interruption')} choices={[{ value: 'interruption', label: word('kindInterruption') }, { value: 'countedFrom', label: word('kindCountedFrom') }]} />
      <DayField name="from" label={word('from')} value={from} onChange={setFrom} />
      {kind === 'interruption' && <DayField name="until" label={word('until')} hint={word('untilHint')} value={until} onChange={setUntil} />}
      <TextField name="reason" label={word('reason')} value={reason} onChange={setReason} maxLength={300} />
      <TextField name="decisionNumber" label={word('decisionNumber')} value={decisionNumber} onChange={setNumber} maxLength={60} />
      <DayField name="decidedOn" label={word('decidedOn')} value={decidedOn} onChange={setDecidedOn} />
    </ActBox>
  )
}

/** A badge given before the register was kept. */
export function EarlierForm({ personId, onLeave }: { personId: string } & Ending) {
  const [years, setYears] = useState<number | undefined>(30)
  const [awardOn, setAwardOn] = useState<PlainDate | undefined>()
  const [reason, setReason] = useState('')
  const act = useLifecycleAct(lifecycle.recordEarlierBadge, word('recorded'), onLeave)
  return (
    <ActBox title={word('actRecord')} act={act} doing={word('actRecord')} onLeave={onLeave} onAct={() => void act.run({ personId, years: years!, awardOn: awardOn!, reason })}
      required={[['years', word('yearsOfBadge'), years !== undefined], ['awardOn', word('awardOn'), awardOn !== undefined], ['reason', word('paper'), reason.trim() !== '']]}>
      <NumberField name="years" label={word('yearsOfBadge')} value={years} onChange={setYears} />
      <DayField name="awardOn" label={word('awardOn')} value={awardOn} onChange={setAwardOn} />
      <TextField name="reason" label={word('paper')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}

export function RevokeForm({ badge, onLeave }: { badge: PartyAge['badges'][number] } & Ending) {
  const [reason, setReason] = useState('')
  const act = useLifecycleAct(lifecycle.revokeBadge, word('revoked'), onLeave)
  return (
    <ActBox title={word('revokeTitle', { n: badge.years })} act={act} doing={word('revoke')} onLeave={onLeave} onAct={() => void act.run({ badgeId: badge.id, version: badge.version, reason })} required={[['reason', word('reason'), reason.trim() !== '']]}>
      <TextField name="reason" label={word('reason')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}

export function WithdrawRulingForm({ personId, ruling, onLeave }: { personId: string; ruling: PartyAge['rulings'][number] } & Ending) {
  const [reason, setReason] = useState('')
  const act = useLifecycleAct(lifecycle.withdrawRuling, word('rulingWithdrawn'), onLeave)
  return (
    <ActBox title={word('withdrawRulingTitle', { number: ruling.decisionNumber })} act={act} doing={word('withdrawRuling')} onLeave={onLeave} onAct={() => void act.run({ personId, rulingId: ruling.id, reason })} required={[['reason', word('reason'), reason.trim() !== '']]}>
      <TextField name="reason" label={word('reason')} value={reason} onChange={setReason} maxLength={300} />
    </ActBox>
  )
}
