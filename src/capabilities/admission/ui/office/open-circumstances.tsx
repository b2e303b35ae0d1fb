import { useState } from 'react'
import { Button, Drawer, useAct, useIsPast } from '../../../../platform/ui-kit/index.ts'
import { admission } from '../client.ts'
import { word } from '../words.vi.ts'
import { OpenCoveredForm } from '../open-covered-form.tsx'

export type OpenedCircumstances = Awaited<ReturnType<typeof admission.openCircumstances>>

/** A button that opens what is known and covered of a candidate, once a reason is told. What is opened is what is known now: it is not offered in the past. */
export function OpenCircumstances({ id, onOpened }: { id: string; onOpened: (opened: OpenedCircumstances) => void }) {
  const isPast = useIsPast()
  const [opening, setOpening] = useState(false)
  const act = useAct(admission.openCircumstances, { onDone: (opened) => { setOpening(false); onOpened(opened) } })
  if (isPast) return null
  return (
    <>
      <Button onClick={() => setOpening(true)}>{word('circumstancesOpen')}</Button>
      <Drawer open={opening} onClose={() => setOpening(false)} title={word('circumstancesOpen')}>
        {opening && <OpenCoveredForm id={id} act={act} label={word('circumstancesOpen')} />}
      </Drawer>
    </>
  )
}
