import '../quality.css'
import { useState } from 'react'
import { Button, Loaded, PocketCard, PocketPage, StatusMark, useAddress, useDesk, useRead } from '../../../../platform/ui-kit/index.ts'
import { mendingNames } from '../../messages.vi.ts'
import { AsideForm } from '../aside-form.tsx'
import { dataQuality, ROOM, type Fault } from '../client.ts'
import { KindMark } from '../kind-mark.tsx'
import { faultKey, nameWithYear, useMendingAddress } from '../use-mending.ts'
import { word } from '../words.vi.ts'

const STEP = 20

/** Pages of the phone for what can be mended there; the rest opens its page of the office, which is readable there. */
function usePocketMending(): (fault: Fault) => string {
  const address = useAddress()
  const office = useMendingAddress()
  return (fault) => (fault.mend === 'member' && fault.personId ? address('pocketMember', { id: fault.personId }) : fault.mend === 'prospect' ? address('pocketSource', { id: fault.subjectId }) : office(fault))
}

/** One thing of a person: what is wrong, what to do, where; or that it is really so. */
function FaultPart({ fault, may }: { fault: Fault; may: boolean }) {
  const to = usePocketMending()(fault)
  const [asking, setAsking] = useState(false)
  return (
    <div className="quality-part">
      <p><KindMark kind={fault.kind} /></p>
      <p><strong>{fault.what}</strong></p>
      <p>{fault.todo}</p>
      <Button onClick={() => window.location.assign(to)} aria-label={`${mendingNames[fault.mend]}: ${fault.name}, ${fault.ruleName}`}>{mendingNames[fault.mend]}</Button>
      {may && !asking && <Button look="quiet" onClick={() => setAsking(true)} aria-label={`${word('actAside')}: ${fault.name}, ${fault.ruleName}`}>{word('actAside')}</Button>}
      {asking && <AsideForm fault={fault} onClose={() => setAsking(false)} />}
    </div>
  )
}

/** Things one after the other under whom they are about, in the order of the list. */
function grouped(rows: readonly Fault[]): Fault[][] {
  const groups = new Map<string, Fault[]>()
  for (const row of rows) {
    const key = row.personId ?? row.organisationId
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
}

/** What is wrong with the data of the own cell: one card for each person. */
export default function PocketQuality() {
  const { organisation } = useDesk()
  const back = useAddress('pocketWork')
  const [size, setSize] = useState(STEP)
  const read = useRead([ROOM, 'pocket', size], (signal) => dataQuality.listFaults({ page: 1, size }, { signal }))
  const list = read.value
  return (
    <PocketPage title={word('pocketTitle')} backTo={back} lead={<><p>{organisation}</p>{list && list.rows.length > 0 && <p>{word('pocketSummary', { total: list.total ?? 0, people: list.subjectCount ?? 0 })}</p>}</>}>
      <Loaded read={read}>
        {({ rows, total, may }) => (rows.length === 0 ? <PocketCard><StatusMark shape="done">{word('pocketDone')}</StatusMark></PocketCard> : (
          <>
            {grouped(rows).map((faults) => (
              <PocketCard key={faultKey(faults[0]!)} title={nameWithYear(faults[0]!)}>
                {faults.map((fault) => <FaultPart key={faultKey(fault)} fault={fault} may={may.setAside} />)}
              </PocketCard>
            ))}
            {total !== null && rows.length < total && <Button onClick={() => setSize(Math.min(200, size + STEP))}>{word('pocketMore', { n: Math.min(STEP, total - rows.length) })}</Button>}
          </>
        ))}
      </Loaded>
    </PocketPage>
  )
}
