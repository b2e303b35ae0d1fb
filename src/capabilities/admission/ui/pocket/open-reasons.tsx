import { useAct } from '../../../../platform/ui-kit/index.ts'
import { admission } from '../client.ts'
import { OpenCoveredForm } from '../open-covered-form.tsx'
import { word } from '../words.vi.ts'

type Told = Awaited<ReturnType<typeof admission.openCircumstances>>['returnReasons']

/** Opens the covered reasons of a return for a reason that is written down. */
export default function OpenReasons({ id, onOpened }: { id: string; onOpened: (told: Told) => void }) {
  const act = useAct(admission.openCircumstances, { onDone: ({ returnReasons }) => onOpened(returnReasons) })
  return <OpenCoveredForm id={id} act={act} label={word('circumstancesOpen')} />
}
