import { useToldAct, type Act, type Call, type Said } from '../../../../platform/ui-kit/index.ts'
import { afterAct } from '../client.ts'

/** An act of this room; what follows from it is read again. */
export const useTransferAct = <Input, Output>(call: Call<Input, Output>, said: Said<Output>, onDone?: (output: Output) => void): Act<Input, Output> =>
  useToldAct(call, said, { refresh: afterAct, ...(onDone ? { onDone } : {}) })
