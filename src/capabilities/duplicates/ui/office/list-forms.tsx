import { useState } from 'react'
import { ActBox, ComboBox, uncertainDayText, useAct, useAddress, usePlace, type ComboItem } from '../../../../platform/ui-kit/index.ts'
import type { UncertainDate } from '../../../../kernel/index.ts'
import { duplicates, members, ROOM } from '../client.ts'
import { word } from '../words.vi.ts'

async function findPeople(text: string, signal: AbortSignal): Promise<ComboItem[]> {
  const { rows } = await members.listPeople({ search: text, limit: 20 }, { signal })
  return rows.map(({ id, fullName, bornOn, cell }) => ({ id, label: fullName, note: [bornOn && uncertainDayText(bornOn as UncertainDate), cell].filter(Boolean).join(' · ') }))
}

/** Puts two people side by side whom no look brought together. */
export function PairForm({ onClose }: { onClose: () => void }) {
  const address = useAddress()
  const place = usePlace()
  const [first, setFirst] = useState<ComboItem>()
  const [second, setSecond] = useState<ComboItem>()
  const act = useAct(duplicates.pairPeople, { refresh: [[ROOM]], onDone: ({ pairId }) => place.go(address('duplicatePair', { id: pairId })) })
  return (
    <ActBox title={word('pairTitle')} act={act} doing={word('pairDo')} required={[['firstId', word('pairFirst'), first !== undefined], ['secondId', word('pairSecond'), second !== undefined]]}
      onAct={() => void act.run({ firstId: first!.id, secondId: second!.id })} onLeave={onClose}>
      <ComboBox name="firstId" label={word('pairFirst')} hint={word('pairHint')} value={first} onChange={setFirst} search={findPeople} />
      <ComboBox name="secondId" label={word('pairSecond')} value={second} onChange={setSecond} search={findPeople} />
    </ActBox>
  )
}
