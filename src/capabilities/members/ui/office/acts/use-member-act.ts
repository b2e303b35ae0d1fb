import { useAct, useTell, type Act } from '../../../../../platform/ui-kit/index.ts'
import { ROOM } from '../../client.ts'

type Call<Input, Output> = Parameters<typeof useAct<Input, Output>>[0]

/** An act on a person: says what was done, leaves the form, and has people, places and work read again. */
export function useMemberAct<Input, Output>(call: Call<Input, Output>, said: string, onLeave: () => void): Act<Input, Output> {
  const tell = useTell()
  return useAct(call, { refresh: [[ROOM], ['organisations'], ['reminders']], onDone: () => { tell(said); onLeave() } })
}
