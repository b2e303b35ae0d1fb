import { useAct, useTell } from '../../../../platform/ui-kit/index.ts'
import { afterAct } from '../client.ts'

/** Says what was done, leaves the form and has what follows from it read again. */
export function useCardAct<Input, Output>(call: Parameters<typeof useAct<Input, Output>>[0], said: string | ((answer: Output) => string), onLeave: () => void) {
  const tell = useTell()
  return useAct(call, { refresh: afterAct, onDone: (answer: Output) => { tell(typeof said === 'string' ? said : said(answer)); onLeave() } })
}
