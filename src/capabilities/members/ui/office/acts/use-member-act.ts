import { useToldAct, type Act, type Call, type Said } from '../../../../../platform/ui-kit/index.ts'
import { ROOM } from '../../client.ts'

/** An act on a person; people, places and work are read again. */
export const useMemberAct = <Input, Output>(call: Call<Input, Output>, said: Said<Output>, onDone?: (output: Output) => void): Act<Input, Output> =>
  useToldAct(call, said, { refresh: [[ROOM], ['organisations'], ['reminders']], ...(onDone ? { onDone } : {}) })
